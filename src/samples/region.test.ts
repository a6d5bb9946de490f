import { expect, test } from 'vitest';
import { regionNames, sampleText } from './region.ts';

const text = `class Shop {
  // #region price
  int price() {
    // #region inner
    return 3;
    // #endregion inner
  }
  // #endregion price
}
`;

test('a region comes without markers, dedented', () => {
  expect(sampleText(text, 'price')).toBe('int price() {\n  return 3;\n}');
  expect(sampleText(text, 'inner')).toBe('return 3;');
});
test('a whole file comes without markers', () => {
  expect(sampleText(text)).toBe('class Shop {\n  int price() {\n    return 3;\n  }\n}');
});
test('markers work in the comments of every language', () => {
  for (const comment of ['#', '--', '//', '<!--'])
    expect(sampleText(`${comment} #region a\nx\n${comment} #endregion a`, 'a')).toBe('x');
});
test('an unknown region is undefined, and the known ones are listed', () => {
  expect(sampleText(text, 'prices')).toBeUndefined();
  expect(regionNames(text)).toEqual(['price', 'inner']);
});
