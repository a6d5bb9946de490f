import type { APIRoute } from 'astro';
import curriculum from 'virtual:curriculum';
import { siteIcon } from '../site/site-icon.ts';

/** The icon of a roadmap that has none under `public/`. */
export const GET: APIRoute = () =>
  new Response(siteIcon(curriculum.site), { headers: { 'content-type': 'image/svg+xml' } });
