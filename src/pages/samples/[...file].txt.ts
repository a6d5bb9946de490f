/** The files that pages show, each as plain text that every browser opens. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import samples from 'virtual:samples';
import { sampleTextPath } from '../../samples/sample-facts.ts';

export const getStaticPaths: GetStaticPaths = () => {
  const own = new Set(samples.own);
  return samples.shown
    .filter((file) => own.has(file))
    .map((file) => ({
      params: { file: sampleTextPath(file).replace(/^\/samples\/|\.txt$/g, '') },
      props: { file },
    }));
};

export const GET: APIRoute<{ file: string }> = ({ props }) =>
  new Response(readFileSync(path.join(samples.folder, props.file)), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
