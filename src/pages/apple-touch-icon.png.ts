import type { APIRoute } from 'astro';
import curriculum from 'virtual:curriculum';
import icon from 'virtual:site-icon';
import { touchIcon } from '../site/icons.ts';

/** The icon on the first page of a phone. */
export const GET: APIRoute = async () =>
  new Response(new Uint8Array(await touchIcon(icon, curriculum.site.accent.light)), {
    headers: { 'content-type': 'image/png' },
  });
