/** Named regions of sample files, marked by comments `#region name` and `#endregion name`. */

const marker = /#(end)?region\b[ \t]*([\w-]*)/;

/** What a fence shows of a sample. */
export interface Excerpt {
  text: string;
  /** First and last line of a region in its file, from 1, without the markers; absent for a whole file. */
  lines?: [number, number];
}

/** Splits `caching/Cache.java#evict` into a path below `content/samples` and, where one is named, a region. */
export function sampleReference(reference: string): { file: string; region?: string } {
  const [file, region] = reference.split('#') as [string, string?];
  return { file, region };
}

/** What a line marks; undefined for a line of code. */
export function regionMark(line: string): { name: string; isEnd: boolean } | undefined {
  const found = marker.exec(line);
  return found ? { name: found[2]!, isEnd: Boolean(found[1]) } : undefined;
}

/** Names of the regions of a file, in order of appearance. */
export function regionNames(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const [, end, name] = marker.exec(line) ?? [];
    return name && !end ? [name] : [];
  });
}

/** A text without the lines that mark regions. */
export const withoutMarkers = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .filter((line) => !marker.test(line))
    .join('\n');

/**
 * Takes a region, or the whole file, out of a sample: without marker lines, dedented, without blank lines at the ends.
 *
 * @param region name of the region; the whole file when it is undefined
 * @returns undefined when there is no such region
 */
export function excerptOf(text: string, region?: string): Excerpt | undefined {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  if (region === undefined) return { text: shown(lines) };
  const indexOf = (end: boolean, from: number) =>
    lines.findIndex((line, index) => {
      const found = index >= from ? marker.exec(line) : null;
      return found !== null && Boolean(found[1]) === end && found[2] === region;
    });
  const start = indexOf(false, 0);
  if (start < 0) return undefined;
  const end = indexOf(true, start);
  const last = end < 0 ? lines.length : end;
  return { text: shown(lines.slice(start + 1, last)), lines: [start + 2, last] };
}

/** Lines as a reader sees them. */
function shown(lines: string[]): string {
  const kept = lines.filter((line) => !marker.test(line));
  const indents = kept.filter((line) => line.trim()).map((line) => /^[ \t]*/.exec(line)![0].length);
  const indent = Math.min(...indents, Infinity);
  const text = kept.map((line) => line.slice(Number.isFinite(indent) ? indent : 0).trimEnd()).join('\n');
  return text.replace(/^\n+|\n+$/g, '');
}
