import type { APIRoute } from 'astro';
import curriculum from 'virtual:curriculum';
import { vocabulary } from '../../search/vocabulary.ts';

/** The words that “did you mean” offers. */
export const GET: APIRoute = () => Response.json(vocabulary(curriculum));
