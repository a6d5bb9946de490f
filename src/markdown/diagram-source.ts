/** Reads what our own step understands of a diagram’s source and hands the rest to Mermaid untouched. */

/** A link from a node: `click A "caching#redis"`. */
export interface DiagramLink {
  /** Id or label of the node. */
  node: string;
  /** A phase slug, `phase#topic`, a path from the root of the site, or an address that starts with `https:`. */
  target: string;
  /** What is told of the link when a pointer rests on it. */
  tooltip?: string;
  /** Whether it opens in a tab of its own. */
  opensTab?: boolean;
  /** Line in the diagram’s source, from 1. */
  line: number;
}

/** A setting of a diagram that the site does not follow. */
export interface IgnoredSetting {
  name: string;
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
  /** Settings for colors, fonts and looks, which come from the site. */
  ignored: IgnoredSetting[];
  /** The source for Mermaid, without the lines above. */
  mermaid: string;
  /** Line of the source, from 1, of each line that Mermaid counts: without settings before the diagram and comments. */
  lines: number[];
}

/**
 * Splits the source of a diagram.
 *
 * The accessibility lines are taken out of every kind of diagram, because some kinds (mind maps among them) would
 * read them as nodes.
 */
export function readDiagramSource(source: string): DiagramSource {
  const result: DiagramSource = { type: '', links: [], ignored: [], mermaid: '', lines: [] };
  const gone = new Set<number>();
  let text = withoutBlock(source.replaceAll('\r\n', '\n'), (words) => {
    result.description = words.trim().replace(/\s+/g, ' ');
  });
  text = withoutLinks(text, result.links, gone);
  const isOurs = (line: string): boolean => {
    const [, key, words] = /^\s*(accTitle|accDescr)\s*:\s*(.+?)\s*$/.exec(line) ?? [];
    if (key === 'accTitle') result.title = words!;
    else if (key === 'accDescr') result.description = words!;
    return key !== undefined;
  };
  const kept = text
    .split('\n')
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line, number }) => !gone.has(number) && !isOurs(line));
  result.mermaid = kept.map(({ line }) => line).join('\n');
  const front = frontOf(result.mermaid);
  result.ignored = ignoredSettings(front, kept);
  result.lines = countedLines(front, kept);
  result.type = /^\s*([A-Za-z][\w-]*)/m.exec(withoutFront(result.mermaid))?.[1] ?? '';
  return result;
}

type NumberedLine = { line: string; number: number };

const linkLine =
  /^[ \t]*(?:click|link)[ \t]+(?:"([^"\n]+)"|([^\s"]+))[ \t]+(?:href[ \t]+)?"([^"\n]+)"(?:[ \t]+"([^"]*)")?(?:[ \t]+(_self|_blank|_parent|_top))?[ \t]*;?[ \t]*$/gm;

/** Takes links out of a source; `gone` gets the lines that they took up. */
function withoutLinks(source: string, links: DiagramLink[], gone: Set<number>): string {
  const isKind = /^\s*classDiagram/m.test(withoutFront(source));
  return source.replace(linkLine, (all: string, ...parts: unknown[]) => {
    const [quoted, bare, target, tooltip, tab] = parts as (string | undefined)[];
    if (!isKind && /^\s*link\b/.test(all)) return all;
    const line = lineAt(source, parts[5] as number);
    const rows = all.split('\n').length;
    for (let row = 0; row < rows; row += 1) gone.add(line + row);
    for (const node of quoted !== undefined ? [quoted] : bare!.split(',')) {
      const words = tooltip?.trim().replace(/\s+/g, ' ');
      links.push({
        node,
        target: target!,
        ...(words && { tooltip: words }),
        ...(tab === '_blank' && { opensTab: true }),
        line,
      });
    }
    return all.replace(/[^\n]/g, '');
  });
}

const lineAt = (text: string, index: number) => text.slice(0, index).split('\n').length;

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

/** Mermaid’s own frontmatter at the start of a source, with the empty lines behind it. */
function frontOf(mermaid: string): string {
  return /^\s*---\s*\n(?:[^]*?\n)?[ \t]*---[ \t]*\n\s*/.exec(mermaid)?.[0] ?? '';
}

/** Leaves out Mermaid’s own frontmatter, directives and comments, which may come before the type. */
function withoutFront(source: string): string {
  return source
    .slice(frontOf(source).length)
    .replace(/%%\{[^]*?\}%%/g, '')
    .replace(/^\s*%%.*$/gm, '');
}

/** Colors, fonts and looks, which are those of the site, so that a drawing fits its page in each theme. */
const ofTheSite = /(?<![\w-])["']?(themeVariables|themeCSS|theme|look|fontFamily)["']?\s*:/;

function ignoredSettings(front: string, kept: readonly NumberedLine[]): IgnoredSetting[] {
  const inFront = front.split('\n').length - 1;
  let inDirective = false;
  return kept.flatMap(({ line, number }, index) => {
    if (/%%\{/.test(line)) inDirective = true;
    const isSetting = inDirective || (index < inFront && !/^\s*title\s*:/.test(line));
    if (/\}%%/.test(line)) inDirective = false;
    const found = isSetting ? [...line.matchAll(new RegExp(ofTheSite, 'g'))].map(([, name]) => name!) : [];
    return found
      .filter((name, at) => !(name === 'fontFamily' && found.slice(0, at).includes('themeVariables')))
      .map((name) => ({ name, line: number }));
  });
}

/** Lines as Mermaid counts them when it reports an error: it takes frontmatter, directives and comments out first. */
function countedLines(front: string, kept: readonly NumberedLine[]): number[] {
  const counted: number[] = [];
  let inDirective = false;
  for (const { line, number } of kept.slice(front.split('\n').length - 1)) {
    const starts = /^\s*%%\{/.test(line);
    if (inDirective || starts) {
      inDirective = !/\}%%/.test(line);
      // What is left of a directive is one empty line.
      if (!inDirective && counted.length > 0) counted.push(number);
    } else if (!/^\s*%%/.test(line) && (counted.length > 0 || line.trim())) counted.push(number);
  }
  return counted;
}
