/** Lines of the map as SVG paths. */

export type Point = readonly [x: number, y: number];

/** A line through corners, each corner rounded by at most `radius`: `M0 0L10 0Q12 0 12 2L12 20` */
export function bent(corners: readonly Point[], radius: number): string {
  const points = straightened(corners);
  return points
    .map(([x, y], index) => {
      if (index === 0) return `M${round(x)} ${round(y)}`;
      const next = points[index + 1];
      if (!next) return `L${round(x)} ${round(y)}`;
      const [before, after] = [points[index - 1]!, next].map((other) => towards([x, y], other, radius)) as [
        Point,
        Point,
      ];
      return `L${before.map(round).join(' ')}Q${round(x)} ${round(y)} ${after.map(round).join(' ')}`;
    })
    .join('');
}

/** Leaves out points that stand on the line between their neighbors. */
const straightened = (points: readonly Point[]): Point[] =>
  points.filter((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    return !before || !after || ![0, 1].some((axis) => before[axis] === point[axis] && point[axis] === after[axis]);
  });

/** The point at most `radius` from a corner on the way to another, and at most half of that way. */
function towards([x, y]: Point, [toX, toY]: Point, radius: number): Point {
  const length = Math.hypot(toX - x, toY - y) || 1;
  const share = Math.min(radius, length / 2) / length;
  return [x + (toX - x) * share, y + (toY - y) * share];
}

const round = (value: number) => Math.round(value * 10) / 10;
