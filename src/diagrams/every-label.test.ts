/** What authors write into diagrams, and what must come out: small sources, each drawn, with the right value. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { contrast } from '../curriculum/schema/contrast.ts';
import { english } from '../strings/english.ts';
import { translator } from '../strings/translator.ts';
import { isFault, type Drawing } from './draw.ts';
import { figureHtml, figureLinks, leastWidthOf } from './figure.ts';
import { formulasInOtherForm } from './formulas.ts';
import { rolePaints, type Role } from './palette.ts';
import { readDiagramSource } from '../markdown/diagram-source.ts';
import { openStudio } from './studio.ts';
import { lostWords } from './words.ts';

const studio = openStudio(mkdtempSync(path.join(tmpdir(), 'labels-')));

async function draw(source: string): Promise<Drawing> {
  const result = await studio.drawing(readDiagramSource(source));
  if (isFault(result)) throw new Error(JSON.stringify(result));
  return result;
}

/** Text of a picture, its rows one behind the other. */
const textOf = ({ svg }: Drawing) =>
  svg
    .replace(/<\/t(?:ext|span)>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&#x3C;', '<')
    .replaceAll('&#x26;', '&')
    .replace(/\s+/g, ' ');

/** The fill of the element that directly holds some text, or of the nearest around it that has one. */
function inkOf({ svg, rules }: Drawing, words: string): string {
  const fills: (string | undefined)[] = [];
  let found = '';
  for (const [, close, tag, attributes = '', text] of svg.matchAll(/<(\/?)(\w+)([^>]*?)\/?>|([^<]+)/g)) {
    if (text?.includes(words)) found = fills.findLast(Boolean) ?? 'var(--diagram-ink)';
    if (!tag || /^(?:path|rect|line|circle|polygon|ellipse)$/.test(tag)) continue;
    if (close) fills.pop();
    else fills.push(/(?:^|;)fill:([^;]+)/.exec(rules[/class="(\w+)"/.exec(attributes)?.[1] ?? ''] ?? '')?.[1]);
  }
  return found;
}

const inTheme = (value: string, theme: 'light' | 'dark') => {
  const role = /^var\(--diagram-([\w-]+)\)$/.exec(value)?.[1] as Role | undefined;
  return role
    ? rolePaints[role][theme]
    : (/^light-dark\((#\w+), (#\w+)\)$/.exec(value)?.[theme === 'light' ? 1 : 2] ?? value);
};
const isReadOn = (ink: string, ground: string) =>
  (['light', 'dark'] as const).every((theme) => contrast(inTheme(ink, theme), inTheme(ground, theme)) >= 4.5);
const fillsOf = ({ rules }: Drawing) =>
  Object.values(rules).flatMap((rule) => /(?:^|;)fill:([^;]+)/.exec(rule)?.[1] ?? []);

describe('colors of an author', () => {
  test.each([
    ['a pale box', 'flowchart TD\n  A[Text]\n  style A fill:#e3f2fd', '#e3f2fd'],
    ['a dark box', 'flowchart TD\n  A[Text]\n  style A fill:#1a237e', '#1a237e'],
    ['a class with black text', 'flowchart TD\n  A[Text]:::k\n  classDef k fill:#ffcc80,color:#000', '#ffcc80'],
    ['red by its name', 'flowchart TD\n  A[Text]\n  style A fill:red', '#fe0000'],
    ['red by its number', 'flowchart TD\n  A[Text]\n  style A fill:#ff0000', '#ff0001'],
    ['black with yellow text', 'flowchart TD\n  A[Text]\n  style A fill:#000,color:#ffeb3b', '#000001'],
    ['an entity', 'erDiagram\n  Text {\n    string a\n  }\n  style Text fill:#f9f', '#ff99ff'],
    ['a class', 'classDiagram\n  class Text\n  style Text fill:#bbf', '#bbbbff'],
    ['a state', 'stateDiagram-v2\n  [*] --> Text:::k\n  classDef k fill:#ffd,color:#333', '#ffffdd'],
    ['a box of C4', 'C4Context\n  System(a, "Text")\n  UpdateElementStyle(a, "grey", "red")', '#ff0001'],
  ])('stay and carry text that can be read in both themes: %s', async (_name, source, fill) => {
    const drawing = await draw(source);
    const near = (one: string) => /^#/.test(one) && contrast(one, fill) < 1.02;
    expect(fillsOf(drawing).some(near), fillsOf(drawing).join()).toBe(true);
    expect(isReadOn(inkOf(drawing, 'Text'), fill), inkOf(drawing, 'Text')).toBe(true);
  });

  test('are told from those of Mermaid', async () => {
    const drawing = await draw('flowchart TD\n  A[One] --> B[Two]\n  style A fill:#000,color:#ffeb3b');
    expect(inkOf(drawing, 'One')).toBe('#ffeb3b');
    expect(inkOf(drawing, 'Two')).toBe('var(--diagram-ink)');
  });

  test('of a group are pale in the light theme and deep in the dark one, so that lines are seen on them', async () => {
    for (const source of [
      'flowchart TD\n  subgraph G[Text]\n    A --> B\n  end\n  style G fill:#e3f2fd',
      'sequenceDiagram\n  rect rgb(227, 242, 253)\n    A->>B: Text\n  end',
    ]) {
      const drawing = await draw(source);
      const ground = fillsOf(drawing).find((fill) => fill.startsWith('light-dark('))!;
      expect(inTheme(ground, 'light')).toBe('#e3f2fd');
      expect(contrast(rolePaints.line.dark, inTheme(ground, 'dark'))).toBeGreaterThan(3);
      expect(isReadOn(inkOf(drawing, 'Text'), ground)).toBe(true);
    }
  });

  test('of a line are seen in both themes', async () => {
    const drawing = await draw('flowchart TD\n  A --> B\n  linkStyle 0 stroke:#000');
    const stroke = Object.values(drawing.rules).flatMap((rule) => /stroke:(light-dark[^;]+)/.exec(rule)?.[1] ?? [])[0]!;
    expect(contrast(inTheme(stroke, 'dark'), rolePaints.page.dark)).toBeGreaterThanOrEqual(3);
  });

  test('leave the numbers of messages in the color of the page, on their pins', async () => {
    const drawing = await draw('sequenceDiagram\n  autonumber\n  A->>B: Text');
    expect(inkOf(drawing, '1')).toBe('var(--diagram-page)');
  });

  test('make the pin of a message wide enough for a number of two digits', async () => {
    const drawing = await draw('sequenceDiagram\n  autonumber 9\n  A->>B: Text\n  A->>B: More');
    const ruleOf = (number: string) =>
      drawing.rules[new RegExp(`<text[^>]* class="(\\w+)"[^>]*>${number}<`).exec(drawing.svg)?.[1] ?? ''];
    expect(ruleOf('9')).not.toContain('stroke');
    expect(ruleOf('10')).toMatch(/fill:var\(--diagram-page\);.*paint-order:stroke;stroke:var\(--diagram-line\)/);
  });

  test.each(['', ':::k'])(
    'of a point, or of Mermaid, have words with a rim in the color of the page: %s',
    async (style) => {
      const drawing = await draw(
        `quadrantChart\n  Text${style}: [0.3, 0.6]\n  classDef k color: #908342, radius: 10, stroke-color: #310085, stroke-width: 10px`,
      );
      const [, name = ''] = /<text[^>]* class="(\w+)"[^>]*>Text</.exec(drawing.svg) ?? [];
      expect(drawing.rules[name]).toMatch(/paint-order:stroke;.*stroke:var\(--diagram-page\)/);
      expect(inkOf(drawing, 'Text')).toBe('var(--diagram-ink)');
    },
  );

  test('that cannot be told apart are named', async () => {
    expect((await draw('flowchart TD\n  A[Text]\n  style A fill:#ffcc80,color:#ffffff')).pairs).toEqual([
      { fill: '#ffcc80', color: '#fffffe' },
    ]);
    expect((await draw('flowchart TD\n  A[Text]\n  style A fill:#ffcc80,color:#000')).pairs).toBeUndefined();
  });
});

describe('a label', () => {
  test.each([
    ['flowchart TD\n  A["load > 80%"] -->|"n >= 3"| B["a -> b"]', ['load > 80%', 'n >= 3', 'a -> b']],
    ['flowchart TD\n  A["&quot;a&quot;&nbsp;b #quot;c#quot; #9829; &lt;d&gt;"]', ['"a" b "c" ♥ <d>']],
    ['flowchart TD\n  A["<b>a</b> <i>b</i> x<sub>2</sub> y<sup>3</sup> <a href=\'#\'>c</a>"]', ['a b x₂ y³ c']],
    ['flowchart TD\n  A["one<br/>two<br>three"]', ['one two three']],
    ['flowchart TD\n  A["fa:fa-database Store"] --> B[fa:fa-user]', ['Store', 'user']],
    ['flowchart TD\n  A["$$x^2 + \\frac{a}{b} \\leq \\sqrt{n}$$"]', ['x² + a/b ≤ √n']],
    ['sequenceDiagram\n  A->>B: $$\\alpha_1 \\times 2$$', ['α₁ × 2']],
    ['flowchart TD\n  A["$$\\aleph \\implies \\sin x - 78^\\circ$$"]', ['ℵ ⟹ sin x − 78°']],
    ['flowchart TD\n  A["$$x = \\begin{cases} a & b \\\\ c & d \\end{cases}$$"]', ['x = { a b , c d']],
    ['mindmap\n  root\n    `one\n    two`', ['one', 'two']],
    ['flowchart TD\n  A["`**bold** and ~~gone~~ and [a](b)`"]', ['bold and gone and a']],
    ['flowchart TD\n  A["GET /users/%id% %link0%"]', ['GET /users/%id% %link0%']],
    ['eventmodeling\n\ntf 01 ui CartUI\ntf 02 cmd AddItem\ntf 03 evt ItemAdded\n', ['CartUI', 'AddItem', 'ItemAdded']],
  ])('keeps its words: %s', async (source, labels) => {
    const drawing = await draw(source);
    for (const label of labels) expect(textOf(drawing)).toContain(label);
    expect(textOf(drawing)).not.toMatch(/&\w+;|<\/?(?:b|i|sub|sup|a)\b|\$\$|fa:fa-/);
    expect(lostWords(readDiagramSource(source), drawing)).toEqual([]);
  });
});

test('a word that a picture does not show is named', () => {
  expect(
    lostWords(
      { type: 'flowchart', mermaid: 'flowchart TD\n  A["load > 80%"] -->|gone| B' },
      { svg: '<text>load 80% B</text>' },
    ),
  ).toEqual(['>', 'gone']);
  expect(
    lostWords({ type: 'flowchart', mermaid: 'flowchart TD\n  A["load > 80%"]' }, { svg: '<text>load > 80%</text>' }),
  ).toEqual([]);
});

test.each([
  ['sequenceDiagram\n  link A: Wiki @ https://example.com\n  A->>B: a', ['Wiki']],
  [
    'sequenceDiagram\n  links A: {"Wiki": "https://a.example", "Log": "https://b.example"}\n  A->>B: a',
    ['Wiki', 'Log'],
  ],
  [
    '%%{init: {"sequence": {"forceMenus": true}}}%%\nsequenceDiagram\n  link A: Wiki @ https://example.com\n  A->>B: a',
    [],
  ],
])('a menu of links that a picture does not show is named: %s', async (source, lost) => {
  expect(lostWords(readDiagramSource(source), await draw(source))).toEqual(lost);
});

test('what one row of text cannot show of a formula is named, and what TeX does not have', () => {
  const of = (tex: string) => formulasInOtherForm(`flowchart TD\n  A["$$${tex}$$"]`);
  for (const tex of ['x^2 + \\frac{a}{b} \\leq \\sqrt[3]{n}', '\\aleph \\text{ if } \\lim_{x \\to 0} \\sin x'])
    expect(of(tex)).toEqual([]);
  expect(of('\\frac{\\vec{v}}{2}')).toEqual([{ formula: '\\frac{\\vec{v}}{2}', command: '\\vec' }]);
  expect(of('\\begin{pmatrix} 1 \\end{pmatrix}')).toMatchObject([{ command: '\\begin' }]);
  expect(of('\\alhpa')).toMatchObject([{ command: '\\alhpa' }]);
});

describe('a treemap', () => {
  const fields = 'treemap-beta\n"Budget"\n  "Critical"\n    "Server Costs": 50000\n    "Salaries": 80000\n';

  test('shows each label and value, however small its field', async () => {
    const source = `${fields}  "Normal"\n    "Office Supplies": 5000\n    "Marketing": 15000`;
    const drawing = await draw(source);
    for (const words of ['Normal', '20,000', 'Office Supplies', '5,000', 'Marketing', '15,000'])
      expect(textOf(drawing)).toContain(words);
    expect(lostWords(readDiagramSource(source), drawing)).toEqual([]);
  });

  test('names a label and a value that have no room at all', async () => {
    const source = `${fields}  "Normal": 3`;
    expect(lostWords(readDiagramSource(source), await draw(source))).toEqual(['Normal', '3']);
  });
});

test('ribbons of a Sankey diagram keep their gradients', async () => {
  const { svg } = await draw('---\nconfig:\n  sankey:\n    linkColor: gradient\n---\nsankey-beta\n\nA,B,10\nA,C,5');
  const gradients = new Set([...svg.matchAll(/<linearGradient[^>]* id="([^"]+)"/g)].map(([, id]) => id));
  const ribbons = [...svg.matchAll(/stroke="url\(#([^)]+)\)"/g)].map(([, id]) => id!);
  expect(ribbons).toHaveLength(2);
  for (const id of ribbons) expect(gradients.has(id)).toBe(true);
  expect(svg.match(/<stop [^>]*class=/g)).toHaveLength(4);
});

test('a source over fifty thousand characters is drawn, and one that is far longer is refused', async () => {
  const long = (rows: number) =>
    `flowchart TD\n${'  %% a comment of forty characters, no more\n'.repeat(rows)}  A[Text]`;
  expect(textOf(await draw(long(1500)))).toContain('Text');
  expect(await studio.drawing(readDiagramSource(long(15000)))).toMatchObject({
    reason: expect.stringContaining('500,000') as string,
  });
});

test('settings of a theme change nothing', async () => {
  const plain = await draw('flowchart TD\n  A --> B');
  const settings =
    '{"theme":"base","themeVariables":{"primaryColor":"#ffe0b2","lineColor":"#d84315"},"fontFamily":"serif"}';
  const themed = await draw(`%%{init: ${settings}}%%\nflowchart TD\n  A --> B`);
  expect(themed).toEqual(plain);
});

test('a task of a Gantt chart becomes a link, bar and words', async () => {
  const { svg } = await draw(
    'gantt\n  dateFormat YYYY-MM-DD\n  Bake : t1, 2026-01-01, 3d\n  click t1 href "https://example.com"',
  );
  expect(svg.match(/<a href="%link0%"><(?:rect|text)/g)).toHaveLength(2);
});

test('every link to a node that is not there is told, beside what else is wrong', async () => {
  const result = await studio.drawing(readDiagramSource('flowchart TD\n  A --> B\n  click C "x"\n  click D "y"'));
  expect(result).toMatchObject({ unknownNodes: [{ node: 'C' }, { node: 'D' }] });
});

test('text of a very wide picture is never under 11 px: its frame scrolls', () => {
  expect(leastWidthOf({ width: 20_000, rules: {} })).toBeGreaterThanOrEqual((20_000 * 11) / 16);
  expect(leastWidthOf({ width: 1000, rules: { d0a: 'font-size:8px' } })).toBeGreaterThanOrEqual(1375);
  expect(leastWidthOf({ width: 300, rules: {} })).toBeUndefined();
});

test('a tooltip and a tab of its own stay with a link', async () => {
  const source = readDiagramSource('flowchart TD\n  A --> B\n  click A "https://example.com" "More & more" _blank');
  const drawing = await draw('flowchart TD\n  A --> B\n  click A "https://example.com" "More & more" _blank');
  const links = figureLinks(source.links, (target) => target);
  const parts = { title: 'T', description: 'D', caption: 'C', id: 'f1', links, t: translator(english, 'en') };
  expect(figureHtml({ drawing, ...parts })).toContain(
    '<a href="https://example.com" target="_blank" rel="noopener"><title>More &amp; more</title>',
  );
});
