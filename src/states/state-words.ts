/** Names and addresses of the states of the running example. */
import { lessonViews } from '../site/curriculum-view.ts';
import type { PageLanguage } from '../site/page-language.ts';

/** `The shop after “Caching”` */
export function stateTitle(
  { name }: { name: string },
  { lesson }: { lesson: string },
  { curriculum, t }: Pick<PageLanguage, 'curriculum' | 't'>,
): string {
  return t('state.title', { project: name, lesson: lessonViews(curriculum).get(lesson)!.title });
}

/** Address of a state from the root of the site: `/shop/caching/` */
export const statePath = ({ folder }: { folder: string }, { lesson }: { lesson: string }): string =>
  `/${folder}/${lesson}/`;

/** Languages of highlighted code by the ending of a file, or by its whole name. */
const languages: Readonly<Record<string, string>> = {
  Dockerfile: 'dockerfile',
  graphqls: 'graphql',
  sh: 'bash',
  yml: 'yaml',
  properties: 'properties',
};

/** Language in which a file is highlighted; the ending itself where it is the name of one. */
export function codeLanguage(file: string): string {
  const name = file.replace(/^.*\//, '');
  const ending = /\.(\w+)$/.exec(name)?.[1] ?? '';
  return languages[name] ?? languages[ending] ?? (known.has(ending) ? ending : 'txt');
}

const known = new Set(['java', 'kt', 'xml', 'yaml', 'json', 'sql', 'py', 'ts', 'js', 'proto', 'http', 'toml', 'md']);
