import type { APIRoute, GetStaticPaths } from 'astro';
import samples from 'virtual:samples';
import { sampleArchive } from '../../samples/archive.ts';

export const getStaticPaths: GetStaticPaths = () => samples.slugs.map((slug) => ({ params: { slug } }));

export const GET: APIRoute = ({ params }) =>
  new Response(sampleArchive(samples.folder, params.slug!, samples.shown, samples.own), {
    headers: { 'content-type': 'application/zip' },
  });
