import { describe, expect, test } from 'vitest';
import type { AskedQuestion } from './asked.ts';
import { grade, readNumbers, type Answer } from './grade.ts';

const asked = (fields: Partial<AskedQuestion>): AskedQuestion => ({
  id: 'q',
  topic: 't',
  level: 'beginner',
  type: 'choice',
  prompt: 'Q',
  answer: '<p>A</p>',
  explanation: 'E',
  ...fields,
});
const options = [
  { id: 'half', html: 'Half', feedback: 'No: half is too much.' },
  { id: 'fifth', html: 'A fifth', right: true as const },
  { id: 'all', html: 'All', feedback: 'No: that is the remainder rule.' },
];
const verdict = (question: AskedQuestion, answer: Answer, lang?: string) => grade(question, answer, lang)?.verdict;

describe('a choice', () => {
  const question = asked({ options });
  test('is right or wrong, and says what is wrong about what was chosen', () => {
    expect(grade(question, { chosen: ['fifth'] })).toEqual({ verdict: 'right', feedback: [] });
    expect(grade(question, { chosen: ['half'] })).toEqual({ verdict: 'wrong', feedback: ['No: half is too much.'] });
  });
  test('is not graded before something is chosen, and not by an id that nobody offers', () => {
    expect(grade(question, { chosen: [] })).toBeUndefined();
    expect(grade(question, { chosen: ['<script>', '__proto__'] })).toBeUndefined();
  });
  test('with the right and a wrong one chosen is wrong', () => {
    expect(verdict(question, { chosen: ['fifth', 'all'] })).toBe('wrong');
  });
});

describe('several', () => {
  const question = asked({ type: 'several', options: [...options, { id: 'tenth', html: 'A tenth', right: true }] });
  test('are right only when all are chosen and no other', () => {
    expect(verdict(question, { chosen: ['tenth', 'fifth'] })).toBe('right');
    expect(grade(question, { chosen: ['fifth'] })).toEqual({ verdict: 'partly', feedback: [], missed: 1 });
    expect(grade(question, { chosen: ['fifth', 'tenth', 'all'] })).toEqual({
      verdict: 'partly',
      feedback: ['No: that is the remainder rule.'],
    });
    expect(verdict(question, { chosen: ['all', 'half'] })).toBe('wrong');
  });
});

describe('an order', () => {
  const steps = ['a', 'b', 'c', 'd'].map((id) => ({ id, html: id }));
  const question = asked({ type: 'order', steps });
  test('is right in one order, and tells which steps stand where they belong', () => {
    expect(verdict(question, { chosen: ['a', 'b', 'c', 'd'] })).toBe('right');
    expect(grade(question, { chosen: ['a', 'b', 'd', 'c'] })?.places).toEqual([true, true, false, false]);
  });
  test('is partly right when most steps follow the one they should follow', () => {
    expect(verdict(question, { chosen: ['d', 'a', 'b', 'c'] })).toBe('partly');
    expect(verdict(question, { chosen: ['d', 'c', 'b', 'a'] })).toBe('wrong');
  });
  test('of other steps is none', () => {
    expect(grade(question, { chosen: ['a', 'b', 'c'] })).toBeUndefined();
    expect(grade(question, { chosen: ['a', 'a', 'b', 'c'] })).toBeUndefined();
    expect(grade(question, { chosen: ['a', 'b', 'c', 'x'] })).toBeUndefined();
  });
});

describe('a fault', () => {
  const question = asked({
    type: 'fault',
    line: 1,
    lines: [{ html: 'a', feedback: 'It runs.' }, { html: 'b' }, { html: 'c' }],
  });
  test('is one line', () => {
    expect(verdict(question, { line: 1 })).toBe('right');
    expect(grade(question, { line: 0 })).toEqual({ verdict: 'wrong', feedback: ['It runs.'] });
    expect(grade(question, { line: 2 })).toEqual({ verdict: 'wrong', feedback: [] });
    for (const line of [-1, 3, Number.NaN, 0.5]) expect(grade(question, { line })).toBeUndefined();
  });
});

describe('a number', () => {
  const question = asked({
    type: 'number',
    number: { value: 1234.5, tolerance: 0.5, unit: 'ms' },
    mistakes: [{ value: 12345, feedback: 'Ten times too much.' }],
  });
  test('may be written as people write numbers', () => {
    for (const text of [
      '1234.5',
      '1,234.5',
      '1.234,5',
      '1 234,5',
      '1’234.5',
      '1234,5 ms',
      ' 1234.5MS ',
      '1.2345e3',
      '١٬٢٣٤٫٥',
      '۱۲۳۴٫۵',
      '１２３４.５',
      '\u200e1234.5',
      '1235',
    ])
      expect(verdict(question, { text }), text).toBe('right');
  });
  test('outside the tolerance is wrong, and a usual mistake is told', () => {
    expect(grade(question, { text: '1235.1' })).toEqual({ verdict: 'wrong', feedback: [] });
    expect(grade(question, { text: '12.345' })).toEqual({ verdict: 'wrong', feedback: ['Ten times too much.'] });
    expect(grade(question, { text: '-1234.5' })!.verdict).toBe('wrong');
  });
  test('that is none is not graded', () => {
    for (const text of [
      '',
      ' ',
      'abc',
      '.',
      ',',
      '1.2.3',
      '12,34.5',
      '0x10',
      'Infinity',
      '1e999',
      '<b>1</b>',
      '--1',
      '9'.repeat(10_000) + 'x',
    ])
      expect(grade(question, { text }), text.slice(0, 20)).toBeUndefined();
  });
  test('can be read in two ways, and the language says which comes first', () => {
    expect(readNumbers('1,500', 'en')).toEqual([1500, 1.5]);
    expect(readNumbers('1,500', 'de')).toEqual([1.5, 1500]);
    expect(readNumbers('2,5', 'en')).toEqual([2.5]);
    expect(readNumbers('80 %', 'en', '%')).toEqual([80]);
    expect(readNumbers('−5', 'en')).toEqual([-5]);
  });
  test('is the one that decimals mean', () => {
    expect(verdict(asked({ type: 'number', number: { value: 0.3, tolerance: 0 } }), { text: String(0.1 + 0.2) })).toBe(
      'right',
    );
    expect(verdict(asked({ type: 'number', number: { value: 0, tolerance: 0 } }), { text: '0' })).toBe('right');
    expect(verdict(asked({ type: 'number', number: { value: 0, tolerance: 0 } }), { text: '0.001' })).toBe('wrong');
  });
});

describe('a short answer', () => {
  const question = asked({
    type: 'short',
    accepts: ['Strict-Transport-Security', 'HSTS', "it's"],
    mistakes: [{ value: 'X-Frame-Options', feedback: 'That is about frames.' }],
  });
  test('counts whatever its capitals and blanks', () => {
    for (const text of ['hsts', ' HSTS ', 'strict-transport-security', 'Strict‐Transport–Security', 'ＨＳＴＳ', 'it’s'])
      expect(verdict(question, { text }), text).toBe('right');
    expect(grade(question, { text: 'x-frame-options' })).toEqual({
      verdict: 'wrong',
      feedback: ['That is about frames.'],
    });
  });
  test('is text, however long and whatever it holds', () => {
    expect(verdict(question, { text: '<img src=x onerror=alert(1)>' })).toBe('wrong');
    expect(verdict(question, { text: 'a'.repeat(10_000) })).toBe('wrong');
    expect(verdict(question, { text: '\u0000' })).toBe('wrong');
  });
});

describe('output', () => {
  const question = asked({ type: 'output', output: 'remainder: 79.9 %\nring: 20.1 %' });
  test('is what is printed, whatever its blanks', () => {
    expect(verdict(question, { text: 'remainder:  79.9 %  \r\nring: 20.1 %\n\n' })).toBe('right');
    expect(verdict(question, { text: 'remainder: 79.9 %' })).toBe('partly');
    expect(verdict(question, { text: 'ring: 20.1 %\nremainder: 79.9 %' })).toBe('wrong');
    expect(verdict(question, { text: 'remainder: 79.9 %\nring: 20.1 %\nmore' })).toBe('partly');
    expect(verdict(question, { text: 'x\n'.repeat(5000) })).toBe('wrong');
  });
  test('can be chosen', () => {
    const chosen = asked({
      type: 'output',
      output: '70%',
      options: [
        { id: 'a', html: '1', feedback: 'No.' },
        { id: '=', html: '70%', right: true },
      ],
    });
    expect(verdict(chosen, { chosen: ['='] })).toBe('right');
    expect(verdict(chosen, { chosen: ['a'] })).toBe('wrong');
  });
});
