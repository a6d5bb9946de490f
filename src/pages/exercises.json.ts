import type { APIRoute, GetStaticPaths } from 'astro';
import files from 'virtual:exercises';
import runs from 'virtual:runs';
import type { ExercisesFile } from '../exercises/exercises-file.ts';
import { languageOf } from '../site/page-language.ts';

export const getStaticPaths: GetStaticPaths = () => Object.keys(files['']!).map((lesson) => ({ params: { lesson } }));

/** The exercises of a lesson, for whoever tries one. */
export const GET: APIRoute = ({ url, params }) => {
  const file = files[languageOf(url).folder]![params.lesson!]!;
  const names = new Set(Object.values(file.exercises).map(({ runtime }) => runtime));
  const runtimes = Object.fromEntries([...names].map((name) => [name, runs.runtimes[name]!]));
  return Response.json({ ...file, runtimes } satisfies ExercisesFile);
};
