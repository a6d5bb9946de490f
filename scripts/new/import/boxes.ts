/** Boxes of other programs, and those that they become. */
const boxes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    note: 'note info abstract summary todo important seealso question faq help example quote cite details secondary',
    tip: 'tip hint success check done',
    caution: 'caution warning attention',
    danger: 'danger error bug failure fail missing critical',
  }).flatMap(([box, names]) => names.split(' ').map((name) => [name, box] as const)),
);

/** The box of this site that is like one of another program: `warning` → `caution` */
export const boxOf = (kind: string): string | undefined => boxes.get(kind.toLowerCase());
