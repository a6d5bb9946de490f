import { expect, test } from 'vitest';
import { excerptOf, regionNames } from './sample-region.ts';

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

test('a region comes without markers, dedented, with its lines', () => {
  expect(excerptOf(text, 'price')).toEqual({ text: 'int price() {\n  return 3;\n}', lines: [3, 7] });
  expect(excerptOf(text, 'inner')).toEqual({ text: 'return 3;', lines: [5, 5] });
});
test('a whole file comes without markers', () => {
  expect(excerptOf(text)).toEqual({ text: 'class Shop {\n  int price() {\n    return 3;\n  }\n}' });
});
test('markers work in the comments of every language', () => {
  for (const comment of ['#', '--', '//', '<!--'])
    expect(excerptOf(`${comment} #region a\nx\n${comment} #endregion a`, 'a')?.text).toBe('x');
});
test('an unknown region is undefined, and the known ones are listed', () => {
  expect(excerptOf(text, 'prices')).toBeUndefined();
  expect(regionNames(text)).toEqual(['price', 'inner']);
});
