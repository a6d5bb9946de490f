import type { APIRoute, GetStaticPaths } from 'astro';
import { deckNames, decksOf } from '../../decks/deck-files.ts';
import { languageOf } from '../../site/page-language.ts';

export const getStaticPaths: GetStaticPaths = () => deckNames.map((deck) => ({ params: { deck } }));

/** A deck for Anki. */
export const GET: APIRoute = ({ url, params }) =>
  new Response(
    decksOf(languageOf(url).folder)
      .find(({ name }) => name === params.deck)!
      .apkg(),
    {
      headers: { 'content-type': 'application/octet-stream' },
    },
  );
