/** Reads the files that lessons have in a folder of the content, one file a lesson: `content/questions/<slug>.yaml`. */
import type { z } from 'astro/zod';
import { readYamlFile, yamlFilesBelow } from '../files/content-files.ts';
import type { YamlSource } from '../files/yaml-source.ts';
import type { Lesson } from '../model/model.ts';
import { nearest } from '../problems/nearest.ts';
import { problem, type Problem } from '../problems/problems.ts';
import type { LoadedLessons } from './load-lessons.ts';

/**
 * @param root absolute path of the folder that holds `content/`
 * @param kind its `code` is the problem that a file without a lesson is
 * @param drafts ids of pages that are not published, whose files are not read
 * @returns lessons with what their files say; what cannot be read is a problem and left out
 */
export function* filesOfLessons<Schema extends z.ZodType>(
  root: string,
  { folder, schema, code }: { folder: string; schema: Schema; code: 'question-phase' | 'exercise-phase' },
  { phases, supplements, names }: LoadedLessons,
  drafts: readonly string[],
  problems: Problem[],
): Generator<{ lesson: Lesson; value: z.infer<Schema>; source: YamlSource }> {
  const slugs = [...names.phases, ...names.supplements];
  for (const name of yamlFilesBelow(root, folder, problems)) {
    const file = `${folder}/${name}`;
    const slug = name.replace(/\.ya?ml$/, '');
    const lesson = [...phases, ...supplements].find((one) => one.slug === slug);
    if (drafts.some((id) => id.endsWith(`/${slug}`)) && !slugs.includes(slug)) continue;
    if (!slugs.includes(slug)) problems.push(problem(code, { file }, { slug, near: nearest(slug, slugs) }));
    if (!lesson) continue;
    const read = readYamlFile(root, file, schema, problems);
    if (read) yield { lesson, ...read };
  }
}
