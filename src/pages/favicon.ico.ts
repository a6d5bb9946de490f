import type { APIRoute } from 'astro';
import icon from 'virtual:site-icon';
import { icoFile } from '../site/icons.ts';

/** For readers of feeds and browsers that ask for this name only. */
export const GET: APIRoute = async () =>
  new Response(new Uint8Array(await icoFile(icon)), { headers: { 'content-type': 'image/x-icon' } });
