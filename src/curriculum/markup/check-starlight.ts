/** Checks what components of Starlight ask of their attributes and of what stands in them; the build would stop there. */
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { nearest } from '../problems/nearest.ts';
import { attributeValue, type Constant, type PageNames } from './page-code.ts';
import { problem, type Place, type Problem } from '../problems/problems.ts';
import { isIcon } from '../schema/schema.ts';

type Element = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

interface Rules {
  /** Attributes that must be there, with a text; only addresses are made by the build, and empty until then. */
  needs?: readonly string[];
  /** Attributes with few values. */
  values?: Readonly<Record<string, readonly string[]>>;
  /** What stands in the component, and nothing else. */
  holds?: { isOne(node: Nodes): boolean; least: number; most: number; words: string };
}

const boxes = ['note', 'tip', 'caution', 'danger'];
const isList = (ordered: boolean) => (node: Nodes) => node.type === 'list' && (node.ordered ?? false) === ordered;

const rules: Readonly<Record<string, Rules>> = {
  Aside: { values: { type: boxes } },
  Badge: {
    needs: ['text'],
    values: { variant: ['note', 'danger', 'success', 'caution', 'tip', 'default'], size: ['small', 'medium', 'large'] },
  },
  Card: { needs: ['title'] },
  Icon: { needs: ['name'] },
  LinkCard: { needs: ['title', 'href'] },
  LinkButton: {
    needs: ['href'],
    values: { variant: ['primary', 'secondary', 'minimal'], iconPlacement: ['start', 'end'] },
  },
  TabItem: { needs: ['label'] },
  Steps: {
    holds: { isOne: isList(true), least: 1, most: 1, words: 'one numbered list (`1.`), and nothing beside it' },
  },
  FileTree: {
    holds: { isOne: isList(false), least: 1, most: 1, words: 'one list of files (`-`), and nothing beside it' },
  },
  Tabs: {
    holds: {
      isOne: (node) => 'name' in node && node.name === 'TabItem',
      least: 1,
      most: Infinity,
      words: 'a `<TabItem label="…">` for each tab, and nothing beside them',
    },
  },
};

/** Adds a problem for every component of Starlight that has not what it needs. */
export function checkStarlightComponents(
  tree: Root,
  names: PageNames,
  placeOf: (node: Nodes) => Place,
  problems: Problem[],
): void {
  const inTabs = new Set<Nodes>();
  visit(tree, (node: Nodes) => {
    if (
      (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') ||
      !names.components.has(node.name ?? '')
    )
      return;
    const component = node.name!;
    const place = placeOf(node);
    const { needs = [], values = {}, holds } = rules[component] ?? {};
    for (const name of needs)
      if (!isText(valueOf(node, name, names), name === 'href'))
        problems.push(problem('component-needs', place, { component, name }));
    for (const [name, allowed] of Object.entries(values)) {
      const value = textOf(node, name, names);
      if (found(node, name) && (value === undefined || !allowed.includes(value)))
        problems.push(
          problem('component-attribute', place, {
            component,
            name,
            value: value ?? '',
            allowed,
            near: nearest(value ?? '', allowed),
          }),
        );
    }
    const icon = component === 'Icon' ? 'name' : 'icon';
    const drawn = component in rules ? textOf(node, icon, names) : undefined;
    if (drawn !== undefined && !isIcon(drawn))
      problems.push(problem('component-icon', place, { component, name: icon, value: drawn }));
    if (component === 'TabItem' && !inTabs.has(node)) problems.push(problem('component-place', place));
    if (!holds) return;
    const children = node.children.flatMap(unwrapped).filter((child) => !isNothing(child));
    if (component === 'Tabs') for (const child of children) inTabs.add(child);
    const right = children.filter((child) => holds.isOne(child)).length;
    if (right !== children.length || right < holds.least || right > holds.most) {
      const wrong = children.find((child) => !holds.isOne(child));
      problems.push(problem('component-children', wrong ? placeOf(wrong) : place, { component, words: holds.words }));
    }
  });
}

/** Components that follow each other line by line are a paragraph for the parser, and none for the site. */
const unwrapped = (node: Nodes): Nodes[] =>
  node.type === 'paragraph' && node.children.every((child) => child.type === 'mdxJsxTextElement' || isNothing(child))
    ? node.children
    : [node];

const isNothing = (node: Nodes) =>
  ((node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') &&
    (node.data?.estree?.body.length ?? 0) === 0) ||
  (node.type === 'text' && node.value.trim() === '');

const found = (node: Element, name: string) =>
  node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === name);

const isText = (value: Constant | undefined, mayBeEmpty: boolean) =>
  typeof value === 'string' && (mayBeEmpty || value !== '');

function valueOf(node: Element, name: string, names: PageNames): Constant | undefined {
  const attribute = found(node, name);
  return attribute?.type === 'mdxJsxAttribute' ? attributeValue(attribute.value, names) : undefined;
}

/** The text of an attribute; what an object has by a name that is no icon’s would be drawn in the place of one. */
function textOf(node: Element, name: string, names: PageNames): string | undefined {
  const value = valueOf(node, name, names);
  return value === undefined ? undefined : String(value);
}
