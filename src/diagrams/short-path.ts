/** Writes the data of a path with fewer characters, without a difference that could be seen. */

type Point = readonly [x: number, y: number];
/** A line, or a curve by its two points of control. */
interface Piece {
  from: Point;
  to: Point;
  by: readonly Point[];
}

/** How far from a straight line a curve may lead that is drawn as one; pixels. */
const tolerance = { whole: 0.6, piece: 0.15 };

/**
 * Curves and lines that are straight become one line, and what is drawn twice is drawn once: Mermaid draws the outline
 * of a box as eight curves with points of control by chance, two for each side.
 *
 * `M0 0C3 0 6 0 9 0M0 0C2 0 5 0 9 0M9 0C9 1 9 2 9 5` → `M0 0H9V5`
 *
 * @param path with numbers of one decimal
 * @param isFilled whether its pieces have to stay apart, because what they enclose would be filled
 */
export function shortPath(path: string, isFilled: boolean): string {
  const compact = path
    .trim()
    .replace(/\s*,\s*|\s+/g, ' ')
    .replace(/ ?([a-z]) ?/gi, '$1');
  const pieces = piecesOf(compact);
  if (pieces === undefined || pieces.length === 0) return compact.replace(/ -/g, '-');
  const [first, last] = [pieces[0]!.from, pieces.at(-1)!.to];
  const isOne = !compact.includes('M', 1);
  const points = pieces.flatMap(({ from, by, to }) => [from, ...by, to]);
  if (isOne && !same(first, last) && isStraight(first, last, points, tolerance.whole))
    return written([{ from: first, to: last, by: [] }]);
  if (isOne && !pieces.some(({ by }) => by.length > 0)) return written(pieces);
  const straight = pieces
    .map((piece) => (isStraight(piece.from, piece.to, piece.by, tolerance.piece) ? { ...piece, by: [] } : piece))
    .filter(({ from, by, to }) => by.length > 0 || !same(from, to));
  return written(isOne ? straight : joined(once(straight), isFilled));
}

/** The pieces of a path; undefined where it has others than lines and curves between points of the drawing. */
function piecesOf(compact: string): Piece[] | undefined {
  if (!/^(?:M[^a-z]+(?:[LC][^a-z]+)*)+$/i.test(compact) || /[a-z]/.test(compact)) return undefined;
  const pieces: Piece[] = [];
  let at: Point = [0, 0];
  for (const [, letter, numbers = ''] of compact.matchAll(/([MLC])([^MLC]*)/g)) {
    const points = [...numbers.matchAll(/(-?[\d.]+) ?(-?[\d.]+)/g)].map(([, x, y]): Point => [Number(x), Number(y)]);
    if (letter === 'M') at = points.shift()!;
    const step = letter === 'C' ? 3 : 1;
    for (let index = 0; index + step <= points.length; index += step) {
      const to = points[index + step - 1]!;
      pieces.push({ from: at, to, by: points.slice(index, index + step - 1) });
      at = to;
    }
  }
  return pieces;
}

const same = (one: Point, other: Point): boolean => one[0] === other[0] && one[1] === other[1];

/** Whether points lie on the line between two others, and not beyond its ends. */
function isStraight([x1, y1]: Point, [x2, y2]: Point, points: readonly Point[], off: number): boolean {
  const length = Math.hypot(x2 - x1, y2 - y1);
  return points.every(([x, y]) => {
    if (length === 0) return Math.hypot(x - x1, y - y1) <= off;
    const along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length;
    const beside = Math.abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length;
    return beside < off && (off === tolerance.whole || (along > -off && along < length + off));
  });
}

/** Lines that are there once, in whichever direction they were drawn again. */
function once(pieces: readonly Piece[]): Piece[] {
  const known = new Set<string>();
  return pieces.filter(({ from, to, by }) => {
    if (by.length > 0) return true;
    const name = [from, to].map(String).toSorted().join(' ');
    return !known.has(name) && known.add(name);
  });
}

/** Puts each piece behind the one that ends where it begins. Nothing moves where pieces are filled. */
function joined(pieces: readonly Piece[], isFilled: boolean): Piece[] {
  if (isFilled) return [...pieces];
  const left = [...pieces];
  const chain: Piece[] = [];
  while (left.length > 0) {
    const end = chain.at(-1)?.to;
    const next = end ? left.findIndex(({ from }) => same(from, end)) : 0;
    chain.push(...left.splice(Math.max(next, 0), 1));
  }
  return chain;
}

function written(pieces: readonly Piece[]): string {
  let path = '';
  let at: Point | undefined;
  let start: Point | undefined;
  for (const { from, to, by } of pieces) {
    if (!at || !same(at, from)) {
      path += `M${numbers(from)}`;
      start = from;
    }
    if (by.length > 0) path += `C${[...by, to].map(numbers).join(' ')}`;
    else if (start && same(start, to) && at) path += 'Z';
    else if (to[1] === from[1]) path += `H${number(to[0])}`;
    else if (to[0] === from[0]) path += `V${number(to[1])}`;
    else path += `L${numbers(to)}`;
    at = to;
  }
  return path.replace(/ -/g, '-');
}

const numbers = (point: Point): string => point.map(number).join(' ');
const number = (value: number): string => String(value).replace(/^(-?)0\./, '$1.');
