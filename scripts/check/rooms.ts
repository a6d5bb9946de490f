/**
 * A rule of ESLint: data flows one way. A file takes from its own room and from rooms below it, in the order that
 * `src/README.md` draws, and from no file that takes from it in turn. Types count too. Tests may look everywhere.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ESLint, Rule } from 'eslint';
import ts from 'typescript';

const repository = path.join(import.meta.dirname, '../..');
const drawing = 'src/README.md';

/**
 * Reads the drawing of rooms: a block of text with one floor a line, the highest first, and names between commas.
 *
 * @returns rooms, by their path below `src/` → their floor, counted from the ground
 */
export function readFloors(markdown: string): ReadonlyMap<string, number> {
  const [, block = ''] = /^```text\n([^]*?)^```$/m.exec(markdown) ?? [];
  const lines = block.split('\n').filter((line) => line.trim() !== '');
  return new Map(
    lines.toReversed().flatMap((line, floor) => line.split(',').map((name) => [name.trim(), floor] as const)),
  );
}

/**
 * The room of a file: the nearest folder that is drawn.
 *
 * @param file path from the repository
 * @returns nothing for what stands above all rooms: commands, settings, tests, and the types of virtual modules
 */
export function roomOf(file: string, floors: ReadonlyMap<string, number>): string | undefined {
  if (!/^src\/.+\//.test(file) || file.startsWith('src/built-site/') || file.endsWith('.test.ts')) return undefined;
  const folders = path.posix.dirname(file).split('/').slice(1);
  const names = folders.map((_name, index) => folders.slice(0, index + 1).join('/')).toReversed();
  return names.find((name) => floors.has(name)) ?? names[0];
}

/**
 * Says what is wrong with one arrow.
 *
 * @param from path of the file that imports, from the repository
 * @param to path of the file that it imports
 * @returns nothing where the arrow leads down or stays in its room
 */
export function faultOf(from: string, to: string, floors: ReadonlyMap<string, number>): string | undefined {
  const [own, other] = [roomOf(from, floors), roomOf(to, floors)];
  if (own === undefined || own === other) return undefined;
  const missing = [own, other].find((room) => room !== undefined && !floors.has(room));
  if (missing)
    return `The room \`src/${missing}\` is not drawn in \`${drawing}\`. Draw it above all that it takes from.`;
  if (other !== undefined && floors.get(other)! < floors.get(own)!) return undefined;
  return `\`src/${own}\` may not take from \`${other === undefined ? to : `src/${other}`}\`, which is not below it in \`${drawing}\`. Move what both need into a room below them, or hand it over from above.`;
}

/**
 * Looks for a way back.
 *
 * @param from a file that imports `to`
 * @param importsOf files that a file imports
 * @returns the files of the circle, from `to` to `from`; nothing where there is none
 */
export function circleBy(
  from: string,
  to: string,
  importsOf: (file: string) => readonly string[],
): string[] | undefined {
  const seen = new Set<string>();
  const ways = [[to]];
  for (let way = ways.pop(); way; way = ways.pop()) {
    const last = way.at(-1)!;
    if (last === from) return way;
    if (seen.has(last)) continue;
    seen.add(last);
    ways.push(...importsOf(last).map((next) => [...way!, next]));
  }
  return undefined;
}

/** What a text takes from files: imports, exports from, `import()` and `import('…').Type`, without a `?suffix`. */
export function namedFiles(text: string, isAstro: boolean): string[] {
  const code = isAstro
    ? [
        /^---\n([^]*?)\n---/.exec(text)?.[1],
        ...Array.from(text.matchAll(/<script\b[^>]*>([^]*?)<\/script>/g), (m) => m[1]),
      ]
    : [text];
  return code
    .flatMap((part = '') => ts.preProcessFile(part, true, true).importedFiles)
    .map(({ fileName }) => fileName.replace(/\?.*$/, ''))
    .filter((name) => name.startsWith('.'));
}

const known = new Map<string, string[]>();
/** The files that a file of the repository imports, as paths from there. */
function importsOf(file: string): string[] {
  const found = known.get(file);
  if (found) return found;
  const isCode = /\.(?:ts|mjs|astro)$/.test(file) && existsSync(path.join(repository, file));
  const text = isCode ? readFileSync(path.join(repository, file), 'utf8') : '';
  const files = namedFiles(text, file.endsWith('.astro')).map((name) =>
    path.posix.join(path.posix.dirname(file), name),
  );
  known.set(file, files);
  return files;
}

const downward: Rule.RuleModule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const floors = readFloors(readFileSync(path.join(repository, drawing), 'utf8'));
    // Scripts of a component are files of their own to ESLint.
    const file = path.relative(repository, context.physicalFilename).replaceAll('\\', '/');
    const room = roomOf(file, floors);
    if (room === undefined) return {};
    const inRoom = (one: string) => importsOf(one).filter((next) => roomOf(next, floors) === room);
    const check = (node: Rule.Node, source: unknown) => {
      if (typeof source !== 'string' || !source.startsWith('.')) return;
      const to = path.posix.join(path.posix.dirname(file), source.replace(/\?.*$/, ''));
      const circle = roomOf(to, floors) === room ? circleBy(file, to, inRoom) : undefined;
      const message =
        faultOf(file, to, floors) ??
        (circle &&
          `These files take from each other: ${[file, ...circle].join(' → ')}. Move what both need into a third.`);
      if (message) context.report({ node, message });
    };
    const visit = (node: Rule.Node & { source?: { value?: unknown } | null }) => check(node, node.source?.value);
    return {
      ImportDeclaration: visit,
      ExportNamedDeclaration: visit,
      ExportAllDeclaration: visit,
      ImportExpression: visit,
      TSImportType: visit,
    } as Rule.RuleListener;
  },
};

/** Plugin of ESLint with the one rule. */
export const rooms: ESLint.Plugin = { rules: { downward } };
