import type { APIRoute } from 'astro';
import review from 'virtual:review';
import { languageOf } from '../../site/page-language.ts';

/** What can come back, for the script of the review. */
export const GET: APIRoute = ({ url }) => Response.json(review[languageOf(url).folder]);
