import type { APIRoute, GetStaticPaths } from 'astro';
import icon from 'virtual:site-icon';
import { iconPicture } from '../site/icons.ts';

/** The sizes that `manifest.webmanifest` names. */
export const getStaticPaths: GetStaticPaths = () => ['192', '512'].map((size) => ({ params: { size } }));

export const GET: APIRoute = async ({ params }) =>
  new Response(new Uint8Array(await iconPicture(icon, Number(params.size))), {
    headers: { 'content-type': 'image/png' },
  });
