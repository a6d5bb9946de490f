import { expect, test } from 'vitest';
import { withPlainPictures } from './plain-pictures.ts';

test.each([
  ['a{mask:url(data:image/svg+xml;base64,PHN2ZyBmaWxsPSIjMDAwIi8+) no-repeat}', `<svg fill='%23000'/>`],
  [`a{mask:url("data:image/svg+xml,%3Csvg%20fill%3D'%23000'%2F%3E") no-repeat}`, `<svg fill='%23000'/>`],
  [`a{mask:url('data:image/svg+xml;utf8,<svg width="50%25"/>') no-repeat}`, `<svg width='50%25'/>`],
])('%s has the plain picture %s', (css, picture) => {
  expect(withPlainPictures(css)).toBe(`a{mask:url("data:image/svg+xml,${picture}") no-repeat}`);
});

test('other files and pictures stay', () => {
  const css = 'a{background:url(/a.svg),url(data:image/png;base64,AAAA)}';
  expect(withPlainPictures(css)).toBe(css);
});
