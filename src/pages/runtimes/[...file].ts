/** The files of the runtimes that the content uses. */
import { readFileSync } from 'node:fs';
import type { APIRoute, GetStaticPaths } from 'astro';
import runs from 'virtual:runs';

export const getStaticPaths: GetStaticPaths = () =>
  Object.entries(runs.on).map(([file, absolute]) => ({ params: { file }, props: { absolute } }));

export const GET: APIRoute<{ absolute: string }> = ({ props, params }) =>
  new Response(readFileSync(props.absolute), {
    headers: { 'content-type': params.file!.endsWith('.js') ? 'text/javascript' : 'application/octet-stream' },
  });
