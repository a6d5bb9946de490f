/** Reads the components of a roadmap from `content/components`. */
import type { Nodes, Root } from 'mdast';
import path from 'node:path';
import { visit } from 'unist-util-visit';
import { checkText } from './check-markup.ts';
import { isPictureName } from '../pictures/check-pictures.ts';
import { filesBelow, readText } from '../files/content-files.ts';
import { homeOfComponent } from './known-components.ts';
import { parseMdx } from './mdx-faults.ts';
import { nearest } from '../problems/nearest.ts';
import { readCode, type Constant, type PageNames } from './page-code.ts';
import { parseMdxText } from './page-parser.ts';
import { problem, type Problem } from '../problems/problems.ts';
import { readYaml } from '../files/yaml-source.ts';

/** A component that the roadmap itself has written. */
export interface OwnComponent {
  /** Name of its tag and of its file. */
  name: string;
  /** Path relative to the folder that holds `content/`. */
  file: string;
  source: string;
  /** What is read from `source`; whoever changes it takes a copy. */
  tree: Root;
  /** Names of the words that a page gives it. */
  props: ReadonlySet<string>;
  /** Words that stand where a page gives none. */
  defaults: ReadonlyMap<string, Constant>;
  /** Whether it has a place for what stands between its tags. */
  hasSlot: boolean;
}

/** Components by their names. */
export type OwnComponents = ReadonlyMap<string, OwnComponent>;

/** Folder of the components of a language; those of the base language serve where a language has none of that name. */
export const componentFolder = (language: string) =>
  language === '' ? 'content/components' : `content/${language}/components`;

/**
 * Reads the components of every language.
 *
 * @param root absolute path of the folder that holds `content/`
 * @param languages folders of the further languages
 * @returns components by the folder of the language, which is empty for the base language
 */
export function loadComponents(
  root: string,
  languages: readonly string[],
  problems: Problem[],
): ReadonlyMap<string, OwnComponents> {
  const base = loadFolder(root, componentFolder(''), problems);
  return new Map([
    ['', base],
    ...languages.map((language) => {
      const own = loadFolder(root, componentFolder(language), problems);
      for (const { name, file } of own.values())
        if (!base.has(name)) {
          const values = { name: `${name}.mdx`, kind: 'file' as const, near: nearest(name, base.keys()) };
          problems.push(problem('translation-base', { file }, values));
        }
      return [language, new Map([...base, ...own])] as const;
    }),
  ]);
}

function loadFolder(root: string, folder: string, problems: Problem[]): OwnComponents {
  const components = new Map<string, OwnComponent>();
  for (const name of filesBelow(root, folder, problems)) {
    const file = `${folder}/${name}`;
    if (isPictureName(name)) continue;
    const tag = name.replace(/\.mdx$/, '');
    if (!/^[A-Z][A-Za-z0-9]*\.mdx$/.test(name)) problems.push(problem('component-file', { file }, { name }));
    else if (homeOfComponent(tag)) problems.push(problem('component-taken', { file }, { name: tag }));
    else {
      const source = readText(root, file, problems);
      const component = source === undefined ? undefined : readComponent(tag, file, source, problems);
      if (component) components.set(tag, component);
    }
  }
  return components;
}

/** A warning for each component that stands in no page, of whatever language. */
export function unusedComponents(components: ReadonlyMap<string, OwnComponents>, used: ReadonlySet<string>): Problem[] {
  const files = new Map([...components.values()].flatMap((some) => [...some.values()].map((one) => [one.file, one])));
  return [...files.values()]
    .filter(({ name }) => !used.has(name))
    .map(({ name, file }) => problem('component-unused', { file }, { name }));
}

/** A name of an author’s, and not one that every object has. */
const propIn = /\bprops\.([A-Za-z_$][\w$]*)/g;

/**
 * Reads a component.
 *
 * @param source the text of the file, without a byte order mark
 * @returns undefined where it cannot be read; the reasons are added to `problems`
 */
export function readComponent(
  name: string,
  file: string,
  source: string,
  problems: Problem[],
): OwnComponent | undefined {
  const [, fields] = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/.exec(source) ?? [];
  const defaults = readDefaults(fields, file, problems);
  const tree = parseMdx(source, file, parseMdxText, problems);
  if (!defaults || !tree) return undefined;
  const props = new Set([...bracesIn(tree)].flatMap((code) => [...code.matchAll(propIn)].map(([, prop]) => prop!)));
  let hasSlot = false;
  visit(tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => {
    const { name: tag, attributes, position } = node as Extract<Nodes, { type: 'mdxJsxFlowElement' }>;
    if (tag !== 'slot') return;
    hasSlot = true;
    const [attribute] = attributes;
    if (attribute)
      problems.push(
        problem(
          'component-slot-attribute',
          { file, ...position?.start },
          { name: attribute.type === 'mdxJsxAttribute' ? attribute.name : '…' },
        ),
      );
  });
  const component = { name, file, source, tree, props, defaults, hasSlot };
  for (const prop of defaults.keys())
    if (!props.has(prop)) problems.push(problem('component-default', { file }, { name, prop }));
  namesOf(component, new Map(), problems);
  checkText(tree, source, file, problems);
  return component;
}

function readDefaults(yaml: string | undefined, file: string, problems: Problem[]): Map<string, Constant> | undefined {
  if (yaml === undefined || yaml.trim() === '') return new Map();
  const fields = readYaml(yaml, file, 2, problems);
  if (!fields) return undefined;
  const defaults = new Map<string, Constant>();
  for (const [key, value] of Object.entries((fields.data ?? {}) as object))
    if (['string', 'number', 'boolean'].includes(typeof value)) defaults.set(key, value as Constant);
    else
      problems.push(problem('component-default-kind', fields.placeOf([key]), { prop: key, value: value as unknown }));
  return defaults;
}

/** The code of all braces, those of attributes among them. */
function* bracesIn(tree: Root): Generator<string> {
  const found: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') found.push(node.value);
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement')
      for (const { value } of node.attributes) if (typeof value === 'object' && value) found.push(value.value);
  });
  yield* found;
}

/**
 * What stands for the names in a component.
 *
 * @param given words that a page gives it
 */
export function namesOf(
  { tree, source, file, props, defaults }: OwnComponent,
  given: ReadonlyMap<string, Constant>,
  problems: Problem[],
): PageNames {
  const constants = [...props].map((prop) => [`props.${prop}`, given.get(prop) ?? defaults.get(prop) ?? ''] as const);
  return readCode(tree, source, {}, file, problems, new Map(constants));
}

/** Path by which a page names a file that a component names: `./dot.png` → `../components/dot.png` */
export const fromPage = (target: string, component: string, page: string): string =>
  path.posix.relative(path.posix.dirname(page), path.posix.join(path.posix.dirname(component), target));
