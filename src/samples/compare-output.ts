/** Compares what a program printed with what was recorded; in tests of samples, and in the page where readers run them. */

/** Whether the lines of a text stand in another in one piece, or in pieces in order where the text has lines `…`. */
export function isWithin(text: string, other: string, compare: (text: string) => string = tidy): boolean {
  const whole = `\n${compare(other)}\n`;
  let from = 0;
  for (const piece of compare(text).split(/^…$/m)) {
    const lines = piece.replace(/^\n+|\n+$/g, '');
    const at = whole.indexOf(`\n${lines}\n`, from);
    if (at < 0) return false;
    from = at + lines.length + 1;
  }
  return true;
}

/** Whether the lines of a text stand in another in their order, however far apart, each as a part of a line. */
export function isChosenFrom(text: string, other: string, compare: (text: string) => string): boolean {
  const lines = (all: string) =>
    compare(all)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  let from = 0;
  const all = lines(other);
  return lines(text).every((wanted) => {
    from = all.findIndex((line, at) => at >= from && line.includes(wanted)) + 1;
    return from > 0;
  });
}

/** Words that stay when numbers, times, identifiers, checksums and the width of columns do not count. */
export function withoutNumbers(text: string): string {
  return tidy(text)
    .replace(/\/tmp\/(?:[\w.-]+\/)+/g, '/tmp/')
    .replace(/(?<![\w+/-])[\w+/-]{20,}={0,2}/g, (word) => (/\d/.test(word) && /[a-z]/i.test(word) ? '#' : word))
    .replace(/\$2[aby]\$\S+/g, '#')
    .replace(/\b(?=\d*[a-f])(?=[a-f]*\d)[\da-f]{6,}(?:-[\da-f]{4,})*\b/gi, '#')
    .replace(/\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d+ \w{3}\b/g, '#')
    .replace(/-?\d+(?:[.,:]\d+)*(?:e[+-]?\d+)?/g, '#')
    .replace(/-{3,}/g, '---')
    .replace(/[ \t]+/g, ' ');
}

/**
 * What differs in each run of the same SQL: times, estimates (ANALYZE takes a random sample), cached pages, processes;
 * and what PostgreSQL 18 prints otherwise than 15.
 */
const differing: [RegExp, string][] = [
  [/^ *Index Searches: \d+ *\n/gm, ''],
  [/\brows=(\d+)\.00\b/g, 'rows=$1'],
  [/^ *Planning:\n *Buffers: .+\n/gm, ''],
  [/ with PID [\dn]+/g, ''],
  [/\bPID \d+/g, 'PID n'],
  [/^psql:\S+: (?=[A-Z]+: )/gm, ''],
  [/\(cost=[\d.]+ rows=\d+ width=\d+/g, '(cost=n rows=n width=n'],
  [/\bBuffers: .+/g, 'Buffers: n'],
  [/\bMemory: \d+kB/g, 'Memory: n'],
  [/\bactual time=[\d.]+/g, 'actual time=n'],
  [/\b(Planning|Execution) Time: [\d.]+ ms/g, '$1 Time: n ms'],
];

/** How wide and how long a table with a plan is depends on the lines above. */
const differingInPlans: [RegExp, string][] = [
  [/^\(\d+ rows\)$/gm, '(n rows)'],
  [/^ *QUERY PLAN *\n-+$/gm, 'QUERY PLAN'],
];

/** Without spaces at the ends of lines, empty lines at the ends of the text and what differs anyway. */
export function tidy(text: string): string {
  const all = /^ *QUERY PLAN *$/m.test(text) ? [...differing, ...differingInPlans] : differing;
  const steady = all.reduce((now, [pattern, word]) => now.replace(pattern, word), text);
  const lines = steady.replaceAll('\r\n', '\n').split('\n');
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}
