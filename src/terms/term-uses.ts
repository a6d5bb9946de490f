/** Which lessons use each term of the glossary, told from their sources. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inEachLanguage, lessonsOf, type Roadmap } from '../curriculum/model/model.ts';
import { termMatcher } from './term-matcher.ts';

/** By folder of the language, by anchor of the term: paths of lessons, in their order. */
export type TermUses = Record<string, Record<string, string[]>>;

/** @param root absolute path of the folder that holds `content/` */
export function termUses(root: string, curriculum: Roadmap): TermUses {
  return Object.fromEntries(
    inEachLanguage(curriculum).map((one) => {
      const find = termMatcher(
        one.glossary.map(({ id, term, also }) => ({ id, names: [term, ...also] })),
        one.language.tag,
      );
      const uses: Record<string, string[]> = {};
      for (const lesson of lessonsOf(one)) {
        const text = proseOf(readFileSync(path.join(root, lesson.file), 'utf8'));
        for (const id of new Set(find(text).map((match) => match.id))) (uses[id] ??= []).push(lesson.path);
      }
      return [one.language.folder, uses];
    }),
  );
}

/** Text of a page without what is not said in it: frontmatter, code, tags, and addresses of links. */
export function proseOf(source: string): string {
  return source
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^( *)(`{3,}|~{3,})[^\n]*\n[\s\S]*?\n\1\2 *$/gm, '')
    .replace(/^import .*$/gm, '')
    .replace(/`[^`\n]*`/g, ' ')
    .replace(/\]\([^)]*\)/g, '] ')
    .replace(/<\/?[A-Za-z][^>]*>/g, ' ');
}
