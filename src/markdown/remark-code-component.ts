/**
 * Makes blocks of code of Starlight’s component `Code`. The component itself cannot know how this site draws its blocks,
 * which is said by programs that no configuration file holds.
 *
 * `<Code code="npm ci" lang="sh" title="Terminal" />` → the block that a fence with the same words becomes
 */
import type { Code, Nodes, Parents, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { literalText } from './literal-text.ts';

/** Attributes of `Code`: its text, and what stands behind the fence of a block. */
export const codeAttributes = ['code', 'lang', 'title', 'frame', 'meta'] as const;

type Element = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/**
 * The block that an element `<Code>` stands for.
 *
 * @returns undefined for any other element, and where the code is computed
 */
export function codeOf(node: Nodes): Code | undefined {
  if ((node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') || node.name !== 'Code')
    return undefined;
  const value = valueOf(node, 'code');
  if (value === undefined) return undefined;
  const named = (['title', 'frame'] as const).flatMap((name) => {
    const text = valueOf(node, name);
    return text === undefined ? [] : [`${name}=${text.includes('"') ? `'${text}'` : `"${text}"`}`];
  });
  const meta = [...named, valueOf(node, 'meta') ?? ''].join(' ').trim();
  return {
    type: 'code',
    lang: valueOf(node, 'lang') ?? 'text',
    meta: meta || null,
    value: value.replace(/^\n|\n\s*$/g, ''),
    position: node.position,
  };
}

function valueOf(node: Element, name: string): string | undefined {
  const found = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === name);
  return found?.type === 'mdxJsxAttribute' ? literalText(found.value) : undefined;
}

export function remarkCodeComponent() {
  return (tree: Root) =>
    visit(tree, (node: Nodes, index: number | undefined, parent: Parents | undefined) => {
      const code = codeOf(node);
      if (code && parent && index !== undefined) parent.children[index] = code;
    });
}
