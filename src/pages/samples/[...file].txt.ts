/** The files that pages show, each as plain text that every browser opens. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import samples from 'virtual:samples';

export const getStaticPaths: GetStaticPaths = () =>
  samples.shown.map((file) => ({ params: { file: file.replace(/\.txt$/, '') }, props: { file } }));

export const GET: APIRoute<{ file: string }> = ({ props }) =>
  new Response(readFileSync(path.join(samples.folder, props.file)), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
