/**
 * A question of the bank as everything else uses it: samples read, recorded output read, the faulty line in its place.
 * Pages, search, the review, decks of cards and copies take the answer in words from here, whatever the kind.
 */
import type { Translator } from '../../strings/translator.ts';
import type { Level, QuestionType } from '../schema/schema.ts';

/** Code that a question shows. */
export interface QuestionCode {
  /** Path below content/samples. */
  file: string;
  region?: string;
  /** Language of the code, as a fence names it. */
  language: string;
  text: string;
}

/** One fact of a question; the review and decks use cards in the place of the question. Inline Markdown. */
export interface QuestionCard {
  id: string;
  front: string;
  back: string;
}

interface QuestionFields {
  /** Unique in its lesson. */
  id: string;
  /** Id of the topic that teaches the answer. */
  topic: string;
  level: Level;
  /** Markdown: paragraphs and fences; all other texts are one paragraph of Markdown. */
  question: string;
  hint?: string;
  /** In a question of the kind `fault` with the faulty line in it. */
  sample?: QuestionCode;
  /** Title of a diagram of the lesson. */
  diagram?: string;
  explanation: string;
  /** From 1; raised when the meaning changed. */
  revision: number;
  /** Whether it comes back in the review and in decks. */
  review: boolean;
  cards: QuestionCard[];
}

/** An answer to choose. */
export interface QuestionOption {
  id: string;
  text: string;
  right: boolean;
  feedback?: string;
}

interface ByType {
  recall: { answer: string };
  choice: { options: QuestionOption[] };
  several: { options: QuestionOption[] };
  /** Steps in the right order. */
  order: { steps: { id: string; text: string }[] };
  /** `answer` is what was recorded; options are the wrong predictions, as plain text, none where lines are typed. */
  output: { sample: QuestionCode; answer: string; options: { id: string; text: string; feedback: string }[] };
  /** `line` is the faulty one of `sample.text`, from 0; `lines` are others with what to say of them. */
  fault: {
    sample: QuestionCode;
    fault: { was: string; is: string };
    line: number;
    lines: { line: number; text: string; feedback: string }[];
  };
  number: {
    number: { value: number; tolerance: number; unit?: string };
    mistakes: { value: number; feedback: string }[];
  };
  short: { accepts: string[]; mistakes: { text: string; feedback: string }[] };
}

/** A question of one kind. */
export type QuestionOf<Type extends QuestionType> = QuestionFields & { type: Type } & ByType[Type];
/** A question of any kind. */
export type Question = { [Type in QuestionType]: QuestionOf<Type> }[QuestionType];

/** `question:caching/half`, as the ledger of ids and the record of progress name it. */
export const questionId = (lesson: string, { id }: Pick<Question, 'id'>): string => `question:${lesson}/${id}`;

/** `question:caching/half#quarter` */
export const cardId = (lesson: string, question: Pick<Question, 'id'>, { id }: Pick<QuestionCard, 'id'>): string =>
  `${questionId(lesson, question)}#${id}`;

/** Whether the site can tell right from wrong; a recall is graded by the reader. */
export const isGraded = ({ type }: Pick<Question, 'type'>): boolean => type !== 'recall';

/** Text as code in Markdown, whatever backticks it has. */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([marks]) => marks.length));
  const marks = '`'.repeat(longest + 1);
  const space = /^`|`$|^ .* $/s.test(text) ? ' ' : '';
  return marks + space + text + space + marks;
}

/** Code as a fence of Markdown. */
export function codeFence(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([marks]) => marks.length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}${language}\n${text}\n${marks}`;
}

/** A number with its unit, as the language writes it. */
const numberText = ({ value, unit }: { value: number; unit?: string }, t: Translator) =>
  [t.number(value, { maximumFractionDigits: 20 }), unit].filter(Boolean).join(' ');

/**
 * The answer in words, as one paragraph of Markdown.
 *
 * @param t words of the language of the question
 */
export function answerText(question: Question, t: Translator): string {
  switch (question.type) {
    case 'recall':
      return question.answer;
    case 'choice':
      return question.options.find(({ right }) => right)!.text;
    case 'several':
      return question.options.flatMap(({ right, text }) => (right ? [`• ${text}`] : [])).join(' ');
    case 'order':
      return question.steps.map(({ text }, index) => `${t.number(index + 1)}. ${text}`).join(' ');
    case 'output':
      return question.answer.split('\n').filter(Boolean).map(codeSpan).join(' ');
    case 'fault':
      return t('question.answer.fault', { is: codeSpan(question.fault.is), was: codeSpan(question.fault.was) });
    case 'number':
      return numberText(question.number, t);
    case 'short':
      return codeSpan(question.accepts[0]!);
  }
}

/** Wrong answers, each with what is wrong about it, as a list of Markdown; empty where nothing is said of any. */
export function mistakesMarkdown(question: Question): string {
  return wrongAnswers(question)
    .map(([answer, feedback]) => `- ${answer}\\\n  ${feedback}`)
    .join('\n');
}

function wrongAnswers(question: Question): (readonly [answer: string, feedback: string])[] {
  switch (question.type) {
    case 'choice':
    case 'several':
      return question.options.flatMap(({ text, feedback }) => (feedback === undefined ? [] : [[text, feedback]]));
    case 'output':
      return question.options.map(({ text, feedback }) => [codeSpan(text.trim().replaceAll('\n', ' ')), feedback]);
    case 'fault':
      return question.lines.map(({ text, feedback }) => [codeSpan(text.trim()), feedback]);
    case 'number':
      return question.mistakes.map(({ value, feedback }) => [String(value), feedback]);
    case 'short':
      return question.mistakes.map(({ text, feedback }) => [codeSpan(text), feedback]);
    default:
      return [];
  }
}

/** The answer as blocks of Markdown: what is a list is one, and output is a fence. */
export function answerMarkdown(question: Question, t: Translator): string {
  if (question.type === 'several')
    return question.options.flatMap(({ right, text }) => (right ? [`- ${text}`] : [])).join('\n');
  if (question.type === 'order') return question.steps.map(({ text }, index) => `${index + 1}. ${text}`).join('\n');
  if (question.type === 'output') return codeFence('text', question.answer);
  return answerText(question, t);
}

/** The prompt as blocks of Markdown, its sample as a fence; without options, steps and the diagram. */
export const promptMarkdown = ({ question, sample }: Question): string =>
  sample ? `${question}\n\n${codeFence(sample.language, sample.text)}` : question;

/** A paragraph or a block of code of a prompt. */
export type PromptBlock = { text: string } | { code: string; language: string };

/** Takes the text of a prompt apart into paragraphs and blocks of code. */
export function promptBlocks(markdown: string): PromptBlock[] {
  const blocks: PromptBlock[] = [];
  let paragraph: string[] = [];
  const close = () => {
    const text = paragraph.join('\n').trim();
    if (text) blocks.push({ text });
    paragraph = [];
  };
  const lines = markdown.replaceAll('\r\n', '\n').split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const [, marks, language] = /^(`{3,}|~{3,})\s*([\w+#.-]*)[^`]*$/.exec(lines[index]!) ?? [];
    const end = marks ? lines.findIndex((line, at) => at > index && closes(line, marks)) : -1;
    if (end > index) {
      close();
      blocks.push({ code: lines.slice(index + 1, end).join('\n'), language: language || 'text' });
      index = end;
    } else if (lines[index]!.trim() === '') close();
    else paragraph.push(lines[index]!);
  }
  close();
  return blocks;
}

const closes = (line: string, marks: string) =>
  line.trimEnd().length >= marks.length && [...line.trimEnd()].every((mark) => mark === marks[0]);

/**
 * Answers to choose from, and steps to put in order, mixed: always in the same order, in which nothing tells what is
 * right. None for other kinds.
 */
export function optionsInOrder(question: Question): { id: string; text: string }[] {
  if (question.type === 'choice' || question.type === 'several') return mixed(question.id, question.options);
  if (question.type === 'output' && question.options.length > 0)
    return mixed(question.id, [...question.options, { id: recordedOption, text: question.answer }]);
  if (question.type !== 'order') return [];
  const steps = mixed(question.id, question.steps);
  // Steps that stand in the right order by chance would be no question.
  return steps.every((step, index) => step === question.steps[index]) ? [...steps.slice(1), steps[0]!] : steps;
}

/** Id of the right option of a question that asks for recorded output; no author can give it. */
export const recordedOption = '=';

const mixed = <Part extends { id: string; text: string }>(seed: string, parts: readonly Part[]): Part[] =>
  parts
    .map((part) => ({ part, weight: hash(`${seed}/${part.id}`) }))
    .sort((a, b) => a.weight - b.weight || (a.part.id < b.part.id ? -1 : 1))
    .map(({ part }) => part);

/** FNV-1a with a last mix, so that names that are alike do not stand together. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 0;
  return (value ^ (value >>> 13)) >>> 0;
}
