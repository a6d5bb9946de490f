import type { APIRoute, GetStaticPaths } from 'astro';
import { deckNames, decksOf } from '../../decks/deck-files.ts';
import { languageOf } from '../../site/page-language.ts';

export const getStaticPaths: GetStaticPaths = () => deckNames.map((deck) => ({ params: { deck } }));

/** The same deck for spreadsheets, and for programs that do not read Anki’s form. */
export const GET: APIRoute = ({ url, params }) =>
  new Response(
    decksOf(languageOf(url).folder)
      .find(({ name }) => name === params.deck)!
      .csv(),
    {
      headers: { 'content-type': 'text/csv; charset=utf-8' },
    },
  );
