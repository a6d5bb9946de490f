import type { APIRoute, GetStaticPaths } from 'astro';
import files from 'virtual:questions';
import { languageOf } from '../site/page-language.ts';

export const getStaticPaths: GetStaticPaths = () => Object.keys(files['']!).map((lesson) => ({ params: { lesson } }));

/** The questions of a lesson, for what asks them. */
export const GET: APIRoute = ({ url, params }) => Response.json(files[languageOf(url).folder]![params.lesson!]);
