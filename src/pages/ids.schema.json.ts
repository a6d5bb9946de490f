import type { APIRoute } from 'astro';
import { idsJsonSchema } from '../machine-readable/ids-file.ts';
import { absoluteUrl } from '../site/absolute-url.ts';

export const GET: APIRoute = () => Response.json(idsJsonSchema(absoluteUrl('/ids.schema.json')));
