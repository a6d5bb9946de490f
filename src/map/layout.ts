/** Places the nodes and edges of the map: in rows for a wide screen, in one column for a phone. */
import { levelName } from '../components/lesson-facts.ts';
import type { Translator } from '../strings/translator.ts';
import { titleLines, type MapEdge, type MapNode, type RoadmapGraph } from './roadmap-graph.ts';

export interface PlacedNode extends MapNode {
  /** Top left corner and size, in px. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** The title in lines that fit the box. */
  lines: string[];
  /** Level and time, in lines that fit the box. */
  facts: string[];
}

export interface PlacedEdge extends MapEdge {
  /** `d` of an SVG path. */
  path: string;
}

export interface MapLayout {
  width: number;
  height: number;
  nodes: PlacedNode[];
  edges: PlacedEdge[];
  /** Titles of the parts of the roadmap; `y` is the base line in px. */
  bands: { title: string; y: number }[];
  /** Whether it runs from right to left: boxes are placed so, paths of edges are to be mirrored. */
  mirrored?: boolean;
}

const lineHeight = 18;

/**
 * Rows from top to bottom, one or more a part of the roadmap. Edges run in the space between rows and between columns,
 * so that none passes behind a box.
 */
export function rowLayout({ nodes, edges }: RoadmapGraph, t: Translator): MapLayout {
  const rows = rowsOf(nodes);
  const placed = new Map<string, PlacedNode & { row: number; column: number }>();
  const tops: number[] = [];
  let y = 0;
  const bands = rows.map((row, index) => {
    const first = index === 0 || rows[index - 1]![0]!.part !== row[0]!.part;
    y += first && row[0]!.part ? grid.titledGutter : grid.gutter;
    tops.push(y);
    const boxes = row.map((node) => boxOf(t, node, grid.width, 22));
    const height = Math.max(...boxes.map((box) => box.height));
    row.forEach((node, column) =>
      placed.set(node.slug, { ...node, ...boxes[column]!, height, x: columnX(column), y, row: index, column }),
    );
    const band = { title: first ? row[0]!.part : '', y: y - 14 };
    y += height;
    return band;
  });
  const columns = Math.max(...rows.map((row) => row.length));
  const lanes = new Map<string, number>();
  /** Several edges in one channel or at one side of a box stand side by side. */
  const lane = (name: string, step: number, most: number) => {
    const count = lanes.get(name) ?? 0;
    lanes.set(name, count + 1);
    return ((count % 2 === 0 ? 1 : -1) * Math.ceil(count / 2) * step) % most;
  };
  return {
    width: columnX(columns) - grid.gap + grid.margin,
    height: y + 8,
    bands: bands.filter((band) => band.title),
    nodes: [...placed.values()],
    edges: edges.map(({ from, to }) => {
      const [source, target] = [placed.get(from)!, placed.get(to)!];
      const start = source.x + source.width / 2 + lane(`out ${from}`, 13, 80);
      const end = target.x + target.width / 2 + lane(`in ${to}`, 13, 80);
      if (source.row === target.row && target.column === source.column + 1) {
        const middle = source.y + source.height / 2 + lane(`side ${from}`, 9, 20);
        return { from, to, path: `M${source.x + source.width} ${middle}H${target.x}` };
      }
      const top = target.y;
      if (source.row >= target.row) return { from, to, path: arcOver(start, source.y, end, top) };
      const below = source.y + source.height;
      const leave = tops[source.row + 1]! - 20 + lane(`gutter ${source.row}`, 5, 16);
      if (target.row === source.row + 1)
        return {
          from,
          to,
          path: bent([
            [start, below],
            [start, leave],
            [end, leave],
            [end, top],
          ]),
        };
      // The channel beside the target that is nearer to the source.
      const gap = target.column + (start > end ? 1 : 0);
      const channel = columnX(gap) - grid.gap / 2 + lane(`channel ${gap}`, 5, 14);
      const arrive = top - 20 + lane(`gutter ${target.row - 1}`, 5, 16);
      return {
        from,
        to,
        path: bent([
          [start, below],
          [start, leave],
          [channel, leave],
          [channel, arrive],
          [end, arrive],
          [end, top],
        ]),
      };
    }),
  };
}

const grid = { width: 204, gap: 38, margin: 38, columns: 4, gutter: 44, titledGutter: 66 };
const columnX = (column: number) => grid.margin + column * (grid.width + grid.gap);

/** Nodes of one part in rows of at most four. */
function rowsOf(nodes: readonly MapNode[]): MapNode[][] {
  const rows: MapNode[][] = [];
  for (const node of nodes) {
    const last = rows.at(-1);
    if (last && last[0]!.part === node.part && last.length < grid.columns) last.push(node);
    else rows.push([node]);
  }
  return rows;
}

type Point = readonly [x: number, y: number];

/** A line through corners, each corner rounded. */
function bent(points: readonly Point[]): string {
  const path = points.map(([x, y], index) => {
    if (index === 0) return `M${round(x)} ${round(y)}`;
    const next = points[index + 1];
    if (!next) return `L${round(x)} ${round(y)}`;
    const [before, after] = [points[index - 1]!, next].map((other) => towards([x, y], other)) as [Point, Point];
    return `L${before.map(round).join(' ')}Q${round(x)} ${round(y)} ${after.map(round).join(' ')}`;
  });
  return path.join('');
}

/** The point at most 10 px from a corner on the way to another, and at most half of that way. */
function towards([x, y]: Point, [toX, toY]: Point): Point {
  const length = Math.hypot(toX - x, toY - y) || 1;
  const share = Math.min(10, length / 2) / length;
  return [x + (toX - x) * share, y + (toY - y) * share];
}

function arcOver(x1: number, y1: number, x2: number, y2: number): string {
  const top = Math.min(y1, y2) - 26;
  return `M${round(x1)} ${y1}C${round(x1)} ${top} ${round(x2)} ${top} ${round(x2)} ${y2}`;
}

/** One column in roadmap order; prerequisites are arcs on the left, the wider the further they reach. */
export function columnLayout({ nodes, edges }: RoadmapGraph, t: Translator): MapLayout {
  const [left, width, gap] = [84, 262, 14];
  let y = 4;
  const placed = nodes.map((node) => {
    const box = { ...boxOf(t, node, width, 30), x: left, y };
    y += box.height + gap;
    return { ...node, ...box };
  });
  const bySlug = new Map(placed.map((node, index) => [node.slug, { ...node, index }]));
  return {
    width: left + width + 4,
    height: y - gap + 4,
    bands: [],
    nodes: placed,
    edges: edges.map(({ from, to }) => {
      const [start, end] = [bySlug.get(from)!, bySlug.get(to)!];
      const reach = Math.abs(end.index - start.index) / Math.max(1, nodes.length - 1);
      const bend = round(left - 14 - Math.sqrt(reach) * (left - 20));
      const [top, bottom] = [start.y + start.height / 2 + 4, end.y + end.height / 2 - 4];
      return {
        from,
        to,
        path: `M${left} ${round(top)}C${bend} ${round(top)} ${bend} ${round(bottom)} ${left} ${round(bottom)}`,
      };
    }),
  };
}

/** @param characters how many letters of the title fit into one line */
function boxOf(t: Translator, { title, position, level, hours }: MapNode, width: number, characters: number) {
  const lines = titleLines(`${t.number(position)}. ${title}`, characters);
  const facts = titleLines(
    t.list([levelName(t, level), t('hours.short', { from: hours[0], to: hours[1] })]),
    characters * 1.2,
  );
  return { width, height: (lines.length + facts.length) * lineHeight + 16, lines, facts };
}

/** The same from right to left. */
export const mirrored = (layout: MapLayout): MapLayout => ({
  ...layout,
  mirrored: true,
  nodes: layout.nodes.map((node) => ({ ...node, x: layout.width - node.x - node.width })),
});

const round = (value: number) => Math.round(value * 10) / 10;
