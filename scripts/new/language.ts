/** The files with which a translation starts: every word of the interface, and the home page to translate. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { namedLanguages } from '../../src/curriculum/reading/load-strings.ts';
import { languageSchema } from '../../src/curriculum/schema/schema.ts';
import { english } from '../../src/strings/english.ts';
import { CannotMake, type Plan } from './plan.ts';

/**
 * @param code tag of the language, such as `ar` or `pt-BR`
 * @throws CannotMake when there is no such language, or no page to translate
 */
export function languagePlan(root: string, code: string): Plan {
  if (!languageSchema.safeParse({ code }).success)
    throw new CannotMake(`\`${code}\` is not the tag of a language. Write one such as \`ar\`, \`fr\` or \`pt-BR\`.`);
  const { folder, tag, label } = namedLanguages({ language: 'en', languages: [{ code }] })[1]!;
  const home = ['index.mdx', 'index.md'].find((name) => existsSync(path.join(root, 'content/docs', name)));
  if (!home) throw new CannotMake('There is no page to translate. Make a roadmap first: `npm run new -- roadmap`.');
  const page = `content/docs/${folder}/${home}`;
  const strings = `content/i18n/${tag}.json`;
  return {
    files: {
      [strings]: `${JSON.stringify(stringsFor(tag), null, 2)}\n`,
      [page]: readFileSync(path.join(root, 'content/docs', home), 'utf8'),
    },
    renames: [],
    next: [
      `Add it to content/site.yaml, at its end or beside \`language\`:\n\n    languages:\n      - code: ${tag} # ${label}\n`,
      `Translate the words of the interface in \`${strings}\`; lines you remove stay English.`,
      `Translate \`${page}\`, a copy of the home page, and then other pages: \`content/docs/${folder}/\` mirrors \`content/docs/\`, with the same headings.`,
      `Titles of tracks, questions, the glossary and the sidebar go to \`content/${folder}/\`; /make-it-yours/languages/ tells how.`,
    ],
  };
}

/** Every string in English, with the plural forms of another language where it has forms. */
function stringsFor(tag: string): Record<string, unknown> {
  const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
  return Object.fromEntries(
    Object.entries(english).map(([key, entry]) => [
      key,
      typeof entry === 'string' ? entry : Object.fromEntries(pluralCategories.map((form) => [form, entry.other])),
    ]),
  );
}
