import type { APIRoute } from 'astro';
import curriculum from 'virtual:curriculum';
import { trackLights } from '../map/track-lights.ts';

/** Rules that only the map needs, some for each track. */
export const GET: APIRoute = () =>
  new Response(trackLights(curriculum.tracks.map(({ slug }) => slug)), {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
