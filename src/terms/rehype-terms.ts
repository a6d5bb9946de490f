import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { inEachLanguage, lessonsOf, type Curriculum, type Lesson } from '../curriculum/model/model.ts';
import { element, text } from '../markdown/hast.ts';
import { pagesByFile } from '../page-steps/page-of-file.ts';
import type { Project } from '../site/project.ts';
import { termMatcher, type TermMatch } from './term-matcher.ts';

/**
 * One link on so many words is what a reader bears. Without a limit the lessons of this roadmap have 1 to 10 in 1,000
 * words, and the ones that name most bring them in clusters.
 */
const wordsForOne = 100;
/** Elements whose text keeps its own meaning or is pressed already. */
const closed = new Set([
  'a',
  'button',
  'code',
  'pre',
  'kbd',
  'abbr',
  'em',
  'strong',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'figure',
  'summary',
  'svg',
]);
/** Running text. */
const running = new Set(['p', 'li', 'dd']);

/**
 * Links the first use of each glossary term in a section to its entry.
 *
 * `<p>The WAL is flushed</p>` → `<p>The <a class="term" href="/glossary/#wal">WAL</a> is flushed</p>`
 *
 * Left alone: terms that the lesson itself teaches, terms that were linked in the section before, code, links, headings,
 * tables, words that the author stresses, which are explained where they stand, and whatever would be too much.
 */
export function rehypeTerms({ root, curriculum, addressOf }: Pick<Project, 'root' | 'curriculum' | 'addressOf'>) {
  const finders = new Map(inEachLanguage(curriculum).map((one) => [one, finder(one)]));
  const lessonOf = pagesByFile(root, curriculum, lessonsOf<Lesson>);
  return (tree: Root, file: VFile) => {
    const found = lessonOf(file);
    if (!found) return;
    const { folder } = found.curriculum.language;
    const { find, taughtIn } = finders.get(found.curriculum)!;
    let before = new Set<string>();
    for (const section of sectionsOf(tree)) {
      const wanted = new Set<string>();
      let left = Math.ceil(wordCount(section) / wordsForOne);
      const isWanted = ({ id }: TermMatch) => {
        if (left === 0 || wanted.has(id) || before.has(id) || taughtIn.get(id) === found.page.path) return false;
        wanted.add(id);
        left--;
        return true;
      };
      for (const node of section)
        linkTerms(
          node,
          (text) => find(text).filter(isWanted),
          (id) => addressOf(`/glossary/#${id}`, folder),
        );
      before = wanted;
    }
  };
}

/** What finds the terms of a language, and the lesson that teaches each. */
function finder({ glossary, language }: Curriculum) {
  return {
    find: termMatcher(
      glossary.map(({ id, term, also }) => ({ id, names: [term, ...also] })),
      language.tag,
    ),
    taughtIn: new Map(glossary.flatMap(({ id, see }) => (see ? [[id, see.path.replace(/#.*$/, '')] as const] : []))),
  };
}

/** The blocks before the first H2, and those after each. */
function sectionsOf(tree: Root): RootContent[][] {
  const sections: RootContent[][] = [[]];
  for (const node of tree.children) {
    if (node.type === 'element' && node.tagName === 'h2') sections.push([]);
    else sections.at(-1)!.push(node);
  }
  return sections;
}

const wordCount = (nodes: RootContent[]) =>
  nodes
    .filter((node): node is Element => node.type === 'element' && node.tagName !== 'pre' && node.tagName !== 'table')
    .reduce((sum, node) => sum + toString(node).split(/\s+/).length, 0);

function linkTerms(block: RootContent, find: (text: string) => TermMatch[], addressOf: (id: string) => string): void {
  visitParents(block, (node, parents) => {
    // What is hidden from screen readers, such as the title of a box, must hold nothing that takes the focus.
    if (node.type === 'element' && (closed.has(node.tagName) || 'ariaHidden' in node.properties)) return SKIP;
    if (node.type !== 'text' || !parents.some((one) => one.type === 'element' && running.has(one.tagName)))
      return undefined;
    const parent = parents.at(-1) as Element;
    const matches = find(node.value);
    if (matches.length === 0) return undefined;
    const parts = partsOf(node, matches, addressOf);
    const index = parent.children.indexOf(node);
    parent.children.splice(index, 1, ...parts);
    return [SKIP, index + parts.length];
  });
}

function partsOf({ value }: Text, matches: TermMatch[], addressOf: (id: string) => string): ElementContent[] {
  const parts: ElementContent[] = [];
  let at = 0;
  for (const { start, end, id } of matches) {
    const words = text(value.slice(start, end));
    parts.push(text(value.slice(at, start)), element('a', { className: ['term'], href: addressOf(id) }, [words]));
    at = end;
  }
  return [...parts, text(value.slice(at))].filter((part) => part.type !== 'text' || part.value !== '');
}
