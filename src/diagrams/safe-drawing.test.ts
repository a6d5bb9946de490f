import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Drawing } from './draw.ts';
import { isSafeDrawing } from './safe-drawing.ts';

const sound: Drawing = {
  svg: '<svg width="1" height="1" viewBox="0 0 1 1"><a href="%link0%"><text id="%id%0" class="d0a">A &amp; B</text></a><path d="M0 0" marker-end="url(#%id%1)"/></svg>',
  rules: { d0a: 'fill:var(--diagram-node);stroke-width:2px' },
  width: 1,
  height: 1,
  outline: { kind: 'links', lines: [{ from: 'A', to: 'B', text: 'C' }] },
};

test('a drawing that this program makes is taken', () => {
  expect(isSafeDrawing(sound)).toBe(true);
  const folder = path.resolve('.diagrams');
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.json'))) {
    const { drawing } = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as { drawing: Drawing };
    expect(isSafeDrawing(drawing), name).toBe(true);
  }
});

test('a drawing with anything that runs, loads or restyles is made again', () => {
  const body = (svg: string) => ({ ...sound, svg: `<svg>${svg}</svg>` });
  for (const doctored of [
    body('<script>a()</script>'),
    body('<g onload="a()"></g>'),
    body('<g/onload="a()"></g>'),
    body('<a href="javascript:a()"></a>'),
    body('<path d="M0 0" marker-end="url(https://example.com/a)"/>'),
    body('<foreignObject><p>x</p></foreignObject>'),
    body('<style>p{}</style>'),
    body('<g style="position:fixed"></g>'),
    body('<image href="https://example.com/a.png"/>'),
    body('<use href="#a"/>'),
    body('</svg><img src="x" onerror="a()">'),
    { ...sound, rules: { d0a: 'fill:red}body{display:none' } },
    { ...sound, rules: { d0a: 'background:url(https://example.com)' } },
    { ...sound, rules: { d0a: 'position:fixed;inset:0' } },
    { ...sound, rules: { d0a: 'fill:red\n;background:url(//example.com)' } },
    { ...sound, rules: { d0a: 'fill:url(//example.com)' } },
    { ...sound, rules: { d0a: 'fill:red\n' } },
    { ...sound, rules: { d0a: '' } },
    { ...sound, rules: { 'sl-hidden': 'display:none' } },
    { ...sound, rules: undefined as unknown as Drawing['rules'] },
    body('<g class="overlay"></g>'),
    body('<g class="d0a d0b"></g>'),
    { ...sound, outline: undefined as unknown as Drawing['outline'] },
    { ...sound, outline: { kind: 'links' } as Drawing['outline'] },
    { ...sound, outline: { kind: 'links', lines: [null] } as unknown as Drawing['outline'] },
    { ...sound, outline: { kind: 'links', lines: [{ text: 1 }] } as unknown as Drawing['outline'] },
    { ...sound, rules: { 'a{}body': 'fill:red' } },
    { ...sound, width: '1"><script>' as unknown as number },
  ])
    expect(isSafeDrawing(doctored), doctored.svg).toBe(false);
});
