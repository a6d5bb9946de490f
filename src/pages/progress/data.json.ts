import type { APIRoute } from 'astro';
import languages from 'virtual:languages';
import progress from 'virtual:progress';
import { languageOf } from '../../site/page-language.ts';

/** What the script of marks reads to count and name what a reader has done. */
export const GET: APIRoute = ({ url }) => {
  const { folder } = languageOf(url);
  return Response.json(progress[languages.findIndex((language) => language.folder === folder)]);
};
