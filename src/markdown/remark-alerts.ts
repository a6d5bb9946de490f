/**
 * Makes boxes of the alerts that GitHub draws.
 *
 * `> [!WARNING]` and its text → `:::caution` with the same text
 */
import type { Blockquote, Parents, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { alertKinds } from './alert-kinds.ts';

export function remarkAlerts() {
  return (tree: Root) =>
    visit(tree, 'blockquote', (quote: Blockquote, index: number | undefined, parent: Parents | undefined) => {
      const [first] = quote.children;
      const [start] = first?.type === 'paragraph' ? first.children : [];
      if (first?.type !== 'paragraph' || start?.type !== 'text' || !parent || index === undefined) return;
      const [mark, kind = ''] = /^\[!(\w+)\][ \t]*(?:\n|$)/.exec(start.value) ?? [];
      const name = alertKinds.get(kind.toLowerCase());
      if (mark === undefined || name === undefined) return;
      start.value = start.value.slice(mark.length);
      if (start.value === '') first.children.shift();
      if (first.children[0]?.type === 'break') first.children.shift();
      const children = first.children.length > 0 ? quote.children : quote.children.slice(1);
      parent.children[index] = {
        type: 'containerDirective',
        name,
        attributes: {},
        children,
        position: quote.position,
      } as never;
    });
}
