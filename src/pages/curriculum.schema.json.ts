import type { APIRoute } from 'astro';
import { curriculumJsonSchema } from '../machine-readable/curriculum-file.ts';
import { absoluteUrl } from '../site/absolute-url.ts';

export const GET: APIRoute = () => Response.json(curriculumJsonSchema(absoluteUrl('/curriculum.schema.json')));
