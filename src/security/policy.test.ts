import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { customElements, inlineScripts, knownScripts } from './known-scripts.ts';
import { pageFaults } from './page-faults.ts';
import { withPolicy } from './policy.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const allowed = {
  scripts: new Set(['a()', 'b()']),
  elements: new Set(['site-search']),
  site: 'https://site.example/base/',
  languages: ['https://site.example/base/de/'],
};
const faults = (body: string, head = '') =>
  pageFaults(
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/>${head}</head><body>${body}</body></html>`,
    allowed,
  );

test('a page allows the known scripts that stand in it, by their digests, and has no exception', () => {
  const html =
    '<!DOCTYPE html><html lang="en" data-has-toc><head><meta charset="utf-8"/></head><body><script>a()</script></body></html>';
  const guarded = withPolicy(html, pageFaults(html, allowed).scripts)!;
  const policy = /content="([^"]*)"/.exec(guarded)![1]!;
  expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval' ${hash('a()')};`);
  expect(policy).toContain("style-src 'self';");
  expect(policy).toMatch(/frame-src 'none'; base-uri 'none'; form-action 'none'$/);
  expect(policy).not.toContain('unsafe-inline');
  expect(guarded).toMatch(/<head><meta charset="utf-8"\/><meta http-equiv/);
});

test.each([
  '<p>A</p>',
  '<!DOCTYPE html><html><head><title>A</title><meta charset="utf-8"></head></html>',
  '<!DOCTYPE html><html><head><!-- <meta charset="utf-8"> --><script></script></head></html>',
  '<!DOCTYPE html><html a="<head><meta charset="utf-8">"><head></head></html>',
])('a page where something could load before its policy gets none: %s', (html) => {
  expect(withPolicy(html, [])).toBeUndefined();
});

test.each([
  ['<script>evil()</script>', 'an unknown script: evil()'],
  ['<SCRIPT >evil()</SCRIPT >', 'an unknown script: evil()'],
  ['<script src="/evil.js"></script>', 'src="/evil.js" of <script>'],
  ['<script src="https://evil.example/base/_astro/x.js"></script>', 'src="https://evil.example/base/_astro/x.js"'],
  ['<script src="/base/_astro/../evil.js"></script>', 'src="/base/_astro/../evil.js"'],
  ['<script src="/base/_astro/%2e%2e/evil.js"></script>', 'src="/base/_astro/%2e%2e/evil.js"'],
  ['<script src="/base/_astro/a.js">evil()</script>', 'a script with a text'],
  ['<script type="importmap">{}</script>', 'an unknown script: {}'],
  ['<script type="speculationrules">{}</script>', 'an unknown script: {}'],
  ['<p class=a" ><script>evil()</script>', 'an unknown script: evil()'],
  ['<div data-a=a" ><script>evil()</script>', 'an unknown script: evil()'],
  ['<svg/onload=evil()>', 'onload="evil()" of <svg>'],
  ['<img src="a>b" onerror="evil()">', 'onerror="evil()" of <img>'],
  ['<img src="https://evil.example/a.png">', 'src="https://evil.example/a.png" of <img>'],
  ['<img srcset="/a.png 1x, //evil.example/a.png 2x">', 'srcset='],
  ['<img src="data:image/svg+xml,a">', 'src="data:image/svg+xml,a" of <img>'],
  ['<a href=" java\tscript:evil()">x</a>', 'href="java script:evil()" of <a>'],
  ['<a href="&#106;avascript:evil()">x</a>', 'href="javascript:evil()" of <a>'],
  ['<a href="/a/" ping="https://evil.example">x</a>', 'ping="https://evil.example" of <a>'],
  ['<svg><a xlink:href="javascript:evil()"><text>x</text></a></svg>', 'xlink:href="javascript:evil()" of <a>'],
  ['<svg><a href="data:text/html,x"><text>x</text></a></svg>', 'href="data:text/html,x" of <a>'],
  ['<svg><rect fill="url(//evil.example/#a)"/></svg>', 'fill="url(//evil.example/#a)" of <rect>'],
  ['<svg><foreignObject><p>A</p></foreignObject></svg>', '<foreignObject>'],
  ['<svg><script>evil()</script></svg>', '<script>: evil()'],
  ['<svg><use href="#a"/></svg>', '<use>'],
  ['<svg><style>a{}</style></svg>', '<style>: a{}'],
  ['<math><mi>x</mi></math>', '<math>'],
  ['<button formaction="javascript:evil()">x</button>', 'formaction="javascript:evil()" of <button>'],
  ['<form action="https://evil.example"></form>', 'action="https://evil.example" of <form>'],
  ['<form method="dialog"></form>', 'method="dialog" of <form>'],
  ['<input type="password">', 'type="password" of <input>'],
  ['<input form="a">', 'form="a" of <input>'],
  ['<iframe src="/"></iframe>', '<iframe>'],
  ['<iframe srcdoc="<b>x</b>"></iframe>', '<iframe>'],
  ['<p srcdoc="x">A</p>', 'srcdoc="x" of <p>'],
  ['<object data="/a.svg"></object>', '<object>'],
  ['<embed src="/a.svg">', '<embed>'],
  ['<applet code="a"></applet>', '<applet>'],
  ['<frameset><frame src="/"></frameset>', undefined],
  ['<portal src="/"></portal>', '<portal>'],
  ['<base href="/a/">', '<base>'],
  ['<p style="position:fixed">x</p>', 'style="position:fixed" of <p>'],
  ['<style>body{display:none}</style>', '<style>: body{display:none}'],
  ['<link rel="stylesheet" href="/a.css">', 'href="/a.css" of <link>'],
  ['<link rel="stylesheet" href="https://evil.example/a.css">', 'href="https://evil.example/a.css" of <link>'],
  ['<link rel="preconnect" href="/">', 'rel="preconnect" of <link>'],
  ['<link rel="dns-prefetch" href="//evil.example">', 'href="//evil.example" of <link>'],
  ['<meta http-equiv="refresh" content="0;url=https://evil.example/">', 'http-equiv="refresh"'],
  ['<meta http-equiv="Refresh" content="0;url=/base/a/">', 'http-equiv="Refresh"'],
  ['<meta http-equiv="refresh" content="0;url=/elsewhere/">', 'http-equiv="refresh"'],
  ['<meta http-equiv="content-security-policy" content="">', 'http-equiv="content-security-policy"'],
  ['<meta name="referrer" content="unsafe-url">', 'name="referrer" of <meta>'],
  ['<site-search data-bundle="/base/evil/"></site-search>', 'data-bundle="/base/evil/" of <site-search>'],
  ['<site-search data-root="//evil.example/"></site-search>', 'data-root="//evil.example/" of <site-search>'],
  ['<site-search data-root="/base/files/"></site-search>', 'data-root="/base/files/" of <site-search>'],
  ['<site-search data-root="/base/de"></site-search>', 'data-root="/base/de" of <site-search>'],
  ['<p data-root="/base/files/"></p>', 'data-root="/base/files/" of <p>'],
  ['<site-search data-base="/base/de/"></site-search>', 'data-base="/base/de/" of <site-search>'],
  ['<site-search data-lesson="../files/a"></site-search>', 'data-lesson="../files/a" of <site-search>'],
  ['<my-element></my-element>', '<my-element>'],
  ['<template><iframe></iframe></template>', '<iframe>'],
  ['<template shadowrootmode="open"><b>A</b></template>', 'shadowrootmode="open" of <template>'],
  ['<noscript><iframe src="/"></iframe></noscript>', '<iframe>'],
  ['<noscript><p title="</noscript><script>evil()</script>"></p></noscript>', 'an unknown script: evil()'],
  ['<noscript><textarea></noscript><p title="</textarea><base>">', '<noscript>: <textarea>'],
  ['<p is="site-search">x</p>', 'is="site-search" of <p>'],
  ['<table><script>evil()</script></table>', 'an unknown script: evil()'],
])('a page with %s is refused', (body, fault) => {
  const { refused, scripts } = faults(body);
  expect([...scripts]).toEqual([]);
  // A set of frames after something to read is dropped by every browser.
  if (fault === undefined) expect(refused).toEqual([]);
  else expect(refused.join('\n')).toContain(fault);
});

test('a head is read like the rest, and a set of frames in the place of a body', () => {
  expect(faults('', '<base href="/a/">').refused).toEqual(['<base>']);
  expect(pageFaults('<html><head></head><frameset><frame src="/"></frameset></html>', allowed).refused).toEqual([
    '<frameset>',
    '<frame>',
  ]);
});

test('what stands behind a comment is seen, however the comment ends for a browser', () => {
  for (const comment of ['<!-->', '<!--->', '<!-- a --!>', '<!-- a -->', '<!-->-->'])
    expect(faults(`${comment}<script>evil()</script><!-- -->`).refused, comment).toEqual(['an unknown script: evil()']);
});

test('what components, drawings and authors write passes', () => {
  const body = [
    '<script>a()</script><script type="module" src="/base/_astro/b.js"></script>',
    '<script type="application/ld+json">{}</script>',
    '<nav aria-label="A"><a href="https://example.com/" rel="me">A</a><a href="#b">B</a><a href="mailto:a@b.c">C</a></nav>',
    '<site-search data-bundle="/base/pagefind/" data-root="/base/de/" data-words="de" class="a"><button type="button">A</button></site-search>',
    '<form hidden novalidate><label>A<input type="date" name="day" required></label></form>',
    '<svg viewBox="0 0 1 1"><a href="/base/b/"><path d="M0 0" marker-end="url(#a)"/></a></svg>',
    '<img src="/base/a.png" srcset="/base/a.png 1x, /base/b.png 2x" alt=""><noscript><p>A &amp; B</p></noscript>',
    '<button data-code="<script>x()</script> onclick=x"></button><p>onclick="x"</p><!-- <script>c()</script> -->',
  ].join('');
  const head =
    '<title>A &lt;script></title><link rel="canonical" href="https://site.example/base/"><link rel="stylesheet" href="/base/_astro/a.css"><link rel="stylesheet" href="/base/map.css"><meta http-equiv="refresh" content="0;url=/base/gallery/"><meta property="og:image:alt" content="A">';
  const { refused, scripts } = faults(body, head);
  expect(refused).toEqual([]);
  expect([...scripts]).toEqual(['a()']);
});

test('known scripts are those that components mark, as they are written', () => {
  expect(inlineScripts('<script is:inline aria-hidden="true">\n a("b") \n</script><script>c()</script>')).toEqual([
    '\n a("b") \n',
  ]);
  expect([...knownScripts()].some((text) => text.includes('StarlightThemeProvider'))).toBe(true);
});

test('elements of scripts are known from the components', () => {
  const names = customElements();
  for (const name of ['site-search', 'diagram-frame', 'starlight-toc', 'sl-sidebar-restore'])
    expect(names, name).toContain(name);
  expect(names).not.toContain('font-face');
});
