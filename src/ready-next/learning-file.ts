/** Makes `/learning.json`. */
import { lessonsOf, type Curriculum, type Lesson, type Roadmap } from '../curriculum/model/model.ts';
import { buildSectionOf } from '../curriculum/model/build-section.ts';
import { depths } from '../curriculum/schema/schema.ts';
import type { DepthRank, LearningData, LearningLesson } from './learning-data.ts';

const starts = ['plan.', 'ready.', 'hours.', 'list.'];
const names = ['topic.must', 'topic.should', 'topic.could'];

/** @param curriculum the same roadmap in the language of the file */
export function learningData({ ids }: Pick<Roadmap, 'ids'>, curriculum: Curriculum): LearningData {
  // A roadmap without progress has no list of ids, and neither the file.
  const number = (id: string) => ids.get(id)?.n ?? 0;
  return {
    words: Object.fromEntries(
      Object.entries(curriculum.language.strings).filter(
        ([key]) => names.includes(key) || starts.some((start) => key.startsWith(start)),
      ),
    ),
    lessons: lessonsOf<Lesson>(curriculum).map(
      ({ slug, title, path, hours, prerequisites, topics, questions, headings }): LearningLesson => ({
        slug,
        title,
        path,
        n: number(`lesson:${slug}`),
        hours,
        ...(prerequisites.length > 0 && { needs: prerequisites }),
        ...buildOf(headings, curriculum),
        topics: topics.map((topic) => {
          const asked = questions.filter((question) => question.topic === topic.id).length;
          return {
            id: topic.id,
            title: topic.title,
            n: number(`topic:${slug}/${topic.id}`),
            depth: depths.indexOf(topic.depth) as DepthRank,
            ...(topic.prerequisites.length > 0 && {
              needs: topic.prerequisites.map((one) =>
                one.topic === undefined ? one.lesson : `${one.lesson}/${one.topic}`,
              ),
            }),
            ...(asked > 0 && { questions: asked }),
          };
        }),
      }),
    ),
    tracks: curriculum.tracks.map(({ slug, title, stages }) => ({
      slug,
      title,
      stages: stages.map((stage) => ({
        title: stage.title,
        to: stage.items.map(({ lesson, topic }) => (topic === undefined ? lesson : `${lesson}/${topic}`)),
      })),
    })),
  };
}

const buildOf = (headings: Lesson['headings'], { site }: Curriculum): Pick<LearningLesson, 'build'> => {
  const build = buildSectionOf({ headings }, site)?.id;
  return build === undefined ? {} : { build };
};
