/** The roadmap of this repository, whatever it is about: its data, and pages of it that have what a test needs. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inject, type TestContext } from 'vitest';
import { openCurriculum } from '../curriculum/load.ts';
import { lessonsOf } from '../curriculum/model/model.ts';
import { curriculumFileSchema } from '../machine-readable/curriculum-file.ts';
import { at } from './browser.ts';

export const roadmap = inject('roadmap');

/** Text of a file of the built site. */
export const read = (file: string): string => readFileSync(path.join(roadmap.folder, file), 'utf8');

/** What `curriculum.json` says. */
export const data = curriculumFileSchema.parse(JSON.parse(read('curriculum.json')));

/** What `content/` says. */
export const curriculum = openCurriculum(roadmap.root);

/**
 * Address of the first lesson whose HTML has all that is asked for; the test is skipped where none has.
 *
 * @param what the same in words, for whoever reads why the test was skipped
 */
export function lessonWith({ skip }: TestContext, what: string, ...signs: RegExp[]): string {
  const found = lessonsOf(curriculum).find((lesson) => {
    const html = read(`${lesson.path.slice(1)}index.html`);
    return signs.every((sign) => sign.test(html));
  });
  return found ? at(roadmap, found.path) : skip(`No lesson of this roadmap has ${what}.`);
}

/** Address of the lesson with the most text and code. */
export function longestLesson(): string {
  const length = (file: string) => read(`${file.slice(1)}index.html`).length;
  const paths = lessonsOf(curriculum).map((lesson) => lesson.path);
  return at(
    roadmap,
    paths.reduce((long, one) => (length(one) > length(long) ? one : long)),
  );
}
