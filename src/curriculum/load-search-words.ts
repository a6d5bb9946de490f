/** Loads `content/search.yaml`: how readers ask. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readYamlFile, type ReadYaml } from './content-files.ts';
import type { PageLink } from './page-source.ts';
import type { Problem } from './problems.ts';
import { searchSchema, type SearchWords } from './schema.ts';

const file = 'content/search.yaml';

/** @returns the words, and the links of their answers */
export function loadSearchWords(root: string, problems: Problem[]): { words: SearchWords; links: PageLink[] } {
  const read = existsSync(path.join(root, file)) ? readYamlFile(root, file, searchSchema, problems) : undefined;
  return { words: read?.value ?? searchSchema.parse({}), links: read ? answerLinks(read) : [] };
}

/** Where the answers to questions about the site lead. */
export const answerLinks = ({ value, source }: ReadYaml<Pick<Partial<SearchWords>, 'questions'>>): PageLink[] =>
  (value.questions ?? []).map(({ see }, index) => ({
    target: see,
    place: source.placeOf(['questions', index, 'see']),
  }));
