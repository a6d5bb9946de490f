/** Shows an exam: one question after the other, the clock, and what came out. */
import type { AskedQuestion } from '../questions/asked.ts';
import { showQuestion } from '../questions/answer-question.ts';
import type { Translator } from '../strings/translator.ts';
import { button, element, paragraph } from '../theme/elements.ts';
import { ExamClock, reportOf } from './exam.ts';
import type { PlacedItem } from '../schedule/review-data.ts';

export interface ExamOptions {
  items: readonly PlacedItem[];
  secondsEach: number;
  t: Translator;
  load(item: PlacedItem): Promise<AskedQuestion>;
  /** Address of the section that teaches the answer. */
  section(item: PlacedItem): string;
  /** Called with each answer as it is given, so that nothing is lost. */
  answered(item: PlacedItem, rating: number): void;
  close(): void;
}

/** Runs an exam in a place until the reader closes its report. */
export function runExam(
  place: HTMLElement,
  { items, secondsEach, t, load, section, answered, close }: ExamOptions,
): void {
  const clock = new ExamClock(items.length * secondsEach * 1000, Date.now());
  const answers = new Map<string, boolean>();
  let at = 0;

  const bar = element('p', { className: 'bar' });
  const where = element('span', { className: 'left' });
  // A clock that is read out each second would be no exam.
  const time = element('span', { className: 'clock', role: 'timer' });
  const tools = element('span', { className: 'tools' });
  const pause = button(t('review.exam.pause'), () => (clock.isPaused ? resume() : stop()));
  tools.append(
    pause,
    button(t('review.exam.end'), () => end()),
  );
  bar.append(where, time, tools);
  const card = element('div', { className: 'card', tabIndex: -1, role: 'group' });
  const question = element('div', { className: 'place' });
  const next = element('div', { className: 'rates' });
  const paused = paragraph(t('review.exam.paused'));
  paused.hidden = true;
  card.append(question, next, paused);
  const said = element('p', { className: 'sr-only', role: 'status' });
  place.replaceChildren(bar, card, said);
  const timer = setInterval(tick, 500);
  let isWarned = false;
  tick();
  void ask();

  function tick(): void {
    if (!place.contains(bar)) return clearInterval(timer);
    const left = Math.ceil(clock.left(Date.now()) / 1000);
    time.textContent = t('review.exam.left', { time: clockText(left, t) });
    if (left <= 60 && !isWarned && clock.limit > 120_000) {
      isWarned = true;
      said.textContent = time.textContent;
    }
    if (left === 0) end(true);
  }

  function stop(): void {
    clock.pause(Date.now());
    pause.textContent = t('review.exam.resume');
    // A question that can be read in a pause would make the clock a lie.
    question.hidden = next.hidden = true;
    paused.hidden = false;
  }

  function resume(): void {
    clock.resume(Date.now());
    pause.textContent = t('review.exam.pause');
    question.hidden = next.hidden = false;
    paused.hidden = true;
  }

  async function ask(): Promise<void> {
    const item = items[at];
    if (!item) return end();
    where.textContent = t('review.exam.place', { number: at + 1, count: items.length });
    card.ariaLabel = where.textContent;
    next.replaceChildren();
    question.replaceChildren();
    const go = () => {
      at += 1;
      void ask();
    };
    let asked: AskedQuestion;
    try {
      asked = await load(item);
    } catch {
      question.replaceChildren(
        paragraph(t('review.failed')),
        button(t('review.try'), () => void ask()),
      );
      return;
    }
    if (items[at] !== item || !place.contains(card)) return;
    showQuestion(question, asked, {
      t,
      section: section(item),
      isQuiet: true,
      answered({ verdict, rating }) {
        answers.set(item.id, verdict === 'right');
        answered(item, rating);
        const button_ = button(t('review.exam.next'), go, 'button strong');
        next.replaceChildren(button_);
        button_.focus();
      },
    });
    next.append(button(t('review.exam.skip'), go));
    card.focus({ preventScroll: true });
    if (card.getBoundingClientRect().top < 0) place.scrollIntoView({ block: 'start' });
  }

  function end(isOver = false): void {
    clearInterval(timer);
    const now = Date.now();
    const { right, open, read } = reportOf(items, answers);
    const report = element('div', { className: 'end', tabIndex: -1 });
    const used = clockText(Math.round(clock.used(now) / 1000), t);
    const facts = [
      ...(isOver ? [t('review.exam.over')] : []),
      t('review.exam.took', { time: used, most: clockText(clock.limit / 1000, t) }),
      ...(clock.pauses > 0 ? [t('review.exam.pauses', { count: clock.pauses })] : []),
      ...(open > 0 ? [t('review.exam.open', { count: open })] : []),
    ];
    report.append(
      element('h2', { textContent: t('review.exam.result', { right, count: items.length }) }),
      paragraph(facts.join(' ')),
      element('h3', { textContent: t('review.read') }),
    );
    if (read.length === 0) report.append(paragraph(t('review.exam.well')));
    else {
      const list = element('ul');
      list.append(
        ...read.map(({ item, missed }) => {
          const row = element('li');
          const title = item.lesson.topics[item.question.topic] ?? item.lesson.title;
          row.append(
            element('a', { href: section(item), textContent: title }),
            element('span', {
              className: 'lesson',
              textContent: `${item.lesson.title} · ${t('review.exam.missed', { count: missed })}`,
            }),
          );
          return row;
        }),
      );
      report.append(list);
    }
    report.append(element('h3', { textContent: t('review.exam.answers') }), answerList());
    report.append(button(t('review.back'), close, 'button strong'));
    place.replaceChildren(report);
    report.focus();
  }

  /** Every question of the exam with its answer. */
  function answerList(): HTMLOListElement {
    const list = element('ol', { className: 'answers' });
    for (const item of items) {
      const row = element('li');
      const details = element('details');
      const state = answers.has(item.id) ? (answers.get(item.id) ? 'right' : 'wrong') : 'open';
      details.dataset.state = state;
      const summary = element('summary');
      const answer = element('div', { className: 'back' });
      details.append(summary, answer);
      row.append(details);
      list.append(row);
      void load(item).then((asked) => {
        summary.innerHTML = `<span class="verdict"></span> <span>${asked.prompt}</span>`;
        summary.firstElementChild!.textContent = t(`review.exam.state.${state}`);
        answer.innerHTML = `${asked.more ?? ''}${asked.code ?? ''}${asked.answer}<p class="why">${asked.explanation}</p>`;
        const again = element('p', { className: 'again' });
        again.append(element('a', { href: section(item), textContent: t('question.section') }));
        answer.append(again);
      });
    }
    return list;
  }
}

/** `4:05`, in the digits of the language. */
function clockText(seconds: number, t: Translator): string {
  const [minutes, rest] = [Math.floor(seconds / 60), Math.floor(seconds % 60)];
  return `${t.number(minutes)}:${t.number(rest, { minimumIntegerDigits: 2 })}`;
}
