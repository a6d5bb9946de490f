import { afterEach, expect, test, vi } from 'vitest';
import { loadOnce } from './load-once.ts';

/** The page is in German; the base language is English. */
const dataset = { root: '/base/de/', bundle: '/base/pagefind/' };
const asked = vi.fn((address: string) => Promise.resolve(Response.json({ address })));
vi.stubGlobal('document', { querySelector: (name: string) => (name === 'site-search' ? { dataset } : null) });
vi.stubGlobal('fetch', asked);
afterEach(() => void asked.mockClear());

test('data of the page’s language and of the base language is loaded, once', async () => {
  for (const root of ['/base/de/', '/base/', '/base/']) {
    const address = `${root}questions/rye-flour.json`;
    expect(await loadOnce(root, 'questions/rye-flour.json')).toEqual({ address });
  }
  expect(asked).toHaveBeenCalledTimes(2);
});

test.each([
  ['/base/files/', 'questions/a.json'],
  ['/', 'questions/a.json'],
  ['//evil.example/', 'questions/a.json'],
  ['https://evil.example/', 'learning.json'],
  ['/base/', 'questions/../files/a.json'],
  ['/base/', 'questions/%2e%2e/files/a.json'],
  ['/base/', 'questions//evil.json'],
  ['/base/', '/evil.json'],
  ['/base/', 'files/a.txt?x=.json'],
])('data from elsewhere is not loaded: %s%s', async (root, name) => {
  await expect(loadOnce(root, name)).rejects.toThrow('not of this site');
  expect(asked).not.toHaveBeenCalled();
});
