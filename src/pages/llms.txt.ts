import type { APIRoute } from 'astro';
import curriculum from 'virtual:curriculum';
import pages from 'virtual:markdown-pages';
import { llmsText } from '../machine-readable/llms-text.ts';
import { absoluteUrl } from '../site/absolute-url.ts';

export const GET: APIRoute = () => new Response(llmsText(curriculum, pages, absoluteUrl));
