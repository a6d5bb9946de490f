import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { inlineScripts, knownScripts } from './known-scripts.ts';
import { withPolicy } from './policy.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const allowed = { scripts: new Set(['a()', 'b()']), files: '/base/_astro/' };
const page = (body: string) => withPolicy(`<head><meta charset="utf-8"/></head><body>${body}</body>`, allowed);
const policyOf = (html: string) => /content="([^"]*)"/.exec(html)![1]!;

test('a page allows the known scripts that stand in it, by their digests, and has no exception', () => {
  const { html, refused } = page(
    '<script>a()</script><script type="module" src="/base/_astro/b.js"></script><script type="application/ld+json">{}</script>',
  );
  expect(refused).toEqual([]);
  expect(policyOf(html)).toContain(`script-src 'self' 'wasm-unsafe-eval' ${hash('a()')};`);
  expect(policyOf(html)).toContain("style-src 'self';");
  expect(policyOf(html)).not.toContain('unsafe-inline');
  expect(html.indexOf('http-equiv')).toBeLessThan(html.indexOf('<script>'));
});

test('nothing that is not known gets a digest, and each is told', () => {
  const { html, refused } = page(
    [
      '<script>evil()</script>',
      '<SCRIPT >evil()</SCRIPT >',
      '<script src="/evil.js"></script>',
      '<script src="https://evil.example/_astro/x.js"></script>',
      '<script src="/_astro/../evil.js"></script>',
      '<script src="/_astro/%2e%2e/evil.js"></script>',
      '<svg/onload=evil()>',
      '<img src="a>b" onerror="evil()">',
      '<a href=" java\tscript:evil()">x</a>',
      '<button formaction="javascript:evil()">x</button>',
      '<iframe srcdoc="<b>x</b>"></iframe>',
      '<p style="position:fixed">x</p>',
      '<style>body{display:none}</style>',
    ].join(''),
  );
  expect(policyOf(html)).not.toContain('sha256');
  expect(refused).toEqual([
    'an unknown script: evil()',
    'an unknown script: evil()',
    'a script of another place: /evil.js',
    'a script of another place: https://evil.example/_astro/x.js',
    'a script of another place: /_astro/../evil.js',
    'a script of another place: /_astro/%2e%2e/evil.js',
    'the handler onload="evil()" of <svg>',
    'the handler onerror="evil()" of <img>',
    'the address java script:evil() of <a>',
    'the address javascript:evil() of <button>',
    'a page within the page: <b>x</b>',
    'style="position:fixed" of <p>',
    'a style sheet in the page: body{display:none}',
  ]);
});

test('text that only looks like a script is none', () => {
  const { refused } = page(
    '<title>A &lt;script></title><button data-code="<script>x()</script> onclick=x"></button><p>onclick="x"</p><!-- <script>c()</script> -->',
  );
  expect(refused).toEqual([]);
});

test('what stands behind a comment is seen, however the comment ends for a browser', () => {
  for (const comment of ['<!-->', '<!--->', '<!-- a --!>', '<!-- a -->', '<!-->-->'])
    expect(page(`${comment}<script>evil()</script><!-- -->`).refused, comment).toEqual(['an unknown script: evil()']);
});

test('known scripts are those that components mark, as they are written', () => {
  expect(inlineScripts('<script is:inline aria-hidden="true">\n a("b") \n</script><script>c()</script>')).toEqual([
    '\n a("b") \n',
  ]);
  expect([...knownScripts()].some((text) => text.includes('StarlightThemeProvider'))).toBe(true);
});
