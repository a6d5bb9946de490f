import { expect, test } from 'vitest';
import { withPlainListMargins } from './list-margins.ts';

test('a list keeps the margins of items that end in a block, and asks nothing of the page', () => {
  const css =
    '.sl-markdown-content :is(ol,ul):has(>li>:not(a,br,ol,ul))>li>:is(:last-child:not(a,br,:where(.not-content *)),:not(script):has(~script:last-child):not(:has(~:not(script)))){margin-bottom:1.25rem}';
  expect(withPlainListMargins(`p{}${css}b{}`)).toBe(
    'p{}.sl-markdown-content :is(ol,ul)>li>:last-child:not(a,br,ol,ul,:where(.not-content *)){margin-bottom:1.25rem}b{}',
  );
  expect(withPlainListMargins('a:has(b){}')).toBe('a:has(b){}');
});
