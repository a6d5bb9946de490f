/** Which lessons use each term of the glossary, told from their sources. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { kept, writtenOut } from '../build-cache/build-cache.ts';
import { inEachLanguage, lessonsOf, type Roadmap } from '../curriculum/model/model.ts';
import { termMatcher } from './term-matcher.ts';

/** By folder of the language, by anchor of the term: paths of lessons, in their order. */
export type TermUses = Record<string, Record<string, string[]>>;

/** @param root absolute path of the folder that holds `content/` */
export function termUses(root: string, curriculum: Roadmap): TermUses {
  return Object.fromEntries(
    inEachLanguage(curriculum).map((one) => {
      const terms = one.glossary.map(({ id, term, also }) => ({ id, names: [term, ...also] }));
      const { tag } = one.language;
      const find = termMatcher(terms, tag);
      const glossary = createHash('sha256')
        .update(writtenOut([terms, tag]))
        .digest('hex');
      const uses: Record<string, string[]> = {};
      for (const lesson of lessonsOf(one)) {
        const text = proseOf(readFileSync(path.join(root, lesson.file), 'utf8'));
        const used = kept('term-uses', [text, glossary], () => [...new Set(find(text).map(({ id }) => id))]);
        for (const id of used) (uses[id] ??= []).push(lesson.path);
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
