import { ExpressiveCodeEngine } from '@expressive-code/core';
import { toHtml } from '@expressive-code/core/hast';
import { pluginFrames } from '@expressive-code/plugin-frames';
import { expect, test } from 'vitest';
import { english } from '../strings/english.ts';
import { translator } from '../strings/translator.ts';
import { codeFrame } from './code-frame.ts';

const engine = new ExpressiveCodeEngine({
  plugins: [
    pluginFrames(),
    codeFrame({
      wordsOf: () => translator(english, 'en'),
      factsOf: (file, lines) => ({
        summary: 'Tested with Java 25',
        links: [{ href: `/samples/${file}.txt#${lines ?? ''}`, words: file }],
        notes: ['Tested on November 21, 2026.'],
      }),
    }),
  ],
});
async function frame(code: string, language: string, meta = '') {
  return toHtml((await engine.render({ code, language, meta })).renderedGroupAst);
}

test('a frame names the file, where it is and what it was tested with, in one line with the tools', async () => {
  const html = await frame('a();', 'java', 'title="A.java" file="shop/A.java" lines="2-3"');
  const header = /<figcaption class="header">.*?<\/figcaption>/.exec(html)![0];
  expect(header).toContain('<span class="title">A.java</span>');
  expect(header).toContain('<summary>Tested with Java 25</summary>');
  expect(header).toContain('<a href="/samples/shop/A.java.txt#2-3">shop/A.java</a>');
  expect(header).toMatch(/class="copy".*<button[^>]* title="Copy"/);
});

test('a block without a title is named by its language', async () => {
  expect(await frame('SELECT 1', 'sql')).toContain('<span class="title">SQL</span>');
});

test('what was printed wraps by default and has no tools; long code has a switch', async () => {
  const long = 'x'.repeat(120);
  expect(await frame(long, 'java')).toContain('class="wrap-lines"');
  expect(await frame('x'.repeat(60), 'java')).toContain('class="wrap-lines upto-60"');
  expect(await frame('x'.repeat(61), 'java')).toContain('class="wrap-lines upto-61"');
  expect(await frame('パン'.repeat(15), 'java')).toContain('class="wrap-lines upto-60"');
  expect(await frame('x'.repeat(111), 'java')).toContain('class="wrap-lines"');
  expect(await frame('short', 'java')).not.toContain('wrap-lines');
  for (const html of [
    await frame(long, 'text'),
    await frame(long, 'json', 'file="shop/output/a.json"'),
    await frame(long, 'xml', 'output'),
  ]) {
    expect(html).toContain('class="frame has-title output"');
    expect(html).not.toContain('class="tools"');
  }
});

test('wrapped lines keep their indentation without a style attribute', async () => {
  const html = await frame('a {\n    b\n}', 'java');
  expect(html).toContain('class="ec-line in4"');
  expect(html.slice(html.indexOf('<pre'))).not.toContain('style=');
});
