/** Loads the question bank, one file a lesson, and hands its questions to the lessons. */
import { readYamlFile, yamlFilesBelow } from './content-files.ts';
import type { LoadedLessons } from './load-lessons.ts';
import type { Lesson } from './model.ts';
import { nearest } from './nearest.ts';
import { problem, type Problem } from './problems.ts';
import { questionFileSchema, type Question } from './schema.ts';
import type { YamlSource } from './yaml-source.ts';

const folder = 'content/questions';

export function loadQuestions(root: string, { phases, supplements, names }: LoadedLessons, problems: Problem[]): void {
  const slugs = [...names.phases, ...names.supplements];
  for (const name of yamlFilesBelow(root, folder, problems)) {
    const file = `${folder}/${name}`;
    const slug = name.replace(/\.ya?ml$/, '');
    const lesson = [...phases, ...supplements].find((one) => one.slug === slug);
    if (!slugs.includes(slug)) problems.push(problem('question-phase', { file }, { slug, near: nearest(slug, slugs) }));
    if (!lesson) continue;
    const read = readYamlFile(root, file, questionFileSchema, problems);
    if (!read) continue;
    checkQuestions(read.value, lesson, read.source, problems);
    lesson.questions = read.value;
  }
}

function checkQuestions(questions: Question[], lesson: Lesson, source: YamlSource, problems: Problem[]): void {
  const topics = lesson.topics.map((topic) => topic.id);
  const seen = new Set<string>();
  questions.forEach((question, index) => {
    if (seen.has(question.id))
      problems.push(problem('question-twice', source.placeOf([index, 'id']), { id: question.id }));
    seen.add(question.id);
    if (!topics.includes(question.topic)) {
      problems.push(
        problem('question-topic', source.placeOf([index, 'topic']), {
          id: question.topic,
          allowed: topics,
          near: nearest(question.topic, topics),
        }),
      );
    }
  });
}
