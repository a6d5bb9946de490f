import { describe, expect, test } from 'vitest';
import { branchMap, inReadingOrder, mirroredBranches } from './branch-map.ts';
import { textWidth, titleLines } from './label.ts';
import { lineMap, medium, mirrored, small, wide, type MapLayout, type MapSizes } from './line-map.ts';
import { bent, type Point } from './path.ts';
import { roadmapGraph, type MapNode, type RoadmapGraph } from './roadmap-graph.ts';
import { trackLights, tracksOfLines } from './track-lights.ts';

const titles = [
  'Caching',
  'Donaudampfschifffahrt',
  'Relational databases',
  'Authentication and authorization',
  'Web servers and API gateway',
];

function node(index: number, needs: string[], supplement = false): MapNode {
  return {
    slug: `lesson-${index}`,
    ...(!supplement && { position: index + 1, part: Math.floor(index / 4) }),
    title: titles[index % titles.length]!,
    level: 'beginner',
    hours: [1, 2],
    path: `/phases/lesson-${index}/`,
    needs,
    opens: [],
    stops: [],
    projects: index % 5 === 0 ? [{ title: 'Something', path: '/projects/#something' }] : [],
  };
}

/** A roadmap in which each lesson needs up to three earlier ones, always the same for the same numbers. */
function graphOf(count: number, needsOf: (index: number) => number[]): Pick<RoadmapGraph, 'nodes' | 'edges'> {
  const nodes = Array.from({ length: count }, (_, index) =>
    node(
      index,
      [...new Set(needsOf(index))].map((before) => `lesson-${before}`),
      index > count * 0.7,
    ),
  );
  return { nodes, edges: nodes.flatMap(({ slug, needs }) => needs.map((from) => ({ from, to: slug }))) };
}
const mixed = (index: number) =>
  index === 0
    ? []
    : [index - 1 - ((index * 7) % Math.min(index, 6)), ...(index % 6 === 0 ? [Math.floor(index / 2)] : [])];
const shapes: Record<string, (index: number) => number[]> = {
  'a mixed one': mixed,
  'one chain': (index) => (index === 0 ? [] : [index - 1]),
  'one without prerequisites': () => [],
  'a star': (index) => (index === 0 ? [] : [0]),
};

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}
const overlap = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

function marks({ stations }: MapLayout, radius: number): Box[] {
  return stations.map(({ x, y }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }));
}
function words({ stations }: MapLayout, { mark, leading, font }: MapSizes): Box[] {
  return stations.map(({ x, y, lines, projects }) => {
    const half = Math.max(...lines.map((line) => textWidth(line, font))) / 2;
    const top = y + mark + 5;
    return { left: x - half, right: x + half, top, bottom: top + lines.length * leading + (projects.length ? 12 : 0) };
  });
}
/** Each stretch of a line as a box as wide as the line is drawn. */
function stretches({ lines }: MapLayout): (Box & { from: string; to: string })[] {
  return lines.flatMap(({ corners, from, to }) =>
    corners.slice(1).map(([x, y], index) => {
      const [startX, startY] = corners[index]!;
      return {
        from,
        to,
        left: Math.min(x, startX) - 2.5,
        right: Math.max(x, startX) + 2.5,
        top: Math.min(y, startY) - 2.5,
        bottom: Math.max(y, startY) + 2.5,
      };
    }),
  );
}
const clashes = (all: readonly Box[]) =>
  all.flatMap((one, index) => all.slice(index + 1).filter((other) => overlap(one, other)));

describe.each([5, 25, 37, 100])('a map of %i lessons', (count) => {
  for (const [shape, needsOf] of Object.entries(shapes)) {
    for (const [name, sizes] of Object.entries({ wide, medium })) {
      test(`keeps stations and words apart and every line clear of both (${shape}, ${name})`, () => {
        const layout = lineMap(graphOf(count, needsOf), sizes);
        const [stationBoxes, labelBoxes, lineBoxes] = [
          marks(layout, sizes.mark),
          words(layout, sizes),
          stretches(layout),
        ];
        expect(layout.stations).toHaveLength(count);
        expect(clashes([...stationBoxes, ...labelBoxes])).toEqual([]);
        expect(lineBoxes.filter((line) => labelBoxes.some((label) => overlap(line, label)))).toEqual([]);
        const through = lineBoxes.filter(({ from, to, ...line }) =>
          layout.stations.some(
            ({ slug }, index) => slug !== from && slug !== to && overlap(line, stationBoxes[index]!),
          ),
        );
        expect(through).toEqual([]);
        for (const box of [...stationBoxes, ...labelBoxes, ...lineBoxes]) {
          expect(box.left).toBeGreaterThanOrEqual(-8);
          expect(box.right).toBeLessThanOrEqual(layout.width + 8);
          expect(box.bottom).toBeLessThanOrEqual(layout.height);
        }
      });
    }

    test(`for a phone keeps words right of all lines, rows apart, and passes no other station (${shape})`, () => {
      const layout = branchMap(graphOf(count, needsOf));
      const lineBoxes = stretches(layout);
      const words = layout.stations.map(({ textX, y, lines }) => ({
        ...{ left: textX, right: layout.width },
        ...{ top: y - 8, bottom: y + lines.length * 19 + 6 },
      }));
      expect(lineBoxes.filter((line) => words.some((box) => overlap(line, box)))).toEqual([]);
      const rows = layout.stations.map(({ y }) => y);
      expect([...rows].sort((a, b) => a - b)).toEqual(rows);
      expect(clashes(marks(layout, 8))).toEqual([]);
      const through = lineBoxes.filter(({ from, to, ...line }) =>
        layout.stations.some(
          ({ slug, x, y }) =>
            slug !== from && slug !== to && overlap(line, { left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }),
        ),
      );
      expect(through).toEqual([]);
    });
  }

  test('as a small picture keeps its stations apart', () => {
    expect(clashes(marks(lineMap(graphOf(count, mixed), small), small.mark))).toEqual([]);
  });
});

describe('the order of the map', () => {
  test('puts each lesson right of all it needs', () => {
    const { nodes, edges } = graphOf(37, mixed);
    const { stations } = lineMap({ nodes, edges }, { ...wide, columns: 100 });
    const x = new Map(stations.map((station) => [station.slug, station.x]));
    expect(edges.filter(({ from, to }) => x.get(from)! >= x.get(to)!)).toEqual([]);
  });

  test('goes on in a band below where there are more columns than fit', () => {
    const chain = lineMap(graphOf(25, shapes['one chain']!), wide);
    expect(new Set(chain.stations.map(({ y }) => y)).size).toBe(3);
    expect(chain.width).toBeLessThan(1500);
  });

  test('for a phone puts a supplement behind the last lesson that it needs', () => {
    const nodes = [node(0, []), node(1, []), node(2, []), node(3, ['lesson-4'], true), node(4, ['lesson-0'], true)];
    expect(inReadingOrder(nodes).map(({ slug }) => slug)).toEqual([0, 4, 3, 1, 2].map((one) => `lesson-${one}`));
  });

  test('is turned round where script runs from the right', () => {
    const graph = graphOf(5, mixed);
    const layout = lineMap(graph, wide);
    expect(mirrored(layout).stations.map(({ x }) => x)).toEqual(layout.stations.map(({ x }) => layout.width - x));
    const branches = branchMap(graph);
    expect(mirroredBranches(branches).stations.map(({ textX }) => textX)).toEqual(
      branches.stations.map(({ textX }) => branches.width - textX),
    );
  });
});

describe('the dataset', () => {
  const lesson = (slug: string, prerequisites: string[], position?: number) => ({
    ...({ slug, prerequisites, title: slug, level: 'beginner', hours: [1, 2], path: `/${slug}/`, stops: [] } as const),
    ...(position !== undefined && { position }),
  });
  const project = (title: string, needs: string[]) => ({ title, path: `/${title}/`, needs });
  const graph = roadmapGraph({
    phases: [lesson('flour', [], 1), lesson('dough', ['flour'], 2), lesson('baking', ['dough', 'flour'], 3)],
    supplements: [lesson('ovens', ['baking', 'dough'])],
    parts: [
      { title: 'Start', phases: ['flour', 'dough'] },
      { title: 'End', phases: ['baking'] },
    ],
    projects: [project('loaf', ['dough', 'flour']), project('bakery', ['flour', 'ovens'])],
  } as unknown as Parameters<typeof roadmapGraph>[0]);
  const of = (slug: string) => graph.nodes.find((one) => one.slug === slug)!;

  test('draws no line that a longer way says, and keeps all that a lesson names', () => {
    expect(graph.edges.map(({ from, to }) => `${from} ${to}`)).toEqual(['flour dough', 'dough baking', 'baking ovens']);
    expect(of('baking')).toMatchObject({ needs: ['dough', 'flour'], opens: ['ovens'], part: 1 });
    expect(of('flour').opens).toEqual(['dough', 'baking']);
  });
  test('hangs each project on the last lesson that it needs', () => {
    expect(of('dough').projects.map(({ title }) => title)).toEqual(['loaf']);
    expect(of('ovens').projects.map(({ title }) => title)).toEqual(['bakery']);
    expect(of('baking').projects).toEqual([]);
  });
});

test('titles break at spaces, and a word that is too long has its own line', () => {
  expect(titleLines('Web servers and API gateway', 100, 13)).toEqual(['Web servers', 'and API', 'gateway']);
  expect(titleLines('Un mot anticonstitutionnellement', 60, 13)).toEqual(['Un mot', 'anticonstitutionnellement']);
});
test('a line has rounded corners, and none where it goes straight on', () => {
  const points: Point[] = [
    [0, 0],
    [10, 0],
    [20, 0],
    [20, 20],
  ];
  expect(bent(points, 4)).toBe('M0 0L16 0Q20 0 20 4L20 20');
});

test('a line belongs to the tracks that come to both of its ends', () => {
  const stop = (track: string) => ({ track, path: '', label: '', stage: 1 });
  const on = tracksOfLines([
    { slug: 'flour', stops: [stop('weekend'), stop('month'), stop('weekend')] },
    { slug: 'dough', stops: [stop('month'), stop('weekend')] },
    { slug: 'ovens', stops: [stop('month')] },
    { slug: 'salt', stops: [] },
  ] as unknown as Parameters<typeof tracksOfLines>[0]);
  expect(on('flour', 'dough')).toBe('weekend month');
  expect(on('dough', 'ovens')).toBe('month');
  expect(on('dough', 'salt')).toBeUndefined();
  expect(trackLights(['month'])).toContain('.line:not([data-tracks~="month"],[data-role]){stroke:var(--line)}');
});
