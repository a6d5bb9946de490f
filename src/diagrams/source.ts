/** Reads what our own step understands of a diagram’s source and hands the rest to Mermaid untouched. */

/** A link from a node: `click A "caching#redis"`. */
export interface DiagramLink {
  /** Id or label of the node. */
  node: string;
  /** A phase slug, `phase#topic`, or a path from the root of the site. */
  target: string;
  /** Line in the diagram’s source, from 1. */
  line: number;
}

export interface DiagramSource {
  /** Mermaid’s word for the kind of diagram, such as `flowchart` or `sequenceDiagram`. */
  type: string;
  /** Name for screen readers, from `accTitle:`. */
  title?: string;
  /** Description for screen readers, from `accDescr:` or `accDescr { … }`. */
  description?: string;
  links: DiagramLink[];
  /** The source for Mermaid, without the lines above. */
  mermaid: string;
  /** Line of the source, from 1, of each line of `mermaid`. */
  lines: number[];
}

/**
 * Splits the source of a diagram.
 *
 * The accessibility lines are taken out of every kind of diagram, because some kinds (mind maps among them) would
 * read them as nodes.
 */
export function readDiagramSource(source: string): DiagramSource {
  const result: DiagramSource = { type: '', links: [], mermaid: '', lines: [] };
  const text = withoutBlock(source.replaceAll('\r\n', '\n'), (words) => {
    result.description = words.trim().replace(/\s+/g, ' ');
  });
  const isOurs = (line: string, index: number): boolean => {
    const [, key, words] = /^\s*(accTitle|accDescr)\s*:\s*(.+?)\s*$/.exec(line) ?? [];
    if (key === 'accTitle') result.title = words!;
    else if (key === 'accDescr') result.description = words!;
    else {
      const click = /^\s*click\s+(?:"([^"]+)"|(\S+))\s+(?:href\s+)?"([^"]+)"/.exec(line);
      if (!click) return false;
      result.links.push({ node: (click[1] ?? click[2])!, target: click[3]!, line: index + 1 });
    }
    return true;
  };
  const kept = text
    .split('\n')
    .map((line, index) => ({ line, number: index + 1, ours: isOurs(line, index) }))
    .filter(({ ours }) => !ours);
  result.mermaid = kept.map(({ line }) => line).join('\n');
  result.lines = kept.map(({ number }) => number);
  result.type = /^\s*([A-Za-z][\w-]*)/m.exec(withoutFront(result.mermaid))?.[1] ?? '';
  return result;
}

/** Blanks out the lines of `accDescr { … }` and hands its words over. A block that is never closed stays. */
function withoutBlock(source: string, take: (words: string) => void): string {
  const open = /^[ \t]*accDescr\s*\{/m.exec(source);
  const start = open ? open.index + open[0].length : -1;
  // Looked for once, because a pattern for the whole block would look again behind every `{`.
  const end = open ? source.indexOf('}', start) : -1;
  if (!open || end < 0) return source;
  take(source.slice(start, end));
  return source.slice(0, open.index) + source.slice(open.index, end + 1).replace(/[^\n]/g, '') + source.slice(end + 1);
}

/** Leaves out Mermaid’s own frontmatter, directives and comments, which may come before the type. */
function withoutFront(source: string): string {
  return source.replace(/^\s*---\n[\s\S]*?\n---\n/, '').replace(/^\s*%%.*$/gm, '');
}
