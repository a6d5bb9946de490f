/** Sizes and places of a diagram in its large view: plain numbers, so that they can be tested. */

export interface Size {
  width: number;
  height: number;
}

/** Smallest and largest share of a drawing’s own size, at which its text is 16 px. */
const smallest = 0.2;
const largest = 6;
/** Share at which text can still be read, 12 px high. */
const readable = 0.75;

/** The scale at which a drawing fits a window, with a little room around it. */
export function fitScale(drawing: Size, room: Size): number {
  return within(Math.min((room.width * 0.96) / drawing.width, (room.height * 0.96) / drawing.height), 0.001);
}

/** The scale to open with: the whole drawing where it can be read so, else the size that its text is read at. */
export function firstScale(drawing: Size, room: Size): number {
  const whole = fitScale(drawing, room);
  return whole < readable ? 1 : whole;
}

/** Place of a label in a drawing as it is shown, in px from its top left. */
export interface Label {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What stays free before the first label, in px: it stands in a box. */
const beforeLabel = 72;

/**
 * Where to scroll to open with the start of a drawing that is larger than the window: its top, and the side that its
 * language reads from. Where that corner is empty, what is nearest to it comes into the window.
 *
 * @param size of the drawing as it is shown
 */
export function firstScroll(
  size: Size,
  room: Size,
  isRightToLeft: boolean,
  labels: readonly Label[] = [],
): { left: number; top: number } {
  const most = { left: Math.max(0, size.width - room.width), top: Math.max(0, size.height - room.height) };
  const corner = { left: isRightToLeft ? most.left : 0, top: 0 };
  const fromCorner = ({ left, top, right }: Label) => (isRightToLeft ? size.width - right : left) + top;
  const [first] = labels.toSorted((a, b) => fromCorner(a) - fromCorner(b));
  if (!first) return corner;
  const left = isRightToLeft ? first.right + beforeLabel - room.width : first.left - beforeLabel;
  const near = {
    left: Math.min(most.left, Math.max(0, left)),
    top: Math.min(most.top, Math.max(0, first.top - beforeLabel)),
  };
  const seen = (at: typeof near) =>
    labels.filter(
      (label) =>
        label.left >= at.left &&
        label.right <= at.left + room.width &&
        label.top >= at.top &&
        label.bottom <= at.top + room.height,
    ).length;
  return seen(near) > seen(corner) ? near : corner;
}

/**
 * Keeps a scale between the smallest and the largest.
 *
 * @param least a smaller one, at which a very large drawing is seen whole
 */
export function within(scale: number, least = smallest): number {
  return Math.min(largest, Math.max(Math.min(least, smallest), scale));
}

/**
 * Where to scroll so that what lies under a point stays under it while the drawing changes size.
 *
 * @param share place of the point in the drawing, from 0 to 1
 * @param at the same point in the window, in px from the start of the scrolled box
 * @param size size of the drawing afterwards, in px
 */
export function scrollFor(share: number, at: number, size: number): number {
  return share * size - at;
}
