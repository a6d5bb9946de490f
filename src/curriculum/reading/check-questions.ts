/** Checks questions for what makes them wrong, and for what gives their answers away. */
import { isNear, plainAnswer, plainLines } from '../questions/answers.ts';
import type { Lesson, Page } from '../model/model.ts';
import { nearest } from '../problems/nearest.ts';
import { problem, type Place, type Problem } from '../problems/problems.ts';
import type { Question } from '../questions/question.ts';
import type { QuestionSource } from '../schema/schema.ts';

/** Place of a value of a question, by its keys. */
export type QuestionPlace = (...keys: PropertyKey[]) => Place;

/** Words that the back of a card may have. */
const longestBack = 25;
/** How much longer than the longest wrong option a right one is when it stands out. */
const margin = 1.2;
/** From how many choice questions on a file has a pattern. */
const fewest = 3;

/** Words that only mean something where options stand in a known order. */
const positions = [
  /\b(?:all|none|both|any|each|either|neither|two) of the (?:above|below|(?:other |previous )?(?:options?|answers?))\b/i,
  /\b(?:first|second|third|fourth|fifth|last|previous|next|above) (?:option|answer|choice)\b/i,
  /\b[Oo]ptions? (?:[A-F]|[1-6])\b|\b[Aa]nswers? [A-F]\b/,
  /^(?:both |only |neither |either )?[A-F](?:,? (?:and|or|nor) [A-F])+\.?$/i,
];

/** Adds a problem for everything that is wrong in one question. */
export function checkQuestion(
  question: Question,
  source: QuestionSource,
  at: QuestionPlace,
  problems: Problem[],
): void {
  for (const { keys, text } of textsIn(source))
    if (/^«[^»]*»$/.test(text)) problems.push(problem('question-open', at(...keys), { text }));
  const twice = (kind: string, field: string, parts: readonly { id: string; text: string }[]) => {
    for (const key of ['id', 'text'] as const)
      parts.forEach((part, index) => {
        const same = (one: typeof part) => plain(one[key]) === plain(part[key]);
        if (parts.findIndex(same) < index)
          problems.push(problem('question-part-twice', at(field, index, key), { kind, value: part[key], field: key }));
      });
  };
  const positionless = (text: string, ...keys: PropertyKey[]) => {
    const [words] = positions.map((one) => one.exec(text)).find(Boolean) ?? [];
    if (words) problems.push(problem('question-position', at(...keys), { words }));
  };
  if (question.type === 'choice' || question.type === 'several') {
    const right = question.options.filter((option) => option.right).length;
    const options = question.options.length;
    if (question.type === 'choice' ? right !== 1 : right === 0 || right === options)
      problems.push(problem('question-right', at('options'), { type: question.type, right, options }));
    question.options.forEach((option, index) => {
      if (!option.right && option.feedback === undefined)
        problems.push(problem('question-feedback', at('options', index), { option: option.text }));
      positionless(option.text, 'options', index, 'text');
    });
    twice('option', 'options', question.options);
  } else if (question.type === 'order') {
    twice('step', 'steps', question.steps);
  } else if (question.type === 'output') {
    twice('option', 'options', question.options);
    checkOutput(question, source as Extract<QuestionSource, { type: 'output' }>, at, problems);
    question.options.forEach(({ text }, index) => {
      if (plainLines(text) === question.answer)
        problems.push(problem('question-option-recorded', at('options', index, 'text')));
    });
  } else if (question.type === 'number') {
    question.mistakes.forEach(({ value }, index) => {
      if (isNear(value, question.number))
        problems.push(problem('question-mistake-right', at('mistakes', index, 'value'), { value: String(value) }));
      if (question.mistakes.findIndex((one) => one.value === value) < index)
        problems.push(problem('question-mistake-twice', at('mistakes', index, 'value'), { value: String(value) }));
    });
  } else if (question.type === 'short') {
    question.mistakes.forEach(({ text }, index) => {
      const same = (other: string) => plainAnswer(other) === plainAnswer(text);
      if (question.accepts.some(same))
        problems.push(problem('question-mistake-right', at('mistakes', index, 'text'), { value: text }));
      if (question.mistakes.findIndex((one) => same(one.text)) < index)
        problems.push(problem('question-mistake-twice', at('mistakes', index, 'text'), { value: text }));
    });
  }
  if (question.type !== 'recall') positionless(question.explanation, 'explanation');
  question.cards.forEach(({ back }, index) => {
    const words = wordsOf(back);
    if (words > longestBack)
      problems.push(problem('question-card-long', at('cards', index, 'back'), { words, most: longestBack }));
  });
  twice(
    'card',
    'cards',
    question.cards.map(({ id, front }) => ({ id, text: front })),
  );
}

/** Every text of a question, with its keys. */
function textsIn(value: unknown, keys: PropertyKey[] = []): { keys: PropertyKey[]; text: string }[] {
  if (typeof value === 'string') return [{ keys, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    textsIn(part, [...keys, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Words of a text; a mark that stands alone, such as a dash, is none. */
export const wordsOf = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** Holds the answer to the recorded lines: a sample that prints something else now makes the question wrong. */
function checkOutput(
  { answer: recorded }: Extract<Question, { type: 'output' }>,
  { answer, output }: Extract<QuestionSource, { type: 'output' }>,
  at: QuestionPlace,
  problems: Problem[],
): void {
  const written = plainLines(answer);
  if (written === recorded) return;
  const [own, theirs] = [written.split('\n'), recorded.split('\n')];
  const index = theirs.findIndex((line, at) => line !== own[at]);
  const differs = index < 0 ? theirs.length : index;
  problems.push(
    problem('question-output', at('answer'), {
      file: output.file,
      answer: own[differs] ?? '',
      recorded: theirs[differs] ?? '',
    }),
  );
}

/** Adds a problem where the right options of a file can be told by their length or their place. */
export function checkPatterns(
  sources: readonly QuestionSource[],
  at: (index: number, ...keys: PropertyKey[]) => Place,
  problems: Problem[],
): void {
  const choices = sources.flatMap((source, index) =>
    source.type === 'choice' ? [{ options: source.options, index }] : [],
  );
  if (choices.length < fewest) return;
  const longest = choices.filter(({ options }) => {
    const right = options.find((option) => option.right)?.text.length ?? 0;
    return right > margin * Math.max(...options.filter((option) => !option.right).map(({ text }) => text.length));
  });
  const questions = choices.length;
  if (longest.length * 2 > questions)
    problems.push(
      problem('question-pattern', at(longest[0]!.index, 'options'), {
        pattern: 'longest',
        found: longest.length,
        questions,
      }),
    );
  if (choices.every(({ options }) => options[0]!.right))
    problems.push(
      problem('question-pattern', at(choices[0]!.index, 'options'), { pattern: 'first', found: questions, questions }),
    );
}

/** Adds a problem for every lesson that a page asks questions of and that there is not, and every such question. */
export function checkCheckpoints(
  pages: readonly Pick<Page, 'id' | 'checkpoints'>[],
  lessons: readonly Pick<Lesson, 'slug' | 'questions'>[],
  problems: Problem[],
): void {
  for (const { id, checkpoints } of pages)
    for (const { of, question, place } of checkpoints) {
      const slug = of ?? id.slice(id.lastIndexOf('/') + 1);
      const lesson = lessons.find((one) => one.slug === slug);
      const allowed = lesson?.questions.map((one) => one.id) ?? [];
      if (of !== undefined && !lesson) {
        const near = nearest(
          of,
          lessons.map((one) => one.slug),
        );
        problems.push(problem('topic-reference', place, { reference: of, near }));
      } else if (question !== undefined && !allowed.includes(question))
        problems.push(
          problem('question-unknown', place, { id: question, lesson: slug, allowed, near: nearest(question, allowed) }),
        );
    }
}
