import { expect, test } from 'vitest';
import { codeColors } from '../theme/code-themes.ts';
import { withPlainCode } from './plain-code.ts';

const token = (text: string, role: 'text' | 'keyword' | 'string', more = '') =>
  `<span style="--0:${codeColors.dark[role].toUpperCase()};--1:${codeColors.light[role]}${more}">${text}</span>`;

test('what has the color of all code, or shows no letter, needs no element', () => {
  expect(withPlainCode(token('a(&gt;', 'text') + token('  ', 'keyword') + token('if', 'keyword'))).toBe(
    `a(&gt;  ${token('if', 'keyword')}`,
  );
  expect(withPlainCode(`<span class="indent">${token('    ', 'string')}</span>`)).toBe('    ');
  expect(withPlainCode(`<b title="&quot;">${token('&quot;a&quot;', 'string')}</b><textarea>&quot;</textarea>`)).toBe(
    `<b title="&quot;">${token('"a"', 'string')}</b><textarea>&quot;</textarea>`,
  );
});

test('neighbors of one color are one element', () => {
  const parts = ['CREATE', 'TABLE', 'IF'].map((word) => token(word, 'keyword'));
  expect(withPlainCode(`${parts.join(' ')}${token(';', 'text')}`)).toBe(`${token('CREATE TABLE IF', 'keyword')};`);
});

test('what has more than a color stays', () => {
  for (const html of [
    token('  ', 'keyword', ';--0bg:#fff'),
    token('a', 'text', ';--1td:underline'),
    '<p style="--0:1">',
  ])
    expect(withPlainCode(html)).toBe(html);
});
