import { expect, test } from 'vitest';
import { address } from '../addresses/address.ts';
import { checkOrder } from '../build/order.ts';
import { siteIcon } from './site-icon.ts';

test('addresses of paths stand under the base path, those of other sites stay', () => {
  expect(address('/phases/caching/#redis', '/roadmap')).toBe('/roadmap/phases/caching/#redis');
  expect(address('/projects/', '/roadmap/')).toBe('/roadmap/projects/');
  expect(address('https://example.com/', '/roadmap')).toBe('https://example.com/');
});

test('a wrong order of the steps after the build is refused with what to move', () => {
  expect(() => checkOrder(['roadmap', 'search-index', 'content-security-policy', 'publish'])).not.toThrow();
  expect(() => checkOrder(['publish', 'search-index'])).toThrow('move the integration `publish` behind `search-index`');
});

test('a roadmap without an icon gets one of its first letter and its color', () => {
  const accent = { light: '#112233', dark: '#ddeeff' };
  expect(siteIcon({ title: 'パン', accent })).toMatch(/fill:#112233[\s\S]*>パ<\/text>/);
  expect(siteIcon({ title: '<b>', accent })).toContain('>&#60;</text>');
  expect(siteIcon({ title: '👩‍🍳 Baking', accent })).toContain('>👩‍🍳</text>');
});
