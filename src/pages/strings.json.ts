import type { APIRoute } from 'astro';
import languages from 'virtual:languages';
import { languageOf } from '../site/page-language.ts';
import { browserStrings } from '../strings/browser-strings.ts';

/** The words that dialogs show, which are made when they are opened. */
export const GET: APIRoute = ({ url }) => {
  const { folder } = languageOf(url);
  return Response.json(browserStrings(languages.find((language) => language.folder === folder)!.strings));
};
