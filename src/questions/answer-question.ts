/** Lets a reader answer a question: a form by its kind, then feedback on what was chosen, the answer, and why. */
import { escapeHtml } from '../markdown/escape-html.ts';
import { addStyles } from '../theme/add-styles.ts';
import { button } from '../theme/elements.ts';
import type { Translator } from '../strings/translator.ts';
import styles from './answer-question.css?inline';
import type { AskedQuestion } from './asked.ts';
import { grade, type Answer, type Grade, type Verdict } from './grade.ts';
import { mix, mixSteps } from './mix.ts';

addStyles(styles);

/** What became of the first attempt. */
export interface Answered {
  verdict: Verdict;
  /** 1 wrong or partly right, 2 right with the hint, 3 right. */
  rating: 1 | 2 | 3;
}

export interface AskOptions {
  t: Translator;
  /** Address of the section that teaches the answer. */
  section: string;
  /** Called once, after the first attempt; after a recall when the reader has said how it went. */
  answered(result: Answered): void;
  /** What is asked stands elsewhere already, as in the line that opens a question of a page. */
  isAsked?: boolean;
  /** As in an exam: nothing is said of the answer, and there is no second attempt. */
  isQuiet?: boolean;
}

/** Longest answers that are taken. */
const longest = { number: 60, short: 300, output: 4000 };

let count = 0;

/** Fills a place with a question and what answers it. */
export function showQuestion(place: HTMLElement, asked: AskedQuestion, options: AskOptions): void {
  place.classList.add('answering');
  const prompt = html('div', options.isAsked ? '' : `<p class="asked">${asked.prompt}</p>`, 'prompt');
  prompt.innerHTML += (asked.more ?? '') + (asked.diagram ?? '') + (asked.lines ? '' : (asked.code ?? ''));
  place.replaceChildren(...(prompt.hasChildNodes() ? [prompt] : []));
  if (asked.type === 'recall') recall(place, asked, options);
  else ask(place, asked, options);
}

/** A question that the reader grades. */
function recall(place: HTMLElement, asked: AskedQuestion, { t, section, answered, isAsked }: AskOptions): void {
  const shown = html('div', '', 'feedback');
  const show = () => {
    shown.innerHTML = solution(asked, section, t);
    const buttons = html('p', '', 'buttons');
    buttons.append(
      html('span', escapeHtml(t('question.knew'))),
      ...(['yes', 'no'] as const).map((word) =>
        button(t(`question.knew.${word}`), ({ currentTarget }) => {
          for (const one of buttons.querySelectorAll('button'))
            one.setAttribute('aria-pressed', String(one === currentTarget));
          answered(word === 'yes' ? { verdict: 'right', rating: 3 } : { verdict: 'wrong', rating: 1 });
          answered = () => undefined;
        }),
      ),
    );
    shown.append(buttons);
  };
  if (isAsked) show();
  else {
    const buttons = html('p', '', 'buttons');
    buttons.append(
      button(t('question.show'), () => {
        buttons.remove();
        show();
        focusOn(shown);
      }),
    );
    place.append(...hintOf(asked, t).parts, buttons);
  }
  place.append(shown);
}

/** A question that is graded here. */
function ask(place: HTMLElement, asked: AskedQuestion, { t, section, answered, isQuiet }: AskOptions): void {
  const form = document.createElement('form');
  form.noValidate = true;
  form.autocomplete = 'off';
  const field = fieldOf(asked, t);
  const hint = hintOf(asked, t);
  const said = html('p', '', 'said');
  said.setAttribute('role', 'status');
  const check = html('button', escapeHtml(t('question.check')), 'button strong');
  check.type = 'submit';
  const buttons = html('p', '', 'buttons');
  buttons.append(check);
  const feedback = html('div', '', 'feedback');
  form.append(field.element, ...hint.parts, buttons, said);
  place.append(form, feedback);
  let attempts = 0;

  form.addEventListener('input', () => (said.textContent = ''));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const result = grade(asked, field.answer(), t.lang);
    if (!result) {
      const isNumber = asked.number && form.querySelector('input')!.value.trim() !== '';
      said.textContent = isNumber ? t('question.empty.number', { example: t.number(12.5) }) : t('question.empty');
      form.querySelector<HTMLElement>('input, textarea, button')!.focus();
      return;
    }
    said.textContent = '';
    attempts += 1;
    field.lock(true);
    buttons.hidden = true;
    if (attempts === 1) answered(answeredOf(result, hint.isUsed()));
    if (!isQuiet) tell(result);
  });

  function tell(result: Grade): void {
    const { verdict, feedback: texts, missed } = result;
    feedback.dataset.verdict = verdict;
    const words = [`<p class="verdict">${escapeHtml(t(`question.${verdict}`))}</p>`];
    words.push(...texts.map((text) => `<p>${text}</p>`));
    if (missed) words.push(`<p>${escapeHtml(t('question.missed', { count: missed }))}</p>`);
    feedback.innerHTML = words.join('');
    field.mark(result, verdict === 'right');
    if (verdict === 'right') feedback.insertAdjacentHTML('beforeend', solution(asked, section, t));
    else {
      const again = html('p', '', 'buttons');
      again.append(
        button(t('question.again'), () => {
          feedback.replaceChildren();
          delete feedback.dataset.verdict;
          field.lock(false);
          field.mark();
          buttons.hidden = false;
          form.querySelector<HTMLElement>('input:checked, input, textarea, button')!.focus();
        }),
        button(t('question.show'), () => {
          again.remove();
          field.mark(result, true);
          const answer = html('div', solution(asked, section, t));
          feedback.append(answer);
          focusOn(answer);
        }),
        link(section, t('question.section')),
      );
      feedback.append(again);
    }
    focusOn(feedback);
  }
}

const answeredOf = ({ verdict }: Grade, hinted: boolean): Answered => ({
  verdict,
  rating: verdict === 'right' ? (hinted ? 2 : 3) : 1,
});

/** The answer, why, and where it is taught. What can be chosen shows by marks what is right. */
function solution(asked: AskedQuestion, section: string, t: Translator): string {
  const isMarked = asked.options !== undefined;
  const heading = `<p class="heading">${escapeHtml(t('question.answer'))}</p>`;
  return (
    (isMarked || asked.type === 'recall' ? '' : heading) +
    (isMarked ? '' : asked.answer) +
    `<p class="why">${asked.explanation}</p>` +
    `<p class="again">${link(section, t('question.section')).outerHTML}${asked.run ? ` ${runLink(asked.run, section, t)}` : ''}</p>`
  );
}

/** Leads to the block of the sample in its lesson, and runs it where that is this page (src/run-here/run-switch.ts). */
function runLink(block: string, section: string, t: Translator): string {
  const made = link(`${section.split('#')[0]}#run=${encodeURIComponent(block)}`, t('question.run'));
  made.dataset.runs = block;
  return made.outerHTML;
}

/** A hint behind a button. */
function hintOf({ hint }: AskedQuestion, t: Translator) {
  if (hint === undefined) return { parts: [], isUsed: () => false };
  const details = html('details', `<summary>${escapeHtml(t('question.hint'))}</summary><p>${hint}</p>`, 'hint');
  let used = false;
  details.addEventListener('toggle', () => (used = true), { once: true });
  return { parts: [details], isUsed: () => used || details.open };
}

/** What a reader answers with. */
interface Field {
  element: HTMLElement;
  answer(): Answer;
  lock(isLocked: boolean): void;
  /** Shows what is right and wrong of an answer, all of it or only of what was chosen; nothing without one. */
  mark(result?: Grade, all?: boolean): void;
}

function fieldOf(asked: AskedQuestion, t: Translator): Field {
  if (asked.steps) return stepsField(asked, asked.steps, t);
  if (asked.lines) return linesField(asked, asked.lines, t);
  if (asked.options) return optionsField(asked, asked.options, t);
  return textField(asked, t);
}

function fieldset(words: string, className: string): HTMLFieldSetElement {
  const set = html('fieldset', `<legend>${escapeHtml(words)}</legend>`, className);
  return set;
}

function optionsField(asked: AskedQuestion, options: NonNullable<AskedQuestion['options']>, t: Translator): Field {
  const isSeveral = asked.type === 'several';
  const set = fieldset(t(isSeveral ? 'question.choose.several' : 'question.choose.one'), 'choices');
  const name = `answer-${(count += 1)}`;
  const labels = mix(asked.id, options).map((option) => {
    const label = html('label', `<span class="option">${option.html}</span>`);
    const input = document.createElement('input');
    Object.assign(input, { type: isSeveral ? 'checkbox' : 'radio', name, value: option.id });
    label.prepend(input);
    const row = html('div', '', 'choice');
    row.append(label);
    set.append(row);
    return { option, row, label, input };
  });
  return {
    element: set,
    answer: () => ({ chosen: labels.filter(({ input }) => input.checked).map(({ option }) => option.id) }),
    lock: (isLocked) => (set.disabled = isLocked),
    mark(result, all) {
      for (const { option, row, label, input } of labels) {
        const isShown = result && (all || input.checked);
        const state = option.right ? (input.checked ? 'right' : 'missed') : input.checked ? 'wrong' : undefined;
        setMark(row, label, isShown ? state : undefined, t);
        row.querySelector('.option-feedback')?.remove();
        // What was chosen is told below; in the end each option says what is wrong about it.
        if (isShown && all && option.feedback && !input.checked)
          row.append(html('p', option.feedback, 'option-feedback'));
      }
    },
  };
}

function linesField(asked: AskedQuestion, lines: NonNullable<AskedQuestion['lines']>, t: Translator): Field {
  const set = fieldset(t('question.line'), 'code-lines');
  const name = `answer-${(count += 1)}`;
  const code = html('div', '', 'expressive-code');
  code.dir = 'ltr';
  const rows = lines.map(({ html: text }, index) => {
    const row = html('label', `<span class="ec-line"><span class="code">${text || ' '}</span></span>`, 'line');
    // Who hears the code only hears where they are.
    row.insertAdjacentHTML(
      'afterbegin',
      `<span class="sr-only">${escapeHtml(t('question.line.number', { number: index + 1 }))}: </span>`,
    );
    const input = document.createElement('input');
    Object.assign(input, { type: 'radio', name, value: String(index), disabled: row.textContent.trim() === '' });
    if (/^\s*$/.test(row.querySelector('.code')!.textContent)) row.classList.add('empty');
    else row.prepend(input);
    code.append(row);
    return { row, input };
  });
  set.append(code);
  return {
    element: set,
    answer: () => ({ line: rows.findIndex(({ input }) => input.checked) }),
    lock: (isLocked) => (set.disabled = isLocked),
    mark(result, all) {
      rows.forEach(({ row, input }, index) => {
        const isRight = index === asked.line;
        const state = isRight ? (input.checked ? 'right' : 'missed') : input.checked ? 'wrong' : undefined;
        setMark(row, row, result && (all || input.checked) ? state : undefined, t);
      });
    },
  };
}

function stepsField(asked: AskedQuestion, steps: NonNullable<AskedQuestion['steps']>, t: Translator): Field {
  const set = fieldset(t('question.order'), 'steps');
  const list = document.createElement('ol');
  const moved = html('p', '', 'sr-only');
  moved.setAttribute('role', 'status');
  const items = new Map(mixSteps(asked.id, steps).map((step) => [step.id, itemOf(step)]));
  list.append(...items.values());
  set.append(list, moved);
  update();
  return {
    element: set,
    answer: () => ({ chosen: [...list.children].map((item) => (item as HTMLElement).dataset.id!) }),
    lock: (isLocked) => (set.disabled = isLocked),
    mark(result) {
      [...list.children].forEach((item, index) => {
        const state = result?.places ? (result.places[index] ? 'right' : 'wrong') : undefined;
        setMark(item as HTMLElement, item.querySelector('.step')!, state, t);
      });
    },
  };

  function itemOf({ id, html: text }: { id: string; html: string }): HTMLLIElement {
    const item = html('li', `<span class="step"><span>${text}</span></span>`);
    item.dataset.id = id;
    const words = item.textContent;
    const move = (key: 'up' | 'down', sign: string) => {
      const one = button(sign, () => {
        const other = key === 'up' ? item.previousElementSibling : item.nextElementSibling;
        if (!other) return;
        if (key === 'up') other.before(item);
        else other.after(item);
        update();
        // At an end the button that was pressed has nothing more to do.
        (one.ariaDisabled === 'true' ? item.querySelector<HTMLElement>('[aria-disabled=false]')! : one).focus();
        const place = [...list.children].indexOf(item) + 1;
        moved.textContent = t('question.moved', { step: words, place, count: list.children.length });
      });
      one.dataset.move = key;
      one.setAttribute('aria-label', t(`question.${key}`, { step: words }));
      return one;
    };
    const tools = html('span', '', 'moves');
    tools.append(move('up', '↑'), move('down', '↓'));
    item.append(tools);
    return item;
  }

  function update(): void {
    for (const item of list.children)
      for (const one of item.querySelectorAll<HTMLButtonElement>('[data-move]'))
        one.ariaDisabled = String(!(one.dataset.move === 'up' ? item.previousElementSibling : item.nextElementSibling));
  }
}

function textField(asked: AskedQuestion, t: Translator): Field {
  const kind = asked.number ? 'number' : asked.output === undefined ? 'short' : 'output';
  const lines = asked.output?.split('\n').length ?? 1;
  const label = html('label', `<span class="legend">${escapeHtml(t(`question.type.${kind}`))}</span>`, 'typed');
  const input = document.createElement(kind === 'output' ? 'textarea' : 'input');
  input.maxLength = longest[kind];
  input.spellcheck = false;
  input.setAttribute('autocapitalize', 'off');
  input.setAttribute('autocorrect', 'off');
  if (input instanceof HTMLTextAreaElement) input.rows = lines + 1;
  // The unit is no part of what is typed, and may be typed all the same.
  else if (kind === 'number') input.inputMode = 'text';
  if (kind !== 'short') input.dir = 'ltr';
  const row = html('span', '', 'row');
  row.append(input);
  if (asked.number?.unit) row.append(html('span', escapeHtml(asked.number.unit), 'unit'));
  label.append(row);
  return {
    element: label,
    answer: () => ({ text: input.value }),
    lock: (isLocked) => (input.readOnly = isLocked),
    mark(result) {
      setMark(label, row, result && (result.verdict === 'right' ? 'right' : 'wrong'), t);
    },
  };
}

/** Says at a row by color, sign and words what became of it. */
function setMark(
  row: HTMLElement,
  beside: HTMLElement,
  state: 'right' | 'wrong' | 'missed' | undefined,
  t: Translator,
) {
  row.querySelector('.mark')?.remove();
  delete row.dataset.mark;
  if (!state) return;
  row.dataset.mark = state;
  beside.append(html('span', `${state === 'wrong' ? '✗' : '✓'} ${escapeHtml(t(`question.mark.${state}`))}`, 'mark'));
}

function focusOn(element: HTMLElement): void {
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'nearest' });
}

function link(href: string, words: string): HTMLAnchorElement {
  const made = html('a', escapeHtml(words));
  made.href = href;
  return made;
}

function html<Name extends keyof HTMLElementTagNameMap>(name: Name, inner: string, className = '') {
  const made = document.createElement(name);
  made.innerHTML = inner;
  if (className) made.className = className;
  return made;
}
