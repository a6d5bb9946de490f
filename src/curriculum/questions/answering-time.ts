/** How long it takes to answer the questions of a lesson. */
import type { QuestionType } from '../schema/schema.ts';

/** Minutes for one question: to read it, to think, to answer and to read the explanation. */
const perQuestion: Readonly<Record<QuestionType, number>> = {
  choice: 1,
  short: 1,
  several: 1.5,
  order: 1.5,
  recall: 2,
  output: 2,
  fault: 2,
  number: 3,
};

/**
 * @param questions those of a lesson, in its sections and at its end
 * @returns whole minutes, at least 1 where there is a question and 0 where there is none
 */
export const answeringMinutes = (questions: readonly { type: QuestionType }[]): number =>
  Math.ceil(questions.reduce((sum, { type }) => sum + perQuestion[type], 0));
