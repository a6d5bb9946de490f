import type { APIRoute } from 'astro';
import languages from 'virtual:languages';
import { languageOf } from '../site/page-language.ts';
import { runStrings } from '../strings/browser-strings.ts';

/** Words for code that runs in the page. */
export const GET: APIRoute = ({ url }) => {
  const { folder } = languageOf(url);
  return Response.json(runStrings(languages.find((language) => language.folder === folder)!.strings));
};
