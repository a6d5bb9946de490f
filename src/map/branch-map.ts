/**
 * Places the map for a narrow screen: lessons below each other in reading order, and left of them the lines, as a graph
 * of branches. A line goes straight down until the last lesson that needs it; lessons before that branch off.
 */
import { titleLines } from './label.ts';
import type { MapLayout, Station } from './line-map.ts';
import { bent, type Point } from './path.ts';
import type { MapNode, RoadmapGraph } from './roadmap-graph.ts';

const sizes = { lane: 13, mark: 8, font: 16, leading: 19, facts: 18, width: 358 };

/** The first line of a title stands beside the mark of its station, the next ones and the facts below it. */
export interface BranchLayout extends MapLayout {
  stations: (Station & {
    /** Where its words begin: behind all lines that pass it. */
    textX: number;
  })[];
}

export function branchMap(graph: Pick<RoadmapGraph, 'nodes' | 'edges'>): BranchLayout {
  const nodes = inReadingOrder(graph.nodes);
  const laneOf = lanesOf(nodes, graph.edges);
  const laneX = (slug: string) => sizes.mark + 3 + laneOf.get(slug)! * sizes.lane;
  const index = new Map(nodes.map(({ slug }, at) => [slug, at]));
  const beside = nodes.map(({ slug }) => laneX(slug));
  for (const { from, to } of graph.edges)
    for (let at = index.get(from)!; at <= index.get(to)!; at += 1) beside[at] = Math.max(beside[at]!, laneX(from));
  let y = 6;
  const stations = nodes.map((node, at) => {
    const textX = Math.round(beside[at]! + sizes.mark + 9);
    const number = node.position === undefined ? '' : `${node.position}. `;
    const lines = titleLines(number + node.title, sizes.width - textX, sizes.font).map((line, index) =>
      index === 0 ? line.slice(number.length) : line,
    );
    const station = { ...node, x: laneX(node.slug), y: y + sizes.mark + 2, lines, textX };
    y += lines.length * sizes.leading + sizes.facts + 12;
    return station;
  });
  const bySlug = new Map(stations.map((station) => [station.slug, station]));
  const lines = graph.edges.map(({ from, to }) => {
    const [start, end] = [bySlug.get(from)!, bySlug.get(to)!];
    const corners: Point[] = [
      [start.x, start.y],
      [start.x, end.y],
      [end.x, end.y],
    ];
    return { from, to, corners, path: bent(corners, 11), ...(end.part !== undefined && { part: end.part }) };
  });
  const rise = ({ corners: [start, , end] }: (typeof lines)[number]) => end![1] - start![1];
  return {
    width: sizes.width,
    height: Math.round(y),
    stations,
    lines: lines.sort((a, b) => rise(b) - rise(a)),
  };
}

/** Phases in their order, each supplement behind the last lesson that it needs. */
export function inReadingOrder(nodes: readonly MapNode[]): MapNode[] {
  const order = nodes.filter((node) => node.position !== undefined);
  const waiting = nodes.filter((node) => node.position === undefined);
  while (waiting.length > 0) {
    // One whose own prerequisites all have a place; in a circle, simply the first.
    const ready = waiting.findIndex(({ needs }) => !waiting.some(({ slug }) => needs.includes(slug)));
    const [next] = waiting.splice(Math.max(0, ready), 1) as [MapNode];
    const last = order.findLastIndex(({ slug }) => next.needs.includes(slug));
    let at = last < 0 ? order.length : last + 1;
    while (last >= 0 && order[at] && order[at]!.position === undefined) at += 1;
    order.splice(at, 0, next);
  }
  return order;
}

/** Which lane each station stands in, from the left. */
function lanesOf(nodes: readonly MapNode[], edges: RoadmapGraph['edges']) {
  const index = new Map(nodes.map(({ slug }, at) => [slug, at]));
  const lastUse = new Map<string, number>();
  for (const { from, to } of edges) lastUse.set(from, Math.max(lastUse.get(from) ?? -1, index.get(to)!));
  const laneOf = new Map<string, number>();
  /** Lines that go on, by lane. */
  const open = new Map<number, string>();
  nodes.forEach(({ slug }, at) => {
    const ending = edges
      .filter(({ from, to }) => to === slug && lastUse.get(from) === at && laneOf.has(from))
      .map(({ from }) => laneOf.get(from)!);
    for (const lane of ending) open.delete(lane);
    let lane = ending.length > 0 ? Math.min(...ending) : 0;
    while (open.has(lane)) lane += 1;
    laneOf.set(slug, lane);
    if ((lastUse.get(slug) ?? -1) > at) open.set(lane, slug);
  });
  return laneOf;
}

/** The same from right to left. */
export const mirroredBranches = (layout: BranchLayout): BranchLayout => ({
  ...layout,
  mirrored: true,
  stations: layout.stations.map((station) => ({
    ...station,
    x: layout.width - station.x,
    textX: layout.width - station.textX,
  })),
});
