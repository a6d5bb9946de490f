import type { APIRoute } from 'astro';
import { languageOf } from '../../site/page-language.ts';
import { vocabulary } from '../../search/vocabulary.ts';

/** The words that “did you mean” offers. */
export const GET: APIRoute = ({ url }) => Response.json(vocabulary(languageOf(url).curriculum));
