import type { APIRoute, GetStaticPaths } from 'astro';
import pages from 'virtual:markdown-pages';
import { markdownPath } from '../machine-readable/curriculum-file.ts';

export const getStaticPaths: GetStaticPaths = () =>
  pages.map((page) => ({
    params: { page: markdownPath(page.path).slice(1, -'.md'.length) },
    props: { markdown: page.markdown },
  }));

export const GET: APIRoute<{ markdown: string }> = ({ props }) =>
  new Response(props.markdown, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
