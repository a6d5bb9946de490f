/**
 * A question in the HTML of a page, to be read without a script: what is asked and what can be chosen, and behind a second
 * `<details>` the answer, and why. A recall has its answer at once. What is wrong about each other option is told to who
 * chooses it, and stands in the file of the questions and in the Markdown of the page: it is a tenth of the bytes of a lesson.
 */
import { optionsInOrder, type Question } from '../curriculum/questions/question.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import type { Translator } from '../strings/translator.ts';
import type { AskedQuestion } from './asked.ts';

export interface QuestionPlace {
  /** Id of the element. */
  id: string;
  /** Address of the section that teaches the answer. */
  section: string;
  /** Level in words. */
  level: string;
  /** Whether what is asked is shown at once. */
  isOpen: boolean;
  t: Translator;
}

/**
 * HTML of a question.
 *
 * @param question the same question as data, for the order of its options
 */
export function questionHtml(question: Question, asked: AskedQuestion, place: QuestionPlace): string {
  const { id, section, level, isOpen, t } = place;
  const answer =
    asked.answer +
    `<p class="why">${asked.explanation}</p>` +
    `<p class="again"><a href="${escapeHtml(section)}">${escapeHtml(t('question.section'))}</a></p>`;
  const body =
    (asked.more ?? '') +
    (asked.diagram ?? '') +
    (asked.code ?? '') +
    choicesOf(question, asked) +
    (asked.hint ? `<p class="hint"><b>${escapeHtml(t('question.hint'))}</b> ${asked.hint}</p>` : '') +
    (asked.type === 'recall'
      ? answer
      : `<details class="solution"><summary>${escapeHtml(t('question.answer'))}</summary>${answer}</details>`);
  return (
    `<details id="${id}" data-q="${question.id}"${isOpen ? ' open' : ''}>` +
    `<summary><span class="question">${asked.prompt}</span><span class="level">${escapeHtml(level)}</span></summary>` +
    `<div class="body">${body}</div></details>`
  );
}

/** What there is to choose or to sort, in an order that tells nothing. */
function choicesOf(question: Question, { options = [], steps = [], number }: AskedQuestion): string {
  const parts = new Map([...options, ...steps].map(({ id, html }) => [id, html]));
  const items = optionsInOrder(question).map(({ id }) => `<li>${parts.get(id)}</li>`);
  if (items.length > 0) return `<ul class="options">${items.join('')}</ul>`;
  return number?.unit ? `<p class="unit">… ${escapeHtml(number.unit)}</p>` : '';
}
