import type { APIRoute } from 'astro';
import { progressJsonSchema } from '../record/record-schema.ts';
import { absoluteUrl } from '../site/absolute-url.ts';

export const GET: APIRoute = () => Response.json(progressJsonSchema(absoluteUrl('/progress.schema.json')));
