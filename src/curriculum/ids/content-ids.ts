/** Every id of the content, in the order in which readers meet what it names. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readText } from '../files/content-files.ts';
import { idKinds, kindOf } from '../names/ids.ts';
import { isLesson, type LoadedPages } from '../reading/load-pages.ts';
import { lessonsOf, type Lesson, type Project, type Track } from '../model/model.ts';
import type { Place } from '../problems/problems.ts';
import { exerciseId } from '../exercises/exercise.ts';
import { cardId, questionId } from '../questions/question.ts';
import { readYaml } from '../files/yaml-source.ts';

/** An id of the content, and where it stands. */
export interface ContentId {
  id: string;
  /** What readers know it by. */
  title: string;
  place(): Place;
}

/** What ids are given to. */
interface Named {
  pages: LoadedPages;
  phases: readonly Lesson[];
  supplements: readonly Lesson[];
  tracks: readonly Track[];
  projects: readonly Project[];
}

/**
 * Lists the ids of the content.
 *
 * @param root absolute path of the folder that holds `content/`
 * @returns lessons first, then topics, and so on; lessons in roadmap order
 */
export function contentIds(root: string, { pages, phases, supplements, tracks, projects }: Named): ContentId[] {
  const ids: ContentId[] = [];
  const add = (id: string, title: string, place: () => Place) => ids.push({ id, title, place });
  for (const { slug, title, path: pathOfPage, file, topics, questions, exercises } of lessonsOf({
    phases,
    supplements,
  })) {
    const { frontmatter } = pages.get(pathOfPage.slice(1, -1))!;
    add(`lesson:${slug}`, title, () => ({ file, line: 1, column: 1 }));
    topics.forEach((topic, index) =>
      add(`topic:${slug}/${topic.id}`, topic.title, () => frontmatter.placeOf(['topics', index, 'id'])),
    );
    for (const one of questions) {
      const at = (...keys: (string | number)[]) => placeOfPart(root, 'questions', slug, one.id, keys);
      add(questionId(slug, one), one.question, () => at('id'));
      one.cards.forEach((card, index) => add(cardId(slug, one, card), card.front, () => at('cards', index, 'id')));
    }
    for (const one of exercises)
      add(exerciseId(slug, one), one.title, () => placeOfPart(root, 'exercises', slug, one.id, ['id']));
  }
  for (const { id, title, path: pathOfProject } of projects) {
    const { frontmatter } = pages.get(pathOfProject.split('/#')[0]!.slice(1))!;
    const all = (frontmatter.data as { projects: { id: string }[] }).projects;
    const index = all.findIndex((one) => one.id === id);
    add(`project:${id}`, title, () => frontmatter.placeOf(['projects', index, 'id']));
  }
  for (const { slug, title, file, stages } of tracks) {
    add(`track:${slug}`, title, () => ({ file, line: 1, column: 1 }));
    stages.forEach((stage, index) =>
      add(`stage:${slug}/${stage.id}`, stage.title, () => placeIn(root, file, ['stages', index, 'id'])),
    );
  }
  for (const { id, title, file } of pages.values())
    if (!isLesson(id) && id !== 'index') add(`page:${id}`, title, () => ({ file, line: 1, column: 1 }));
  // Cards stand behind their questions.
  const groupOf = (id: string) => (kindOf(id) === 'card' ? 'question' : kindOf(id));
  return idKinds.flatMap((kind) => ids.filter(({ id }) => groupOf(id) === kind));
}

/** Place of a value of a data file; the file is read again, because only ids that are new need it. */
function placeIn(root: string, file: string, keys: (string | number)[]): Place {
  const text = readText(root, file, []);
  return (text === undefined ? undefined : readYaml(text, file, 1, []))?.placeOf(keys) ?? { file };
}

/** Place of a value of a question or exercise, wherever in its file that stands. */
function placeOfPart(root: string, folder: string, slug: string, id: string, keys: (string | number)[]): Place {
  const file = fileOfLesson(root, folder, slug);
  const text = readText(root, file, []);
  const source = text === undefined ? undefined : readYaml(text, file, 1, []);
  const index = (source?.data as { id?: unknown }[] | undefined)?.findIndex((one) => String(one.id) === id) ?? 0;
  return source?.placeOf([index, ...keys]) ?? { file };
}

const fileOfLesson = (root: string, folder: string, slug: string) => {
  const file = `content/${folder}/${slug}.yaml`;
  return existsSync(path.join(root, file)) ? file : `content/${folder}/${slug}.yml`;
};
