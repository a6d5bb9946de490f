/** Says whether an answer is right. Pure: the page, the review and the exam ask the same way. */
import { isNear, plainAnswer, plainLines } from '../curriculum/questions/answers.ts';
import type { AskedQuestion } from './asked.ts';

export type Verdict = 'right' | 'partly' | 'wrong';

/** What a reader answers: ids of options or of steps in their order, the number of a line, or text. */
export type Answer = { chosen: readonly string[] } | { line: number } | { text: string };

export interface Grade {
  verdict: Verdict;
  /** HTML of what to say of what was chosen. */
  feedback: string[];
  /** Right options that were not chosen. */
  missed?: number;
  /** Of each step whether it stands where it belongs. */
  places?: boolean[];
}

/**
 * Grades an answer.
 *
 * @param lang tag of the language of the page, for how it writes numbers
 * @returns undefined where there is nothing to grade: no answer yet, or no number where one is asked for
 */
export function grade(question: AskedQuestion, answer: Answer, lang = 'en'): Grade | undefined {
  if ('line' in answer) return gradeLine(question, answer.line);
  if ('chosen' in answer)
    return question.steps ? gradeSteps(question.steps, answer.chosen) : gradeChosen(question, answer.chosen);
  if (answer.text.trim() === '') return undefined;
  if (question.number) return gradeNumber(question, answer.text, lang);
  return question.output === undefined ? gradeShort(question, answer.text) : gradeOutput(question.output, answer.text);
}

function gradeChosen({ type, options = [] }: AskedQuestion, chosen: readonly string[]): Grade | undefined {
  const known = options.filter(({ id }) => chosen.includes(id));
  if (known.length === 0) return undefined;
  const right = options.filter((option) => option.right);
  const hits = known.filter((option) => option.right).length;
  const feedback = known.flatMap((option) => option.feedback ?? []);
  const missed = right.length - hits;
  if (missed === 0 && hits === known.length) return { verdict: 'right', feedback };
  const isPartly = type === 'several' && hits > 0;
  return { verdict: isPartly ? 'partly' : 'wrong', feedback, ...(type === 'several' && missed > 0 && { missed }) };
}

function gradeSteps(steps: NonNullable<AskedQuestion['steps']>, order: readonly string[]): Grade | undefined {
  const right = steps.map(({ id }) => id);
  if (new Set(order).size !== right.length || !right.every((id) => order.includes(id))) return undefined;
  const places = order.map((id, index) => id === right[index]);
  if (places.every(Boolean)) return { verdict: 'right', feedback: [], places };
  // Most follow what they should follow: one or two stand in the wrong place.
  const pairs = order.slice(1).filter((id, index) => right.indexOf(id) === right.indexOf(order[index]!) + 1).length;
  return { verdict: pairs * 2 >= right.length - 1 ? 'partly' : 'wrong', feedback: [], places };
}

function gradeLine({ line: right, lines = [] }: AskedQuestion, line: number): Grade | undefined {
  const chosen = lines[line];
  if (!chosen) return undefined;
  return {
    verdict: line === right ? 'right' : 'wrong',
    feedback: chosen.feedback === undefined ? [] : [chosen.feedback],
  };
}

function gradeNumber({ number, mistakes = [] }: AskedQuestion, text: string, lang: string): Grade | undefined {
  const readings = readNumbers(text, lang, number!.unit);
  if (readings.length === 0) return undefined;
  if (readings.some((value) => isNear(value, number!))) return { verdict: 'right', feedback: [] };
  const mistake = mistakes.find(({ value }) =>
    readings.some((one) => isNear(one, { value: Number(value), tolerance: 0 })),
  );
  return { verdict: 'wrong', feedback: mistake ? [mistake.feedback] : [] };
}

function gradeShort({ accepts = [], mistakes = [] }: AskedQuestion, text: string): Grade {
  const answer = plainAnswer(text);
  if (accepts.some((one) => plainAnswer(one) === answer)) return { verdict: 'right', feedback: [] };
  const mistake = mistakes.find(({ value }) => plainAnswer(String(value)) === answer);
  return { verdict: 'wrong', feedback: mistake ? [mistake.feedback] : [] };
}

/** Lines that a reader types may have other blanks, quotes and capitals: what counts is what is printed. */
function gradeOutput(recorded: string, typed: string): Grade {
  const plain = (text: string) => plainLines(text).split('\n').map(plainAnswer);
  const [right, own] = [plain(recorded), plain(typed)];
  const hits = right.filter((line, index) => line === own[index]).length;
  if (hits === right.length && own.length === right.length) return { verdict: 'right', feedback: [] };
  return { verdict: right.length > 1 && hits > 0 ? 'partly' : 'wrong', feedback: [] };
}

/** No number that is asked for needs more characters. */
const longestNumber = 100;

/** Digits of scripts that are typed: ٠ (Arabic), ۰ (Persian), ० (Devanagari), ０ (full width). */
const zeros = [0x660, 0x6f0, 0x966, 0xff10];

/**
 * Reads a number as people write it: with digits of their script, a comma or a point, thousands apart, and the unit.
 *
 * `1.234,5`, `1 234,5`, `١٬٢٣٤٫٥`, `1,234.5 ms` → `[1234.5]`; `1,500` may be `[1500, 1.5]`
 *
 * @param lang decides what comes first where a text can be read in two ways
 * @returns every reading of it; none when it is no number
 */
export function readNumbers(text: string, lang: string, unit = ''): number[] {
  if (text.length > longestNumber) return [];
  let plain = text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - zeros.findLast((zero) => code >= zero)!);
  });
  plain = plain
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u2212\u2013\u2014]/g, '-')
    .replace(/\u066b/g, '.')
    .replace(/[\u066c'’_]/g, '')
    .trim();
  const ending = unit.trim();
  if (ending && plain.toLowerCase().endsWith(ending.toLowerCase())) plain = plain.slice(0, -ending.length);
  plain = plain.replace(/%$/, '').replace(/\s+/g, '');
  const [, sign, digits, power = ''] = /^([+-]?)([\d.,]+)(e[+-]?\d{1,3})?$/i.exec(plain) ?? [];
  if (digits === undefined) return [];
  const make = (decimal: string) => {
    const parts = digits.split(decimal);
    const [whole = '', share = ''] = parts;
    const other = decimal === '.' ? ',' : '.';
    if (parts.length > 2 || share.includes(other) || !isGrouped(whole, other)) return undefined;
    const value = Number(`${sign}${whole.replaceAll(other, '') || '0'}.${share || '0'}${power}`);
    return /\d/.test(digits) && Number.isFinite(value) ? value : undefined;
  };
  const own = new Intl.NumberFormat(lang).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value;
  const marks = own === ',' ? [',', '.'] : ['.', ','];
  return [...new Set(marks.flatMap((mark) => make(mark) ?? []))];
}

/** Whether thousands stand apart as they should: `1,234,567` and `1234567`, not `12,34`. */
const isGrouped = (whole: string, mark: string): boolean =>
  !whole.includes(mark) || /^\d{1,3}(?:[.,]\d{3})+$/.test(whole);
