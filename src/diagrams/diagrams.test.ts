import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawingConditions, isFault, type Drawing, type DrawingFault } from './draw.ts';
import { english } from '../strings/english.ts';
import { translator } from '../strings/translator.ts';
import { figureHtml } from './figure.ts';
import { marker, roles, themed } from './palette.ts';
import { readDiagramSource } from '../markdown/diagram-source.ts';
import { openStudio } from './studio.ts';

const folder = () => mkdtempSync(path.join(tmpdir(), 'diagrams-'));
const flow =
  'flowchart TD\n  accTitle: A to B\n  accDescr: A leads to B.\n  A[Start] -->|go| B[End]\n  click B "caching#redis"';
const drawn = (result: Drawing | DrawingFault): Drawing => {
  if (isFault(result)) throw new Error(JSON.stringify(result));
  return result;
};

describe('the source of a diagram', () => {
  test('gives its words and links away and keeps the rest', () => {
    const source = readDiagramSource(flow);
    expect(source).toMatchObject({ type: 'flowchart', title: 'A to B', description: 'A leads to B.' });
    expect(source.links).toEqual([{ node: 'B', target: 'caching#redis', line: 5 }]);
    expect(source.mermaid).toBe('flowchart TD\n  A[Start] -->|go| B[End]');
    expect(source.lines).toEqual([1, 4]);
  });
  test('may describe itself over several lines', () => {
    expect(readDiagramSource('pie\n  accDescr {\n    One\n    two.\n  }\n  "a" : 1').description).toBe('One two.');
  });
});

test('every marker colour stands for its custom property, an author’s colour stays', () => {
  for (const role of roles) expect(themed(marker(role))).toBe(`var(--diagram-${role})`);
  expect(themed('#ff8800')).toBe('#ff8800');
});

test('a diagram makes the machine that draws it ask nobody, itself included', async () => {
  const asked: unknown[] = [];
  const server = createServer(({ url }, response) => {
    asked.push(url);
    response.end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const text = `flowchart TD\n  A@{ img: "http://127.0.0.1:${port}/a.png", label: "A" }\n  A --> B`;
  const result = await openStudio(folder(), () => undefined).drawing(readDiagramSource(text));
  server.close();
  expect(isFault(result)).toBe(true);
  expect(asked).toEqual([]);
});

describe('a drawn diagram', () => {
  test('has custom properties for colours, classes for styles, words for eyes that cannot see it, and links', async () => {
    const studio = openStudio(folder());
    const drawing = drawn(await studio.drawing(readDiagramSource(flow)));
    expect(drawing.outline).toEqual({ kind: 'links', lines: [{ from: 'Start', to: 'End', text: 'go' }] });
    expect(drawing.svg).not.toMatch(/<style|style=|#[0-9a-f]{6}|foreignObject/);
    expect(studio.styleSheet()).toContain('var(--diagram-node)');
    const html = figureHtml({
      drawing,
      title: 'A to B',
      description: 'A leads to B.',
      caption: 'C & D',
      id: 'f1',
      links: [{ address: '/phases/caching/#redis' }],
      t: translator(english, 'en'),
    });
    expect(html).toContain('<a href="/phases/caching/#redis">');
    expect(html).toContain('aria-describedby="f1d"');
    expect(html).toContain('<figcaption>C &amp; D</figcaption>');
    expect(html).not.toContain('%');
  });

  test('tells the messages of a sequence in order', async () => {
    const source = readDiagramSource(
      'sequenceDiagram\n  participant A as Shop\n  participant B\n  A->>B: ask\n  alt known\n    B-->>A: answer\n  end',
    );
    const { outline } = drawn(await openStudio(folder()).drawing(source));
    expect(outline.lines).toEqual([
      { from: 'Shop', to: 'B', text: 'ask' },
      { frame: '[known]' },
      { from: 'B', to: 'Shop', text: 'answer' },
    ]);
  });

  test('is the same however it is drawn, random layouts included', async () => {
    const map = readDiagramSource('mindmap\n  root((R))\n    A\n      B\n    C\n    D');
    const alone = drawn(await openStudio(folder()).drawing(map));
    const studio = openStudio(folder());
    const [, among] = await Promise.all([studio.drawing(readDiagramSource(flow)), studio.drawing(map)]);
    expect(drawn(among!).svg).toBe(alone.svg);
  });

  test('costs no browser the second time, and is drawn again when its file is damaged', async () => {
    const cache = folder();
    const first = drawn(await openStudio(cache).drawing(readDiagramSource(flow)));
    const warm = openStudio(cache);
    expect(drawn(await warm.drawing(readDiagramSource(flow)))).toEqual(first);
    expect(warm.counts()).toEqual({ cached: 1, drawn: 0 });
    const file = path.join(cache, readdirSync(cache)[0]!);
    writeFileSync(file, readFileSync(file, 'utf8').replace('Start', 'Stort'));
    const again = openStudio(cache);
    expect(drawn(await again.drawing(readDiagramSource(flow)))).toEqual(first);
    expect(again.counts()).toEqual({ cached: 0, drawn: 1 });
  });

  test('is kept under another name than before its code changed what it looks like, and only then', () => {
    const conditions = drawingConditions();
    const of = (text: string) => conditions(readDiagramSource(text));
    const plain = of('flowchart TD\n  A --> B');
    expect(of('flowchart TD\n  X --> Y')).toBe(plain);
    for (const text of ['treemap-beta\n"A": 1', 'pie\n  "$$a$$" : 1', 'flowchart TD\n  A\n  style A stroke-width:12px'])
      expect(of(text)).not.toBe(plain);
  });

  test('that is used no more leaves the cache', async () => {
    const cache = folder();
    await openStudio(cache).drawing(readDiagramSource(flow));
    const later = openStudio(cache);
    await later.drawing(readDiagramSource('flowchart TD\n  X --> Y'));
    expect(later.tidy()).toBe(1);
    expect(readdirSync(cache)).toHaveLength(1);
  });

  test('keeps a label that looks like a place for an address, and a title that looks like a pattern', async () => {
    const studio = openStudio(folder());
    const source = readDiagramSource(
      'flowchart TD\n  accTitle: a $\' b $& %id%\n  accDescr: c\n  A["%link0% %id%"] --> B\n  click B "caching"',
    );
    const drawing = drawn(await studio.drawing(source));
    const { title = '', description = '' } = source;
    const parts = {
      drawing,
      title,
      description,
      caption: 'C',
      links: [{ address: "/a/?b=$'&c" }],
      t: translator(english, 'en'),
    };
    const html = figureHtml({ ...parts, id: 'f1' });
    expect(html).toContain(`aria-label="a $' b $&amp; %id%"`);
    expect(html.match(/<svg/g)).toHaveLength(1);
    expect(html).toContain(`<a href="/a/?b=$'&amp;c">`);
    expect(html.replace(/<[^>]*>/g, '')).toContain('%link0% %id%');
    expect(html.match(/%link0%/g)).toHaveLength(html.replace(/<[^>]*>/g, '').match(/%link0%/g)!.length);
  });

  test('has text of SVG and the colours of the page, whatever its own settings say', async () => {
    const studio = openStudio(folder());
    const settings = '{"htmlLabels": true, "theme": "dark", "flowchart": {"htmlLabels": true}}';
    for (const start of [`%%{init: ${settings}}%%\n`, `---\nconfig: ${settings}\n---\n`]) {
      const drawing = drawn(await studio.drawing(readDiagramSource(`${start}flowchart TD\n  A[Start] --> B[End]`)));
      expect(drawing.svg).toContain('Start');
      expect(drawing.svg).not.toContain('foreignObject');
      expect(JSON.stringify(drawing.rules)).not.toMatch(/#[0-9a-f]{3,6}/i);
    }
  });

  test('leaves alone what is no drawing, and what another build is writing', async () => {
    const cache = folder();
    await openStudio(cache).drawing(readDiagramSource(flow));
    mkdirSync(path.join(cache, 'folder'));
    mkdirSync(path.join(cache, `${'a'.repeat(24)}.json`));
    const [now, old] = ['b', 'c'].map((letter) => `${letter.repeat(24)}.json.123`) as [string, string];
    for (const name of ['notes.txt', now, old]) writeFileSync(path.join(cache, name), 'x');
    utimesSync(path.join(cache, old), 1, 1);
    const later = openStudio(cache);
    await later.drawing(readDiagramSource(flow));
    expect(later.tidy()).toBe(0);
    expect(readdirSync(cache)).toEqual(expect.arrayContaining(['folder', 'notes.txt', now]));
    expect(readdirSync(cache)).not.toContain(old);
  });

  test('is shown where nothing can be kept, and says that it will be drawn again', async () => {
    const file = path.join(folder(), 'file');
    writeFileSync(file, '');
    const told: string[] = [];
    const studio = openStudio(file, (message) => told.push(message));
    drawn(await studio.drawing(readDiagramSource(flow)));
    expect(studio.tidy()).toBe(0);
    await expect.poll(() => told.join()).toContain('cannot be written to');
  });

  test('that is wrong says why and where, and does not hurt its neighbours', async () => {
    const studio = openStudio(folder());
    const [bad, unknown, good] = await Promise.all(
      ['flowchart TD\n  accTitle: X\n  A --> B\n  B -->', 'flowchart TD\n  A --> B\n  click C "caching"', flow].map(
        (text) => studio.drawing(readDiagramSource(text)),
      ),
    );
    expect(bad).toMatchObject({ reason: expect.stringContaining('Parse error'), line: 4 });
    expect(unknown).toMatchObject({ unknownNodes: [{ node: 'C', line: 3 }] });
    expect(isFault(good!)).toBe(false);
  });
});
