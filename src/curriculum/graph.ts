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
