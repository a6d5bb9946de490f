import type { Kind } from './page-sections.ts';

const orders: readonly Kind[] = [
  'lesson',
  'project',
  'question',
  'code',
  'diagram',
  'guide',
  'message',
  'glossary',
  'track',
];
/** Place of a kind among the others: prose of lessons before what stands round it. */
export const orderOf = (kind: Kind): number => orders.indexOf(kind);
