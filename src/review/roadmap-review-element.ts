/** `<roadmap-review>`: the page `/review/`: what is due, the sitting, exams, and what is remembered. */
import { ProgressStore } from '../progress/progress-store.ts';
import { seconds, type ProgressRecord, type Review } from '../record/record.ts';
import type { RoadmapData } from '../record/reading.ts';
import type { AskedQuestion } from '../questions/asked.ts';
import { loadQuestions } from '../questions/load-questions.ts';
import type { Translator } from '../strings/translator.ts';
import { addStyles } from '../theme/add-styles.ts';
import { dayOf, dueKey, noonOf } from '../schedule/day.ts';
import { button, element, paragraph } from '../theme/elements.ts';
import { chooseExam, examLength } from './exam.ts';
import { runExam } from './exam-view.ts';
import { loadReview } from '../schedule/load-review.ts';
import { showCard, type ShownCard } from './review-card.ts';
import { examItems, isIn, itemsOf, type PlacedItem, type ReviewData } from '../schedule/review-data.ts';
import { ReviewLog } from './review-log.ts';
import styles from './review.css?inline';
import { daysAfter, dueByDay, isDue, retention, standings, type Standing } from '../schedule/schedule.ts';
import { mix, Session, type Rated } from './session.ts';
import { anchorIn } from '../addresses/anchor.ts';

addStyles(styles);

/** How many questions that were never answered a sitting begins with. */
const newAtOnce = 20;

class RoadmapReview extends HTMLElement {
  #data!: ReviewData;
  #t!: Translator;
  #store!: ProgressStore;
  #record!: ProgressRecord;
  #was: RoadmapData['was'] = {};
  #found = new Map<string, Standing>();
  #session?: Session<PlacedItem>;
  #shown?: ShownCard;
  #log!: ReviewLog;
  /** Entries of this sitting, by the id of the item. */
  #entries = new Map<string, Review>();
  #kept: Promise<unknown> = Promise.resolve();
  /** What the page has said of the current answer; the reader may not have gone on yet. */
  #graded?: number;
  #sitting!: HTMLElement;
  #said!: HTMLElement;

  get #root() {
    return this.dataset.root!;
  }

  async connectedCallback() {
    this.#sitting = this.querySelector('.sitting')!;
    this.#said = this.querySelector('.said')!;
    try {
      ({ data: this.#data, t: this.#t } = await loadReview(this.#root));
    } catch {
      this.#said.replaceChildren(paragraph(this.dataset.failed!));
      this.dataset.broken = '';
      return;
    }
    this.#store = new ProgressStore({ base: this.dataset.base!, root: this.#root });
    this.#log = new ReviewLog(this.#store, ({ record, trouble }) => {
      this.#record = record;
      this.#said.replaceChildren(...(trouble ? [paragraph(this.#t(`progress.trouble.${trouble}`))] : []));
    });
    this.#was = (await this.#store.data())?.was ?? {};
    this.#record = (await this.#store.read()).record;
    this.#count();
    const start = this.querySelector<HTMLFormElement>('form.start')!;
    start.addEventListener('submit', (event) => event.preventDefault());
    start.addEventListener('input', () => this.#show());
    // `/review/#lesson:caching` asks for the questions of a lesson.
    const wanted = anchorIn(location.hash);
    const scope = start.elements.namedItem('scope') as HTMLSelectElement;
    if ([...scope.options].some(({ value }) => value === wanted)) scope.value = wanted;
    for (const hidden of this.querySelectorAll<HTMLElement>('[data-scripted]')) hidden.hidden = false;
    this.#show();
    document.addEventListener('keydown', (event) => this.#key(event));
    // Another tab has answered something.
    addEventListener('storage', ({ key }) => void (key === dueKey(this.dataset.base!) && this.#lookAgain()));
    // A page that stood open over night.
    document.addEventListener('visibilitychange', () => void (document.hidden || this.#session || this.#show()));
  }

  async #lookAgain() {
    this.#record = (await this.#store.read()).record;
    this.#count();
    const now = seconds();
    this.#session?.keepOnly(({ id }) => {
      const standing = this.#found.get(id);
      return !standing || isDue(standing, now);
    });
    if (!this.#session) this.#show();
  }

  #count() {
    this.#found = standings(this.#record, itemsOf(this.#data, { long: true }), this.#was);
  }

  get #form() {
    const { elements } = this.querySelector<HTMLFormElement>('form.start')!;
    return {
      scope: (elements.namedItem('scope') as HTMLSelectElement).value,
      long: (elements.namedItem('long') as HTMLInputElement).checked,
    };
  }

  /** Shows what is due, and what can be done. */
  #show() {
    const t = this.#t;
    const now = seconds();
    const { scope, long } = this.#form;
    const items = itemsOf(this.#data, { long }).filter((item) => isIn(item, scope, this.#data));
    const known = items.flatMap((item) => this.#found.get(item.id) ?? []);
    const due = items.filter(({ id }) => this.#found.has(id) && isDue(this.#found.get(id)!, now));
    const fresh = items.filter(({ id }) => !this.#found.has(id)).slice(0, newAtOnce);
    const state: HTMLElement[] = [];
    if (due.length > 0) state.push(paragraph(t('review.due', { count: due.length }), 'due'));
    else if (known.length === 0) state.push(paragraph(t('review.none'), 'due'));
    else {
      const [next] = dueByDay(known, now);
      const date = t.date(noonOf(next![0]).toISOString());
      state.push(paragraph(t('review.due.none'), 'due'), paragraph(t('review.next', { count: next![1], date })));
    }
    this.querySelector('.state')!.replaceChildren(...state);
    const tools: HTMLElement[] = [];
    if (due.length > 0)
      tools.push(
        button(t('review.begin', { count: due.length }), () => this.#begin(mix(due, `${dayOf(now)}`)), 'button strong'),
      );
    if (fresh.length > 0)
      tools.push(
        button(
          t('review.new', { count: fresh.length }),
          () => this.#begin(fresh),
          due.length > 0 ? 'button' : 'button strong',
        ),
      );
    this.querySelector('.start .tools')!.replaceChildren(...tools);
    this.#showExam(scope);
    this.#showRemembered();
  }

  #showExam(scope: string) {
    const t = this.#t;
    const items = examItems(this.#data).filter((item) => isIn(item, scope, this.#data));
    const tools = this.querySelector('.exam .tools')!;
    if (items.length === 0) return tools.replaceChildren(paragraph(t('review.exam.none')));
    const begin = () => {
      const time = this.querySelector<HTMLSelectElement>('select[name=time]')!;
      this.#open();
      runExam(this.#sitting, {
        items: chooseExam(items, String(seconds())),
        secondsEach: Number(time.value),
        t,
        load: (item) => this.#load(item),
        section: (item) => this.#section(item),
        answered: (item, rating) => void this.#log.add(item.id, rating, item.revision),
        close: () => this.#close(),
      });
    };
    tools.replaceChildren(button(t('review.exam.begin', { count: Math.min(examLength, items.length) }), begin));
  }

  /** How much was remembered after pauses, by lesson. */
  #showRemembered() {
    const t = this.#t;
    const rows = this.#data.lessons.flatMap((lesson) => {
      const items = itemsOf({ lessons: [lesson] }, { long: true });
      const { answered, held } = retention(items.flatMap(({ id }) => this.#found.get(id) ?? []));
      return answered > 0 ? [{ lesson, answered, held }] : [];
    });
    const place = this.querySelector('.remembered')!;
    if (rows.length === 0) return place.replaceChildren(paragraph(t('review.remembered.none')));
    const table = element('table');
    const head = table.createTHead().insertRow();
    for (const words of ['lesson', 'answered', 'days', 'weeks', 'months'] as const)
      head.append(element('th', { scope: 'col', textContent: t(`review.remembered.${words}`) }));
    const body = table.createTBody();
    for (const { lesson, answered, held } of rows) {
      const row = body.insertRow();
      const name = element('th', { scope: 'row' });
      name.append(element('a', { href: this.#root + lesson.path, textContent: lesson.title }));
      row.append(name);
      for (const count of [answered, ...held]) row.insertCell().textContent = t.number(count);
    }
    const frame = element('div', { className: 'frame', tabIndex: 0, role: 'region' });
    frame.ariaLabel = t('review.remembered');
    frame.append(table);
    place.replaceChildren(frame);
  }

  #open() {
    this.dataset.sitting = '';
    this.#sitting.hidden = false;
    this.scrollIntoView({ block: 'start' });
    this.#said.replaceChildren();
  }

  #close() {
    delete this.dataset.sitting;
    this.#session = undefined;
    this.#shown = undefined;
    this.#sitting.hidden = true;
    this.#sitting.replaceChildren();
    this.#count();
    this.#show();
    this.querySelector<HTMLElement>('.state')!.focus();
  }

  #begin(items: readonly PlacedItem[]) {
    this.#session = new Session(items);
    this.#entries.clear();
    this.#open();
    void this.#next();
  }

  async #load({ lesson, question }: PlacedItem): Promise<AskedQuestion> {
    const { questions } = await loadQuestions(this.#root, lesson.slug);
    return questions.find(({ id }) => id === question.id)!;
  }

  #section = ({ lesson, question }: PlacedItem) => `${this.#root}${lesson.path}#${question.topic}`;

  /** Shows the next item, or how it went. */
  async #next() {
    const session = this.#session!;
    const t = this.#t;
    const item = session.current;
    this.#shown = undefined;
    this.#graded = undefined;
    if (!item) return this.#finish();
    const bar = element('p', { className: 'bar' });
    const tools = element('span', { className: 'tools' });
    const undo = button(t('review.undo'), () => this.#undo());
    undo.setAttribute('aria-keyshortcuts', 'u');
    const stop = button(t('review.stop'), () => this.#finish());
    stop.setAttribute('aria-keyshortcuts', 'Escape');
    tools.append(...(session.canUndo ? [undo] : []), stop);
    bar.append(element('span', { className: 'left', textContent: t('review.left', { count: session.left }) }), tools);
    const card = element('div', { className: 'card', tabIndex: -1, role: 'group' });
    card.ariaLabel = t('review.left', { count: session.left });
    const isAgain = session.answers.some((one) => one.item.id === item.id);
    const standing = this.#found.get(item.id);
    const note = isAgain ? t('review.again') : standing?.changed ? t('review.changed') : undefined;
    const place = element('div', { className: 'place' });
    card.append(...(note ? [paragraph(note, 'note')] : []), place);
    this.#sitting.replaceChildren(bar, card, paragraph(t('review.keys'), 'keys'));
    let asked: AskedQuestion;
    try {
      asked = await this.#load(item);
    } catch {
      place.append(
        paragraph(this.dataset.failed!),
        button(t('review.try'), () => void this.#next()),
      );
      return;
    }
    if (this.#session !== session || session.current !== item) return;
    this.#shown = showCard(place, asked, {
      t,
      ...(item.card !== undefined && { card: item.card }),
      section: this.#section(item),
      ...(!isAgain && { days: daysAfter(standing, seconds()) }),
      graded: (rating) => {
        this.#graded = rating;
        if (!isAgain) this.#keep(item, rating);
      },
      rated: (rating) => void this.#rate(rating),
    });
    card.focus({ preventScroll: true });
    if (card.getBoundingClientRect().top < 0) this.scrollIntoView({ block: 'start' });
  }

  /** Keeps an answer, or gives one that is kept another rating; one after the other. */
  #keep(item: PlacedItem, rating: number) {
    this.#kept = this.#kept.then(async () => {
      const entry = this.#entries.get(item.id);
      if (!entry) this.#entries.set(item.id, await this.#log.add(item.id, rating, item.revision));
      else if (entry[2] !== rating) {
        await this.#log.rate(entry, rating);
        entry[2] = rating;
      }
    });
  }

  #rate(rating: number) {
    const rated = this.#session?.rate(rating);
    if (!rated) return;
    if (rated.isFirst) this.#keep(rated.item, rating);
    void this.#next();
  }

  #undo() {
    const last: Rated<PlacedItem> | undefined = this.#session?.undo();
    if (!last) return;
    if (last.isFirst)
      this.#kept = this.#kept.then(async () => {
        const entry = this.#entries.get(last.item.id);
        this.#entries.delete(last.item.id);
        if (entry) await this.#log.remove(entry);
      });
    void this.#next();
  }

  /** Tells how the sitting went; everything is kept already. */
  async #finish() {
    const session = this.#session;
    if (!session) return;
    if (this.#graded !== undefined) session.rate(this.#graded);
    this.#session = undefined;
    this.#shown = undefined;
    this.#graded = undefined;
    await this.#kept;
    const t = this.#t;
    const { answers } = session;
    if (answers.length === 0) return this.#close();
    const forgotten = answers.filter(({ rating }) => rating === 1);
    const end = element('div', { className: 'end', tabIndex: -1 });
    const right = answers.length - forgotten.length;
    end.append(
      element('h2', { textContent: t('review.done') }),
      paragraph(t('review.done.count', { right, count: answers.length })),
    );
    if (forgotten.length > 0) {
      end.append(
        element('h3', { textContent: t('review.read') }),
        sectionList(
          forgotten.map(({ item }) => item),
          this.#section,
        ),
      );
    }
    end.append(button(t('review.back'), () => this.#close(), 'button strong'));
    this.#sitting.replaceChildren(end);
    end.focus();
  }

  #key(event: KeyboardEvent) {
    if (!this.#session || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const { key, target } = event;
    // Keys in a dialog, such as the search, are for the dialog.
    if (target instanceof Element && target.closest('dialog')) return;
    if (key === 'Escape') return void this.#finish();
    const isTyped =
      target instanceof Element &&
      target.matches('input:not([type=radio], [type=checkbox]):not([readonly]), textarea:not([readonly]), select');
    if (isTyped) return;
    if (key === ' ') {
      if (target instanceof Element && target.closest('button, a, summary, input, label')) return;
      event.preventDefault();
      this.#shown?.show();
    } else if (/^[1-4]$/.test(key)) this.#shown?.rate(Number(key));
    else if (key.toLowerCase() === 'u') this.#undo();
  }
}

/** Links to sections, each once. */
function sectionList(items: readonly PlacedItem[], section: (item: PlacedItem) => string): HTMLUListElement {
  const list = element('ul');
  const byTopic = new Map(items.map((item) => [item.topic, item]));
  list.append(
    ...[...byTopic.values()].map((item) => {
      const { lesson, question } = item;
      const row = element('li');
      const link = element('a', { href: section(item), textContent: lesson.topics[question.topic] ?? lesson.title });
      row.append(link, element('span', { className: 'lesson', textContent: lesson.title }));
      return row;
    }),
  );
  return list;
}

customElements.define('roadmap-review', RoadmapReview);
