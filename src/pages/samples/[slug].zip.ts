import type { APIRoute, GetStaticPaths } from 'astro';
import { folder, slugs } from 'virtual:samples';
import { sampleArchive } from '../../samples/archive.ts';

export const getStaticPaths: GetStaticPaths = () => slugs.map((slug) => ({ params: { slug } }));

export const GET: APIRoute = ({ params }) =>
  new Response(sampleArchive(folder, params.slug!), { headers: { 'content-type': 'application/zip' } });
