/** Which questions come back, in the review and in decks of cards. */
import type { Question } from '../curriculum/questions/question.ts';

/** Longer answers cannot be graded honestly: a reader remembers one half of them. */
const mostWords = 45;

/** Whether a question has so long an answer that it is for explaining, and not for remembering. */
export const isLong = (question: Pick<Question, 'type' | 'cards'> & { answer?: string }): boolean =>
  question.type === 'recall' &&
  question.cards.length === 0 &&
  (question.answer ?? '').trim().split(/\s+/).length > mostWords;
