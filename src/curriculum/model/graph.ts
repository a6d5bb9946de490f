/** Questions about the prerequisite graph: an edge leads from a phase to the phases that must be known before. */

export type Graph = ReadonlyMap<string, readonly string[]>;

/**
 * Finds circles, each once, starting at its first node in map order and ending where it started.
 *
 * @returns for example [['a', 'b', 'a']]
 */
export function findCycles(graph: Graph): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const walk = (node: string, path: string[]) => {
    const start = path.indexOf(node);
    if (start >= 0) {
      cycles.push([...path.slice(start), node]);
      return;
    }
    if (done.has(node)) return;
    for (const next of graph.get(node) ?? []) walk(next, [...path, node]);
    done.add(node);
  };
  for (const node of graph.keys()) walk(node, []);
  return cycles;
}

/** Turns every edge round: for each node, the nodes that name it, in map order. */
export function reverse(graph: Graph): Map<string, string[]> {
  const reversed = new Map<string, string[]>([...graph.keys()].map((node) => [node, []]));
  for (const [node, targets] of graph) for (const target of targets) reversed.get(target)?.push(node);
  return reversed;
}

/**
 * Leaves out every edge that a longer way says already: with a → b → c, the edge a → c tells nothing new. Edges to
 * nodes that are not in the graph are left out too. For graphs without circles.
 *
 * @returns the same nodes with the edges that are left, in map order
 */
export function reduce(graph: Graph): Map<string, string[]> {
  const reachable = new Map<string, Set<string>>();
  const reach = (node: string): Set<string> => {
    const known = reachable.get(node);
    if (known) return known;
    const all = new Set<string>();
    reachable.set(node, all);
    for (const next of graph.get(node) ?? []) for (const far of [next, ...reach(next)]) all.add(far);
    return all;
  };
  return new Map(
    [...graph].map(([node, targets]) => {
      const own = [...new Set(targets)].filter((target) => graph.has(target));
      return [node, own.filter((target) => !own.some((other) => other !== target && reach(other).has(target)))];
    }),
  );
}
