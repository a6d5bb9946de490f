/** What a page needs to follow a track; loaded where a reader has chosen one. */
import type { APIRoute } from 'astro';
import curriculum from 'virtual:curriculum';
import { languageOf } from '../../site/page-language.ts';
import { trackGuide } from '../../tracks/track-guide.ts';

export const getStaticPaths = () => curriculum.tracks.map(({ slug }) => ({ params: { track: slug } }));

export const GET: APIRoute = ({ params, url }) => {
  const language = languageOf(url);
  const track = language.curriculum.tracks.find(({ slug }) => slug === params.track)!;
  return Response.json(trackGuide(track, language));
};
