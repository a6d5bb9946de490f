/** `<progress-page>`: the controls of the page `/progress/`. */
import { translator, type Translator } from '../strings/translator.ts';
import { merge, reset } from '../record/merge.ts';
import { pack, unpack } from '../record/pack.ts';
import { preview, type Difference } from '../record/preview.ts';
import { ProgressStore, type Kept } from './progress-store.ts';
import type { RoadmapData } from '../record/reading.ts';
import { lessonOf, readRecord, seconds, withoutFuture, type ProgressRecord, type Refusal } from '../record/record.ts';
import { button, paragraph } from '../theme/elements.ts';

/** What a phone still reads easily from a code, in characters of the whole address. */
const readable = 1000;
/** Start of the fragment of an address that carries progress. */
const carries = '#p=';

/** Bytes; fifty answers a day fill it in ten years, and reading more would stop the page for seconds. */
const largestFile = 8_000_000;

class ProgressPage extends HTMLElement {
  #store!: ProgressStore;
  #t!: Translator;

  async connectedCallback() {
    this.#store = new ProgressStore(this.dataset as { base: string; root: string });
    const data = await this.#store.data();
    // Without a network on a page that was only visited; the texts of the page are there all the same.
    if (!data) return;
    this.#t = translator(data.words, document.documentElement.lang);
    this.#was = data.was;
    this.#makeTools();
    addEventListener('hashchange', () => void this.#readAddress());
    // What another tab changes shows here too; what this one changes is said by itself.
    addEventListener('storage', () => void this.#store.read().then((kept) => this.#show(kept)));
    const kept = await this.#store.refresh();
    this.#show(kept);
    if (kept.recovered) this.#say(this.#t('progress.note.recovered'));
    await this.#readAddress();
  }

  #makeTools() {
    const t = this.#t;
    const file = Object.assign(document.createElement('input'), { type: 'file', accept: '.json,application/json' });
    const label = Object.assign(document.createElement('label'), { className: 'button file' });
    label.append(t('progress.open'), file);
    file.addEventListener('change', () => {
      const [chosen] = file.files ?? [];
      file.value = '';
      if (!chosen) return;
      if (chosen.size > largestFile) this.#refuse('foreign');
      else void chosen.text().then((text) => this.#offerFile(text));
    });
    this.#part('.move-tools').replaceChildren(
      button(t('progress.save'), () => void this.#save()),
      label,
      button(t('progress.link.make'), () => void this.#makeLink()),
    );
    this.#part('.remove-tools').replaceChildren(
      button(t('progress.reset.all'), () => void this.#reset(['all'], t('progress.everything'))),
    );
  }

  /** Shows what is kept, and what can be done with it. */
  #show({ record, trouble, aside, before }: Kept) {
    const t = this.#t;
    for (const cell of this.querySelectorAll<HTMLElement>('[data-reset]')) {
      const { reset: slug = '', title = '' } = cell.dataset;
      const has = this.#idsOf(record, slug).length > 0;
      if (has === cell.childElementCount > 0) continue;
      const control = button(t('progress.reset'), () => void this.#reset([`lesson:${slug}`], title, slug));
      control.setAttribute('aria-label', t('progress.reset.lesson', { title }));
      cell.replaceChildren(...(has ? [control] : []));
    }
    if (trouble) this.#say(t(`progress.trouble.${trouble}`));
    else if (aside.some(([, value]) => value !== undefined)) this.#tellAside(aside);
    else if (before && !this.#part('.said').textContent)
      this.#say(t(`progress.undo.${before.what}`), this.#undoButton());
    else if (Object.keys(record.marks).length === 0 && !this.#part('.said').textContent)
      this.#say(t('progress.nothing'));
    void navigator.storage?.persisted?.().then((lasting) => {
      const device = this.#part('.device');
      device.textContent = t(lasting ? 'progress.device.lasting' : 'progress.device.may-go');
      device.hidden = false;
    });
  }

  /** Ids of the record that belong to a lesson today. */
  #idsOf({ marks, reviews, states }: ProgressRecord, slug: string): string[] {
    const was = this.#was;
    const ids = new Set([...Object.keys(marks), ...reviews.map(([id]) => id), ...Object.keys(states)]);
    return [...ids].filter(
      (id) =>
        (Object.hasOwn(was, id) ? was[id]! : [id]).some((today) => lessonOf(today) === slug) &&
        marks[id]?.[0] !== 'none',
    );
  }
  #was: RoadmapData['was'] = {};

  async #save() {
    const record = await this.#store.export();
    const name = `${record.roadmap.replace(/[^a-z0-9]+/gi, '-') || 'roadmap'}-progress-${new Date().toISOString().slice(0, 10)}.json`;
    const file = new File([JSON.stringify(record, null, 1)], name, { type: 'application/json' });
    const address = URL.createObjectURL(file);
    Object.assign(document.createElement('a'), { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    await this.#store.note({ changes: 0, since: seconds() });
    const t = this.#t;
    const share = { files: [file] };
    this.#say(
      t('progress.saved'),
      ...(navigator.canShare?.(share)
        ? [button(t('progress.share'), () => void navigator.share(share).catch(() => undefined))]
        : []),
    );
  }

  async #makeLink() {
    const t = this.#t;
    const part = this.#part('.link');
    part.hidden = false;
    const data = (await this.#store.data())!;
    const { withAnswers } = await import('../schedule/move-answers.ts');
    const record = await withAnswers(await this.#store.export(), this.dataset.root!, data.was);
    const { text, left } = pack(record, data);
    const address = `${location.origin}${this.dataset.root}progress/${carries}${text}`;
    if (address.length > readable) {
      part.replaceChildren(
        paragraph(t('progress.link.long', { count: address.length })),
        button(t('progress.save'), () => void this.#save()),
      );
      return;
    }
    const field = Object.assign(document.createElement('input'), { readOnly: true, value: address });
    field.setAttribute('aria-label', t('progress.link'));
    field.addEventListener('focus', () => field.select());
    const copy = button(t('progress.copy'), () => {
      field.select();
      void navigator.clipboard.writeText(address).then(
        () => this.#say(t('progress.copied')),
        () => undefined,
      );
    });
    part.replaceChildren(field, copy, await code(address, t('progress.code')));
    if (record.reviews.length > 0) part.prepend(paragraph(t('progress.link.reviews')));
    if (left > 0) part.prepend(paragraph(t('progress.import.left', { count: left })));
    field.focus();
  }

  /** Takes progress out of the address, at once, and offers to take it over. */
  async #readAddress() {
    const { hash, pathname, search } = location;
    if (!hash.startsWith(carries)) return;
    history.replaceState(history.state, '', pathname + search);
    const data = await this.#store.data();
    const found = data && unpack(hash.slice(carries.length), data);
    if (!found) return this.#say(this.#t('progress.import.refused.link'));
    if (!found.record.roadmap) return this.#say(this.#t('progress.import.refused.other'));
    await this.#offer(found.record, { left: found.left });
  }

  async #offerFile(text: string) {
    const parsed = readRecord(text);
    if ('refused' in parsed) return this.#refuse(parsed.refused);
    await this.#offer(parsed.record, { dropped: parsed.dropped });
  }

  #refuse(reason: Refusal) {
    this.#part('.preview').hidden = true;
    this.#say(this.#t(`progress.import.refused.${reason}`));
  }

  /** Shows what an import would change and asks. */
  async #offer(given: ProgressRecord, { dropped = 0, left = 0 }) {
    const t = this.#t;
    const there = withoutFuture(given);
    const data = await this.#store.data();
    const here = await this.#store.export();
    const titles = titlesOf(data);
    const found = preview(here, there, data?.was ?? {}, (id) => titles.has(id));
    const isOther = here.roadmap !== '' && there.roadmap !== here.roadmap;
    const stateName = (state: string) =>
      state === 'none' || state === 'reading' || state === 'done' || state === 'skip'
        ? t(`progress.state.${state}`)
        : state;
    const line = ({ id, here, there }: Difference) =>
      t('progress.import.line', { title: titles.get(id) ?? id, from: stateName(here), to: stateName(there) });
    const lines = (summary: string, items: readonly string[]) => (items.length > 0 ? [foldOut(summary, items)] : []);
    const name = (id: string) => titles.get(id) ?? id;
    const parts = [
      ...(isOther
        ? [paragraph(t('progress.import.other', { name: there.roadmap || t('progress.import.other.unnamed') }))]
        : []),
      ...lines(
        t('progress.import.added', { count: found.added.length }),
        found.added.map((id) => `${name(id)}: ${stateName(there.marks[id]?.[0] ?? found.merged.marks[id]?.[0] ?? '')}`),
      ),
      ...lines(t('progress.import.taken', { count: found.taken.length }), found.taken.map(line)),
      ...lines(t('progress.import.removed', { count: found.removed.length }), found.removed.map(name)),
      ...lines(t('progress.import.kept', { count: found.kept.length }), found.kept.map(line)),
      ...(
        [
          ['reviews', found.reviews],
          ['states', found.states],
          ['values', found.values.length],
          ['same', found.same],
          ['unknown', found.unknown],
          ['left', left],
          ['unreadable', dropped],
        ] as const
      ).flatMap(([what, count]) => (count > 0 ? [paragraph(t(`progress.import.${what}`, { count }))] : [])),
    ];
    const changes =
      found.added.length +
      found.taken.length +
      found.removed.length +
      found.reviews +
      found.states +
      found.values.length +
      found.unknown;
    const heading = Object.assign(document.createElement('h2'), { tabIndex: -1 });
    heading.textContent = t('progress.import.heading');
    const section = this.#part('.preview');
    const close = () => {
      section.hidden = true;
      section.replaceChildren();
    };
    const tools = Object.assign(document.createElement('div'), { className: 'tools' });
    if (changes === 0) parts.push(paragraph(t('progress.import.nothing')));
    else {
      const take = button(t('progress.import'), () => {
        close();
        void this.#take(there);
      });
      take.classList.add('strong');
      tools.append(take);
    }
    tools.append(
      button(t(changes === 0 ? 'progress.note.close' : 'progress.import.cancel'), () => {
        close();
        this.#part('.move-tools').querySelector('button')!.focus();
      }),
    );
    section.replaceChildren(heading, ...parts, tools);
    section.hidden = false;
    this.#part('.said').replaceChildren();
    heading.focus();
  }

  async #take(there: ProgressRecord) {
    const kept = await this.#store.change((record) => ({ ...merge(record, there), roadmap: record.roadmap }), {
      undoable: 'import',
      isQuiet: true,
    });
    this.#tellUndoable(this.#t('progress.import.done'), kept);
  }

  /** @param slug also what came into this lesson from others */
  async #reset(scopes: string[], title: string, slug?: string) {
    const kept = await this.#store.change(
      (record, time) => reset(record, [...scopes, ...(slug ? this.#idsOf(record, slug) : [])], time),
      { undoable: 'reset', isQuiet: true },
    );
    this.#tellUndoable(this.#t('progress.reset.done', { title }), kept);
  }

  #tellUndoable(words: string, kept: Kept) {
    const undo = this.#undoButton();
    this.#say(words, ...(kept.before && !kept.trouble ? [undo] : []));
    this.#show(kept);
    undo.focus();
  }

  #undoButton() {
    return button(this.#t('progress.undo'), () => {
      void this.#store.undo().then((kept) => {
        this.#say(this.#t('progress.undone'));
        this.#show(kept);
        this.#part('.move-tools').querySelector('button')!.focus();
      });
    });
  }

  #tellAside(aside: Kept['aside']) {
    const t = this.#t;
    const [name, value] = aside.find(([, value]) => value !== undefined)!;
    this.#say(
      t('progress.aside'),
      button(t('progress.aside.save'), () => {
        const text = typeof value === 'string' ? value : JSON.stringify(value);
        const href = URL.createObjectURL(new Blob([text]));
        Object.assign(document.createElement('a'), { href, download: 'progress-aside.json' }).click();
      }),
      button(t('progress.aside.forget'), () => {
        this.#part('.said').replaceChildren();
        void this.#store.forget(name);
      }),
    );
  }

  #say(words: string, ...controls: HTMLElement[]) {
    const tools = Object.assign(document.createElement('div'), { className: 'tools' });
    tools.append(...controls);
    this.#part('.said').replaceChildren(paragraph(words), ...(controls.length > 0 ? [tools] : []));
  }

  #part(selector: string): HTMLElement {
    return this.querySelector(selector)!;
  }
}

/** Names of everything that can be marked, by id. */
function titlesOf(data: RoadmapData | undefined): Map<string, string> {
  const titles = new Map<string, string>();
  for (const { slug, title, topics, build, exercises = [] } of data?.lessons ?? []) {
    titles.set(`lesson:${slug}`, title);
    for (const topic of topics) titles.set(`topic:${slug}/${topic.id}`, `${title}: ${topic.title}`);
    for (const one of exercises) titles.set(`exercise:${slug}/${one.id}`, `${title}: ${one.title}`);
    if (build) titles.set(`build:${slug}`, `${title}: ${build.title}`);
  }
  for (const { id, title } of data?.projects ?? []) titles.set(`project:${id}`, title);
  return titles;
}

/** A QR code as SVG. */
async function code(text: string, name: string): Promise<SVGElement> {
  const { encode } = await import('uqr');
  const { data, size } = encode(text, { ecc: 'L', border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', name);
  svg.setAttribute('shape-rendering', 'crispEdges');
  const shape = document.createElementNS(svg.namespaceURI, 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
}

/** A line that opens to a list; a short list is open. */
function foldOut(summary: string, items: readonly string[]): HTMLElement {
  const details = Object.assign(document.createElement('details'), { open: items.length <= 12 });
  const head = Object.assign(document.createElement('summary'), { textContent: summary });
  const list = document.createElement('ul');
  list.append(...items.map((item) => Object.assign(document.createElement('li'), { textContent: item })));
  details.append(head, list);
  return details;
}

customElements.define('progress-page', ProgressPage);
