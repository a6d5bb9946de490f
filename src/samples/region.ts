/** Named regions of sample files, marked by comments `#region name` and `#endregion name`. */

const marker = /#(end)?region\b[ \t]*([\w-]*)/;

/** Names of the regions of a file, in order of appearance. */
export function regionNames(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const [, end, name] = marker.exec(line) ?? [];
    return name && !end ? [name] : [];
  });
}

/**
 * Takes a region, or the whole file, out of a sample: without marker lines, dedented, without blank lines at the ends.
 *
 * @param name name of the region; the whole file when it is undefined
 * @returns the text, or undefined when there is no such region
 */
export function sampleText(text: string, name?: string): string | undefined {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  let chosen = lines;
  if (name !== undefined) {
    const isMarker = (line: string, end: boolean) => {
      const found = marker.exec(line);
      return found !== null && Boolean(found[1]) === end && found[2] === name;
    };
    const start = lines.findIndex((line) => isMarker(line, false));
    if (start < 0) return undefined;
    const end = lines.findIndex((line, index) => index > start && isMarker(line, true));
    chosen = lines.slice(start + 1, end < 0 ? undefined : end);
  }
  return dedent(chosen.filter((line) => !marker.test(line)));
}

/** First and last line of a region in its file, from 1, without the markers; undefined when there is no such region. */
export function regionLines(text: string, name: string): [number, number] | undefined {
  const lines = text.split('\n');
  const at = (end: boolean, from = 0) =>
    lines.findIndex((line, index) => {
      const found = index >= from ? marker.exec(line) : null;
      return found !== null && Boolean(found[1]) === end && found[2] === name;
    });
  const start = at(false);
  if (start < 0) return undefined;
  const end = at(true, start);
  return [start + 2, end < 0 ? lines.length : end];
}

function dedent(lines: string[]): string {
  const indents = lines.filter((line) => line.trim()).map((line) => /^[ \t]*/.exec(line)![0].length);
  const indent = Math.min(...indents, Infinity);
  const text = lines.map((line) => line.slice(Number.isFinite(indent) ? indent : 0).trimEnd()).join('\n');
  return text.replace(/^\n+|\n+$/g, '');
}
