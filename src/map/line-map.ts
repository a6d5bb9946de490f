/**
 * Places the stations and lines of the map: columns from left to right, each lesson right of all it needs. Where there
 * are more columns than fit, the map goes on in a band below. Lines run along rows and change rows only in the gap
 * between two columns, words stand below their station and inside their column, so that no line can cross a word.
 */
import { textWidth, titleLines } from './label.ts';
import { bent, type Point } from './path.ts';
import { inOrder, type MapEdge, type MapNode, type RoadmapGraph } from './roadmap-graph.ts';

export interface Station extends MapNode {
  /** Center of its mark, in px. */
  x: number;
  y: number;
  /** The title in lines that fit the column. */
  lines: string[];
}

export interface Line extends MapEdge {
  /** Corners from the one station to the other. */
  corners: Point[];
  /** `d` of an SVG path. */
  path: string;
  /** Index of the part it leads to; none to a supplement. */
  part?: number;
}

export interface MapLayout {
  width: number;
  height: number;
  stations: Station[];
  /** In the order they are painted: what reaches furthest lies below. */
  lines: Line[];
  /** Whether it runs from right to left: stations are placed so, paths of lines are to be mirrored. */
  mirrored?: boolean;
}

export interface MapSizes {
  /** The most columns side by side. */
  columns: number;
  /** Room for words in a column, in px. */
  label: number;
  /** Letters of a title, in px; a line of them is `leading` high. */
  font: number;
  leading: number;
  /** Radius of a station. */
  mark: number;
  /** Distance of two lines side by side. */
  lane: number;
  /** Whether titles and projects are written below the stations. */
  words: boolean;
}

export const wide: MapSizes = { columns: 11, label: 100, font: 13, leading: 15, mark: 13, lane: 9, words: true };
export const medium: MapSizes = { ...wide, columns: 6 };
export const small: MapSizes = { columns: 11, label: 30, font: 10, leading: 0, mark: 10, lane: 6, words: false };

/** A lesson in its column, or a line that passes through one on its way; lines of one lesson pass together. */
interface Item {
  slug: string;
  column: number;
  row: number;
  /** Whether it is the lesson itself. */
  station: boolean;
}

interface Link {
  from: Item;
  to: Item;
}

/** @param nodes in any order, without circles */
export function lineMap({ nodes, edges }: Pick<RoadmapGraph, 'nodes' | 'edges'>, sizes: MapSizes): MapLayout {
  const columns = columnsOf(nodes, edges);
  const count = Math.max(-1, ...columns.values()) + 1;
  const bands = Math.max(1, Math.ceil(count / sizes.columns));
  const perBand = Math.ceil(count / bands);
  const { items, links, ways } = itemsOf(nodes, edges, columns);
  arrange(items, links);
  return place(nodes, edges, sizes, perBand, items, links, ways);
}

/** The column of each lesson: right of all it needs, and never more than eight in one column. */
function columnsOf(nodes: readonly MapNode[], edges: readonly MapEdge[]): Map<string, number> {
  const needs = new Map(nodes.map(({ slug }) => [slug, [] as string[]]));
  for (const { from, to } of edges) needs.get(to)!.push(from);
  const columns = new Map<string, number>();
  const filled: number[] = [];
  for (const slug of inOrder([...needs.keys()], needs)) {
    let column = Math.max(-1, ...needs.get(slug)!.map((before) => columns.get(before) ?? -1)) + 1;
    while ((filled[column] ?? 0) >= 8) column += 1;
    filled[column] = (filled[column] ?? 0) + 1;
    columns.set(slug, column);
  }
  return columns;
}

/** Lessons and passing lines as items, joined from column to column, and the items on the way of each edge. */
function itemsOf(nodes: readonly MapNode[], edges: readonly MapEdge[], columns: ReadonlyMap<string, number>) {
  const items = new Map<string, Item>();
  const item = (slug: string, column: number, station: boolean) => {
    const key = `${station ? 'at' : 'from'} ${slug} ${column}`;
    if (!items.has(key)) items.set(key, { slug, column, row: 0, station });
    return items.get(key)!;
  };
  for (const { slug } of nodes) item(slug, columns.get(slug)!, true);
  const links = new Map<string, Link>();
  const ways = edges.map(({ from, to }) => {
    const [start, end] = [columns.get(from)!, columns.get(to)!];
    const way = [item(from, start, true)];
    for (let column = start + 1; column < end; column += 1) way.push(item(from, column, false));
    way.push(item(to, end, true));
    way.slice(1).forEach((next, index) => {
      const before = way[index]!;
      const key = `${before.station} ${before.slug} ${before.column} ${next.station} ${next.slug}`;
      links.set(key, { from: before, to: next });
    });
    return way;
  });
  return { items: [...items.values()], links: [...links.values()], ways };
}

/**
 * Gives every item of a column a row of its own. Starts with each beside what it comes from, then moves and swaps as
 * long as lines get shorter, straighter or cross less.
 */
function arrange(items: readonly Item[], links: readonly Link[]) {
  const into = groupBy(links, (link) => link.to);
  const outOf = groupBy(links, (link) => link.from);
  const byColumn = [...groupBy(items, (item) => item.column)].sort(([a], [b]) => a - b).map(([, all]) => all);
  const gutters = groupBy(links, (link) => link.from.column);
  const following = new Map<Item, number>();
  const length = (item: Item): number => {
    if (!following.has(item))
      following.set(
        item,
        (item.station ? 1 : 0.5) + Math.max(0, ...(outOf.get(item) ?? []).map((link) => length(link.to))),
      );
    return following.get(item)!;
  };
  // The longest way through the roadmap is one straight line, and all else stands round it.
  const longest = ([first, ...rest]: readonly Item[]) =>
    first && rest.reduce((best, item) => (length(item) > length(best) ? item : best), first);
  const main = new Set<Item>();
  for (let item = longest(items); item; item = longest((outOf.get(item) ?? []).map((link) => link.to))) main.add(item);
  for (const column of byColumn) {
    const taken = new Set(column.some((item) => main.has(item)) ? [0] : []);
    for (const item of [...column].sort((a, b) => length(b) - length(a))) {
      if (main.has(item)) continue;
      const before = into.get(item)?.map((link) => link.from.row) ?? [0];
      const wish = Math.round(before.reduce((sum, row) => sum + row, 0) / before.length);
      for (let away = 0; ; away += 1) {
        const row = [wish + away, wish - away].find((one) => !taken.has(one));
        if (row === undefined) continue;
        item.row = row;
        taken.add(row);
        break;
      }
    }
  }
  const cost = (column: number) =>
    [column - 1, column].reduce((sum, gutter) => sum + gutterCost(gutters.get(gutter) ?? [], length), 0) +
    (byColumn[column] ?? []).reduce((sum, item) => sum + Math.abs(item.row) * (item.station ? 1.2 : 0.4), 0);
  for (let pass = 0, better = true; better && pass < 30; pass += 1) {
    better = false;
    byColumn.forEach((column, index) => {
      const isStraight = column.some((item) => main.has(item));
      for (const item of column) {
        if (main.has(item)) continue;
        const rows = column.map((one) => one.row);
        const [least, most] = [Math.min(...rows) - 1, Math.max(...rows) + 1];
        let best = { cost: cost(index), row: item.row };
        const start = item.row;
        for (let row = least; row <= most; row += 1) {
          if (row === 0 && isStraight) continue;
          swap(column, item, row);
          const now = cost(index);
          if (now < best.cost - 1e-9) best = { cost: now, row };
          swap(column, item, start);
        }
        if (best.row === start) continue;
        swap(column, item, best.row);
        better = true;
      }
    });
  }
}

/** Moves an item to a row; whoever is there takes its place. */
function swap(column: readonly Item[], item: Item, row: number) {
  const other = column.find((one) => one.row === row && one !== item);
  if (other) other.row = item.row;
  item.row = row;
}

/** What the lines between two columns cost: their height, each bend, each crossing. */
function gutterCost(links: readonly Link[], length: (item: Item) => number): number {
  let sum = 0;
  links.forEach(({ from, to }, index) => {
    const rise = Math.abs(from.row - to.row);
    // The longest way through the roadmap is to be a straight line.
    const weight = 1 + length(to) * 0.5 + (from.station ? 0 : 1.5);
    sum += rise * 1.5 + (rise > 0 ? weight * 2 : 0);
    for (const other of links.slice(index + 1)) {
      if (other.from === from || other.to === to) continue;
      const [above, below] = [from.row - other.from.row, to.row - other.to.row];
      if (above * below <= 0) sum += 6;
      // A line that arrives in a row which another one leaves looks as if the two were one.
      if (from.row === other.to.row || to.row === other.from.row) sum += 9;
    }
  });
  return sum;
}

/** Turns rows and columns into places, and the ways of the edges into lines. */
function place(
  nodes: readonly MapNode[],
  edges: readonly MapEdge[],
  sizes: MapSizes,
  perBand: number,
  items: readonly Item[],
  links: readonly Link[],
  ways: readonly Item[][],
): MapLayout {
  const { font, leading, mark, lane, words } = sizes;
  const bySlug = new Map(nodes.map((node) => [node.slug, node]));
  const linesOf = new Map(nodes.map(({ slug, title }) => [slug, words ? titleLines(title, sizes.label, font) : []]));
  // A word longer than a column makes all columns wider.
  const label = Math.max(sizes.label, ...[...linesOf.values()].flat().map((line) => textWidth(line, font)));
  const bandOf = (item: Item) => Math.floor(item.column / perBand);
  const isFold = (link: Link) => bandOf(link.from) !== bandOf(link.to);

  // Across: columns of one width, gaps as wide as the lines in them need.
  const lanes = lanesOf(links.filter((link) => !isFold(link) && link.from.row !== link.to.row));
  const gaps: number[] = [];
  for (const [item, index] of lanes) {
    const gap = item.column % perBand;
    gaps[gap] = Math.max(gaps[gap] ?? 0, index + 1);
  }
  const folds = [...groupBy(links.filter(isFold), (link) => bandOf(link.from))];
  const foldLanes = new Map<number, Item[]>(
    folds.map(([band, all]) => [band, [...new Set(all.map((link) => link.from))].sort((a, b) => a.row - b.row)]),
  );
  const margin = Math.max(0, ...[...foldLanes.values()].map((all) => all.length)) * lane + (folds.length > 0 ? 6 : 0);
  const gapWidth = (gap: number) => (words ? 14 : 8) + (gaps[gap] ?? 0) * lane;
  const columnX: number[] = [];
  let x = margin + 2;
  for (let column = 0; column < perBand; column += 1) {
    columnX.push(x + label / 2);
    x += label + gapWidth(column);
  }
  const right = columnX.at(-1)! + label / 2;

  // Down: rows as high as the words in them, bands below each other.
  const bands = [...groupBy(items, bandOf)].sort(([a], [b]) => a - b);
  const rowY = new Map<string, number>();
  const bandBottom: number[] = [];
  let y = 2;
  for (const [band, members] of bands) {
    const rows = [...groupBy(members, (item) => item.row)].sort(([a], [b]) => a - b);
    for (const [row, all] of rows) {
      const heights = all.filter((one) => one.station).map((one) => heightBelow(bySlug.get(one.slug)!));
      rowY.set(`${band} ${row}`, y + mark);
      y += 2 * mark + Math.max(heights.length === 0 ? 4 : 0, ...heights) + (words ? 8 : 4);
    }
    bandBottom.push(y);
    y += (foldLanes.get(band)?.length ?? 0) * lane + (words ? 16 : 8);
  }
  function heightBelow({ slug, projects }: MapNode): number {
    if (!words) return 4;
    return 5 + linesOf.get(slug)!.length * leading + (projects.length > 0 ? 14 : 0);
  }
  const point = (item: Item): Point => [columnX[item.column % perBand]!, rowY.get(`${bandOf(item)} ${item.row}`)!];

  const step = (from: Item, to: Item): Point[] => {
    const [start, end] = [point(from), point(to)];
    if (bandOf(from) !== bandOf(to)) {
      const all = foldLanes.get(bandOf(from))!;
      const [index, inner] = [all.indexOf(from), all.length - 1 - all.indexOf(from)];
      const [outX, backX] = [right + 4 + (inner + 0.5) * lane, margin - 4 - (index + 0.5) * lane];
      const between = bandBottom[bandOf(from)]! + (inner + 0.5) * lane;
      return [
        [outX, start[1]],
        [outX, between],
        [backX, between],
        [backX, end[1]],
      ];
    }
    if (start[1] === end[1]) return [];
    const gap = from.column % perBand;
    const bend = columnX[gap]! + label / 2 + gapWidth(gap) / 2 + (lanes.get(from)! - (gaps[gap]! - 1) / 2) * lane;
    return [
      [bend, start[1]],
      [bend, end[1]],
    ];
  };
  const lines = edges.map(({ from, to }, index) => {
    const way = ways[index]!;
    const corners = [point(way[0]!), ...way.slice(1).flatMap((item, at) => [...step(way[at]!, item), point(item)])];
    const { part } = bySlug.get(to)!;
    return { from, to, corners, path: bent(corners, words ? 12 : 7), ...(part !== undefined && { part }) };
  });
  const rise = ({ corners }: Line) => Math.abs(corners[0]![1] - corners.at(-1)![1]);
  const stations = items.filter((item) => item.station);
  return {
    width: Math.round(right + margin + 2),
    height: Math.round(bandBottom.at(-1) ?? 0),
    stations: nodes.map((node) => {
      const [stationX, stationY] = point(stations.find((item) => item.slug === node.slug)!);
      return { ...node, x: stationX, y: stationY, lines: linesOf.get(node.slug)! };
    }),
    lines: lines.sort((a, b) => rise(b) - rise(a)),
  };
}

/**
 * Which lane of its gap each item’s lines change rows in, from the left; items whose lines would touch get different
 * ones. A line that arrives in a row changes right of the one that leaves it.
 */
function lanesOf(links: readonly Link[]): Map<Item, number> {
  const lanes = new Map<Item, number>();
  for (const [, gutter] of groupBy(links, (link) => link.from.column)) {
    const sources = [...groupBy(gutter, (link) => link.from)].map(([item, all]) => {
      const rows = [item.row, ...all.map((link) => link.to.row)];
      return { item, top: Math.min(...rows), bottom: Math.max(...rows), ends: all.map((link) => link.to.row) };
    });
    type Source = (typeof sources)[number];
    const isLeftOf = (one: Source, other: Source) => other.ends.includes(one.item.row);
    const left = [...sources].sort((a, b) => a.top - b.top);
    const placed: Source[] = [];
    while (left.length > 0) {
      // The first that no other one must stand left of; where two stand in each other’s way, simply the first.
      const free = left.findIndex((one) => !left.some((other) => other !== one && isLeftOf(other, one)));
      placed.push(...left.splice(Math.max(0, free), 1));
    }
    placed.forEach((one, index) => {
      const touching = placed.slice(0, index).filter((other) => one.top <= other.bottom && other.top <= one.bottom);
      lanes.set(one.item, Math.max(-1, ...touching.map((other) => lanes.get(other.item)!)) + 1);
    });
  }
  return lanes;
}

/** The same from right to left. */
export const mirrored = (layout: MapLayout): MapLayout => ({
  ...layout,
  mirrored: true,
  stations: layout.stations.map((station) => ({ ...station, x: layout.width - station.x })),
});

function groupBy<One, Key>(all: readonly One[], key: (one: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}
