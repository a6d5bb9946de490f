import { expect, test } from 'vitest';
import { withSections } from './table-of-contents.ts';

const words = { number: String, minutes: (count: number) => `${count} min` };
const sections = [{ id: 'joins', minutes: 6 }, { id: 'build' }];

test('links to sections say their place and time, others stay', () => {
  const html =
    '<ul><li><a href="#_top"><span>Overview</span></a></li><li><a class="x" href="#joins"> <span class="x">Joins &amp; keys</span> </a></li><li><a href="#build"><span>Build</span></a></li></ul>';
  const result = withSections(html, sections, words);
  expect(result).toContain('<a href="#_top"><span>Overview</span></a>');
  expect(result.replace(/<[^>]+>/g, '')).toBe('Overview1 / 2 Joins &amp; keys 6 min2 / 2 Build');
  expect(result).toContain('<a class="x" href="#joins"><span class="section-place">');
});
