import type { APIRoute } from 'astro';
import curriculum from 'virtual:curriculum';
import { curriculumFile } from '../machine-readable/curriculum-file.ts';
import { absoluteUrl } from '../site/absolute-url.ts';
import { baseLanguage } from '../site/page-language.ts';

export const GET: APIRoute = () => Response.json(curriculumFile(curriculum, baseLanguage.t, absoluteUrl));
