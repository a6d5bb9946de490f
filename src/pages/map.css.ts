import type { APIRoute } from 'astro';
import curriculum from 'virtual:curriculum';
import { litEdges } from '../map/lit-edges.ts';

/** Rules that only the map needs, one for each phase. */
export const GET: APIRoute = () =>
  new Response(litEdges(curriculum.phases.map(({ slug }) => slug)), {
    headers: { 'content-type': 'text/css; charset=utf-8' },
  });
