/** Makes nodes of the syntax tree of a page. */
import type { Element, ElementContent, Text } from 'hast';

/** @returns words as they stand, escaped when the page is written */
export const text = (value: string): Text => ({ type: 'text', value });

/** @returns an element with properties by their names in the tree (`className`, `dataMark`) */
export const element = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
