import { expect, test } from 'vitest';
import { offDrawings, ownStyle } from './own-style.ts';

const off = ':where(:not(svg *, .diagram svg))';

test.each([
  ['text', `text${off}`],
  ['a > b', `a > b${off}`],
  ['a::before', `a${off}::before`],
  ['a:hover:after', `a:hover${off}:after`],
  ['li::marker:hover', `li${off}::marker:hover`],
  ['a::part(x)', `a${off}::part(x)`],
  ['a:not(.b::c) p', `a:not(.b::c) p${off}`],
  [':root', `:root${off}`],
  ['&:hover', `&:hover${off}`],
])('a selector leaves drawings alone: %s', (selector, wanted) => expect(offDrawings(selector)).toBe(wanted));

test('every rule of a sheet does, but for steps of an animation', () => {
  expect(ownStyle('@media print{a,b{c:d}}@keyframes k{from{c:d}to{c:e}}@font-face{font-family:P}')).toBe(
    `@media print{a${off},b${off}{c:d}}@keyframes k{from{c:d}to{c:e}}@font-face{font-family:P}`,
  );
});

test('a map that the sheet names is not read', () => {
  const map = '/*# sourceMappingURL=data:application/json;base64,AAA */';
  expect(ownStyle(`a{b:c}${map}`)).toBe(`a${off}{b:c}${map}`);
});
