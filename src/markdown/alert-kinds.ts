/** Kinds of alerts that GitHub draws, and the boxes that they become. */
export const alertKinds: ReadonlyMap<string, string> = new Map([
  ['note', 'note'],
  ['tip', 'tip'],
  ['important', 'note'],
  ['warning', 'caution'],
  ['caution', 'danger'],
]);
