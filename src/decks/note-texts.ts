/** What stands on the two sides of a card: every kind of question as HTML that needs nothing of the site. */
import {
  answerMarkdown,
  optionsInOrder,
  promptBlocks,
  recordedOption,
  type Question,
  type QuestionCard,
  type QuestionCode,
} from '../curriculum/questions/question.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import { inlineText } from '../markdown/inline-text.ts';
import { codeLines } from '../questions/code-html.ts';
import type { Translator } from '../strings/translator.ts';
import { codeColors } from '../theme/code-themes.ts';
import type { DeckNote } from './deck.ts';

export type NoteTexts = Pick<DeckNote, 'front' | 'hint' | 'back' | 'explanation'>;

interface Words {
  t: Translator;
  /** Full address of a link in a text. */
  absolute(to: string): string;
  /** HTML of the diagram of a question. */
  diagram?: string;
}

/** A text of one paragraph. */
const line = (text: string, { absolute }: Words) => inlineText(text, { href: absolute });

/** Code with colors for light and dark (`card-styles.ts`). */
const code = async (text: string, language: string) => {
  const lines = (await codeLines(text, language)).join('\n');
  return `<pre><code>${lines.replace(plain, '$1')}</code></pre>`;
};

/** A token in the color that text has anyway. */
const plain = new RegExp(`<span style="--0:${codeColors.dark.text};--1:${codeColors.light.text}">([^<]*)</span>`, 'gi');

const list = (tag: 'ul' | 'ol', items: readonly string[]) =>
  items.length > 0 ? `<${tag}>${items.map((item) => `<li>${item}</li>`).join('')}</${tag}>` : '';

/** The sides of a question. */
export async function questionTexts(question: Question, words: Words): Promise<NoteTexts> {
  return {
    front: [
      await blocks(question.question, words),
      await sample(question.sample),
      words.diagram ?? '',
      list('ul', options(question, words)),
    ].join(''),
    hint: question.hint === undefined ? '' : `<p>${line(question.hint, words)}</p>`,
    back: await back(question, words),
    explanation: `<p>${line(question.explanation, words)}</p>`,
  };
}

/** The sides of a card of a question. */
export function cardTexts({ front, back }: QuestionCard, { explanation }: Question, words: Words): NoteTexts {
  return {
    front: `<p>${line(front, words)}</p>`,
    hint: '',
    back: `<div class="right">${line(back, words)}</div>`,
    explanation: `<p>${line(explanation, words)}</p>`,
  };
}

const sample = async (shown: QuestionCode | undefined) => (shown ? code(shown.text, shown.language) : '');

async function blocks(markdown: string, words: Words): Promise<string> {
  const html = await Promise.all(
    promptBlocks(markdown).map((block) =>
      'text' in block ? `<p>${line(block.text, words)}</p>` : code(block.code, block.language),
    ),
  );
  return html.join('');
}

/** What there is to choose or to sort. */
const options = (question: Question, words: Words) =>
  optionsInOrder(question).map(({ text }) => (question.type === 'output' ? printed(text) : line(text, words)));

const printed = (text: string) => `<pre><code>${escapeHtml(text)}</code></pre>`;

/** The answer, and what is to be said of usual wrong ones. */
async function back(question: Question, words: Words): Promise<string> {
  const right = (html: string) => `<div class="right">${html}</div>`;
  switch (question.type) {
    case 'several':
      return (
        right(
          list(
            'ul',
            question.options.flatMap((one) => (one.right ? [line(one.text, words)] : [])),
          ),
        ) + mistakes(question, words)
      );
    case 'order':
      return right(
        list(
          'ol',
          question.steps.map(({ text }) => line(text, words)),
        ),
      );
    case 'output':
      return right(printed(question.answer)) + mistakes(question, words);
    default:
      return right(await blocks(answerMarkdown(question, words.t), words)) + mistakes(question, words);
  }
}

function mistakes(question: Question, words: Words): string {
  const said = (answer: string, feedback: string | undefined) =>
    feedback === undefined ? [] : [`${answer} ${line(feedback, words)}`];
  const wrong = () => {
    switch (question.type) {
      case 'choice':
      case 'several':
        return question.options.flatMap(({ right, text, feedback }) =>
          right ? [] : said(`<i>${line(text, words)}</i>`, feedback),
        );
      case 'output':
        return question.options.flatMap(({ id, text, feedback }) =>
          id === recordedOption ? [] : said(printed(text), feedback),
        );
      case 'fault':
        return question.lines.flatMap(({ text, feedback }) => said(`<code>${escapeHtml(text)}</code>`, feedback));
      case 'number':
        return question.mistakes.flatMap(({ value, feedback }) => said(`<i>${words.t.number(value)}</i>`, feedback));
      case 'short':
        return question.mistakes.flatMap(({ text, feedback }) => said(`<i>${escapeHtml(text)}</i>`, feedback));
      default:
        return [];
    }
  };
  const items = wrong();
  return items.length > 0 ? `<div class="wrong">${list('ul', items)}</div>` : '';
}
