/** `/progress/data.json`: what reading a record needs to know of the roadmap. */
import { createHash } from 'node:crypto';
import { resolveId, type IdLedger } from '../curriculum/names/ids.ts';
import { inEachLanguage, lessonsOf, type Curriculum, type Lesson, type Roadmap } from '../curriculum/model/model.ts';
import { buildSectionOf } from '../curriculum/model/build-section.ts';
import type { RoadmapData } from '../record/reading.ts';

/** The data of each language, the base language first. */
export function roadmapData(roadmap: Roadmap): RoadmapData[] {
  const { site, ids } = roadmap;
  const shared = {
    roadmap: new URL(site.base, site.url).href.replace(/^https?:\/\/|\/$/g, ''),
    stages: Object.fromEntries(
      roadmap.tracks.flatMap(({ slug, stages }) =>
        stages.map(({ position, items }) => [
          `${slug}/${position}`,
          items.map(({ lesson, topic }) =>
            topic && isTopic(roadmap, lesson, topic) ? `topic:${lesson}/${topic}` : `lesson:${lesson}`,
          ),
        ]),
      ),
    ),
    was: formerNames(ids),
    numbers: Object.fromEntries([...ids].map(([id, { n }]) => [id, n])),
  };
  const structure = lessonsOf<Lesson>(roadmap).map(({ slug, hours, headings, topics, exercises }) => [
    slug,
    hours,
    buildSectionOf({ headings }, site)?.id,
    topics.map(({ id, revision }) => [id, revision]),
    ...(exercises.length > 0 ? [exercises.map(({ id }) => id)] : []),
  ]);
  const version = createHash('sha256')
    .update(JSON.stringify([structure, roadmap.projects.map(({ id }) => id), shared]))
    .digest('hex')
    .slice(0, 8);
  return inEachLanguage(roadmap).map((curriculum) => ({ ...shared, version, ...named(curriculum) }));
}

const named = (curriculum: Curriculum): Pick<RoadmapData, 'words' | 'lessons' | 'projects'> => ({
  words: Object.fromEntries(
    Object.entries(curriculum.language.strings).filter(
      ([key]) => ['page.progress', 'list.between'].includes(key) || /^progress\.(?!page\.)/.test(key),
    ),
  ),
  lessons: lessonsOf<Lesson>(curriculum).map((lesson) => ({
    slug: lesson.slug,
    title: lesson.title,
    path: lesson.path,
    hours: lesson.hours,
    topics: lesson.topics.map(({ id, title, revision }) => ({ id, title, ...(revision && { revision }) })),
    build: buildSectionOf(lesson, curriculum.site),
    ...(lesson.exercises.length > 0 && { exercises: lesson.exercises.map(({ id, title }) => ({ id, title })) }),
  })),
  projects: curriculum.projects.map(({ id, title, path }) => ({ id, title, path })),
});

/** Track items may lead to a section that teaches nothing by itself; it counts as its lesson. */
const isTopic = (roadmap: Curriculum, lesson: string, topic: string) =>
  lessonsOf<Lesson>(roadmap).some(({ slug, topics }) => slug === lesson && topics.some(({ id }) => id === topic));

/** What each id that was renamed or is gone is called today; a build task is renamed with its lesson. */
function formerNames(ids: IdLedger): RoadmapData['was'] {
  const former = [...ids].filter(([, { now, gone }]) => now !== undefined || gone !== undefined);
  return Object.fromEntries(
    former.flatMap(([id]) => {
      const today = resolveId(ids, id);
      const build = (one: string) => one.replace(/^lesson:/, 'build:');
      return id.startsWith('lesson:')
        ? [
            [id, today],
            [build(id), today.map(build)],
          ]
        : [[id, today]];
    }),
  );
}
