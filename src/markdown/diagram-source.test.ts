import { describe, expect, test } from 'vitest';
import { readDiagramSource } from './diagram-source.ts';

describe('a link', () => {
  test.each([
    ['a task of a Gantt chart', 'gantt\n  A : t1, 2026-01-01, 1d\n  click t1 href "https://example.com"', 'gantt'],
    ['an address with a tooltip', 'flowchart TD\n  t1\n  click t1 "https://example.com" "More" _blank', 'flowchart'],
    ['a class', 'classDiagram\n  class t1\n  link t1 "https://example.com" "More"', 'classDiagram'],
  ])('is taken from %s', (_name, text, type) => {
    const source = readDiagramSource(text);
    expect(source.type).toBe(type);
    expect(source.links).toMatchObject([{ node: 't1', target: 'https://example.com', line: 3 }]);
    expect(source.mermaid).toBe(text.split('\n').slice(0, 2).join('\n'));
  });

  test('may have a tooltip over several rows, and open a tab', () => {
    const source = readDiagramSource(
      'flowchart TD\n  A --> B\n  click A "caching" "one\n  two" _blank\n  click B "apis"',
    );
    expect(source.links).toEqual([
      { node: 'A', target: 'caching', tooltip: 'one two', opensTab: true, line: 3 },
      { node: 'B', target: 'apis', line: 5 },
    ]);
    expect(source.mermaid).toBe('flowchart TD\n  A --> B');
  });

  test('of several nodes is one of each', () => {
    expect(readDiagramSource('gantt\n  click a,b href "caching"').links.map(({ node }) => node)).toEqual(['a', 'b']);
  });

  test('is told from a message of the same word', () => {
    const text = 'sequenceDiagram\n  link A: Wiki @ https://example.com\n  A->>B: click "x"';
    expect(readDiagramSource(text)).toMatchObject({ links: [], mermaid: text });
  });
});

describe('lines', () => {
  test.each([
    ['---\ntitle: A\nconfig:\n  layout: dagre\n---\nflowchart TD\n  A --> B\n  B -->', [6, 7, 8]],
    ['%%{init: {"flowchart": {}}}%%\n%% a comment\n\nflowchart TD\n  %% another\n  A -->', [4, 6]],
    ['flowchart TD\n  accTitle: A\n  A\n%%{init: {\n  "flowchart": {}\n}}%%\n  B', [1, 3, 6, 7]],
  ])('are those that Mermaid counts: %s', (text, lines) => {
    expect(readDiagramSource(text).lines).toEqual(lines);
  });
});

describe('settings of colors, fonts and looks', () => {
  test.each([
    [
      '%%{init: {"theme":"base","themeVariables":{"primaryColor":"#ffe0b2","lineColor":"#d84315"}}}%%\npie',
      ['theme 1', 'themeVariables 1'],
    ],
    ["%%{init: {\n  'theme': 'forest'\n}}%%\npie", ['theme 2']],
    ['---\ntitle: The theme: a\nconfig:\n  look: handDrawn\n  theme: forest\n---\npie', ['look 4', 'theme 5']],
    ['flowchart TD\n  A[theme: dark]', []],
  ])('are named with their lines: %s', (text, found) => {
    expect(readDiagramSource(text).ignored.map(({ name, line }) => `${name} ${line}`)).toEqual(found);
  });
});
