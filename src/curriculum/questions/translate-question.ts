/** Puts a question into another language, and checks what its translation names. */
import type { z } from 'astro/zod';
import type { Question } from './question.ts';
import type { questionsTranslationSchema } from '../schema/schema.ts';

/** Texts of one question. */
export type QuestionTranslation = z.infer<typeof questionsTranslationSchema>[string];

/** Fields of a translation that name parts of a question. */
export const partFields = ['options', 'steps', 'lines', 'mistakes', 'cards'] as const;

/** What of a question a translation may name, by its field; fields that the kind of question has not have nothing. */
export function partsOfQuestion(question: Question): Record<(typeof partFields)[number], string[]> {
  const ids = (parts: readonly { id: string }[]) => parts.map(({ id }) => id);
  return {
    options: 'options' in question ? ids(question.options) : [],
    steps: question.type === 'order' ? ids(question.steps) : [],
    lines: question.type === 'fault' ? question.lines.map(({ text }) => text) : [],
    mistakes:
      question.type === 'number'
        ? question.mistakes.map(({ value }) => String(value))
        : question.type === 'short'
          ? question.mistakes.map(({ text }) => text)
          : [],
    cards: ids(question.cards),
  };
}

/** Fields of a translation that stand for one text, and are of some kinds only. */
export const ownFields: Readonly<Partial<Record<keyof QuestionTranslation, Question['type']>>> = {
  answer: 'recall',
  unit: 'number',
  accepts: 'short',
};

/** The question with the texts of a translation; what is not translated stays. */
export function translateQuestion(question: Question, texts: QuestionTranslation = {}): Question {
  const { options = {}, steps = {}, lines = {}, mistakes = {}, cards = {} } = texts;
  const own = {
    question: texts.question ?? question.question,
    ...((texts.hint ?? question.hint) !== undefined && { hint: texts.hint ?? question.hint! }),
    explanation: texts.explanation ?? question.explanation,
    cards: question.cards.map((card) => ({ ...card, ...cards[card.id] })),
  };
  switch (question.type) {
    case 'recall':
      return { ...question, ...own, answer: texts.answer ?? question.answer };
    case 'choice':
    case 'several':
      return { ...question, ...own, options: question.options.map((one) => ({ ...one, ...options[one.id] })) };
    case 'order':
      return { ...question, ...own, steps: question.steps.map((one) => ({ ...one, text: steps[one.id] ?? one.text })) };
    case 'output':
      return {
        ...question,
        ...own,
        // What a sample prints is in the language of the sample.
        options: question.options.map((one) => ({ ...one, feedback: options[one.id]?.feedback ?? one.feedback })),
      };
    case 'fault':
      return {
        ...question,
        ...own,
        lines: question.lines.map((one) => ({ ...one, feedback: lines[one.text] ?? one.feedback })),
      };
    case 'number': {
      const unit = texts.unit ?? question.number.unit;
      return {
        ...question,
        ...own,
        number: { ...question.number, ...(unit !== undefined && { unit }) },
        mistakes: question.mistakes.map((one) => ({ ...one, feedback: mistakes[String(one.value)] ?? one.feedback })),
      };
    }
    case 'short':
      return {
        ...question,
        ...own,
        accepts: [...new Set([...(texts.accepts ?? []), ...question.accepts])],
        mistakes: question.mistakes.map((one) => ({ ...one, feedback: mistakes[one.text] ?? one.feedback })),
      };
  }
}
