import type { APIRoute, GetStaticPaths } from 'astro';
import states from 'virtual:states';
import { stateArchive } from '../../states/state-archive.ts';
import { baseLanguage } from '../../site/page-language.ts';
import { stateTitle } from '../../states/state-words.ts';

export const getStaticPaths: GetStaticPaths = () =>
  (states?.states ?? []).map(({ lesson }) => ({ params: { state: lesson } }));

export const GET: APIRoute = ({ params }) => {
  const state = states!.states.find(({ lesson }) => lesson === params.state)!;
  return new Response(stateArchive(states!, state, stateTitle(states!, state, baseLanguage)), {
    headers: { 'content-type': 'application/zip' },
  });
};
