import type { APIRoute } from 'astro';
import learning from 'virtual:learning';
import { languageOf } from '../site/page-language.ts';

export const GET: APIRoute = ({ url }) => Response.json(learning[languageOf(url).folder]);
