/** Loads the states of the running example with the rest of the content, and holds them to their lessons. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Lesson } from '../model/model.ts';
import { nearest } from '../problems/nearest.ts';
import { problem, type Problem } from '../problems/problems.ts';
import { composeStates, type States } from '../states/compose.ts';
import { readStates } from '../states/states-file.ts';
import { missingLesson } from './load-lessons.ts';

/**
 * @param lessons all phases and supplements
 * @param problems gets one entry for each lesson, criterion or test that is not there
 * @returns undefined where there are no states, or they cannot be read
 */
export function loadStates(
  root: string,
  lessons: readonly Lesson[],
  drafts: readonly string[],
  problems: Problem[],
): States | undefined {
  const states = composeStates(root, problems);
  const source = states && readStates(root, [])?.source;
  if (!states || !source) return undefined;
  const slugs = lessons.map(({ slug }) => slug);
  states.states.forEach((state, index) => {
    const place = (...at: PropertyKey[]) => source.placeOf(['states', index, ...at]);
    const lesson = lessons.find(({ slug }) => slug === state.lesson);
    if (!lesson) problems.push(missingLesson(place('lesson'), state.lesson, 'lesson', { allowed: slugs, drafts }));
    if (states.states.findIndex((one) => one.lesson === state.lesson) < index)
      problems.push(problem('state-twice', place('lesson'), { slug: state.lesson }));
    const lists = lesson ? listsOf(readFileSync(path.join(root, lesson.file), 'utf8')) : [];
    const items = lists.flat();
    const named = new Set(state.criteria.map(({ says }) => says));
    for (const list of lists.filter((one) => one.some((item) => named.has(item))))
      for (const says of list.filter((item) => !named.has(item)))
        problems.push(problem('state-criterion-open', place('criteria'), { says, file: lesson!.file }));
    state.criteria.forEach(({ says, test }, at) => {
      if (lesson && !items.includes(says))
        problems.push(
          problem('state-criterion', place('criteria', at, 'says'), {
            says,
            near: nearest(says, items),
            file: lesson.file,
          }),
        );
      if (test === undefined) return;
      const [file = '', name = ''] = test.split('#');
      const text = state.files.find((one) => one.path === file)?.text;
      if (name === '' || !text?.includes(name))
        problems.push(problem('state-test', place('criteria', at, 'test'), { test, has: text !== undefined }));
    });
  });
  return states;
}

/** Lists of a page whose items are a line each, as they are written. */
const listsOf = (text: string) =>
  [...text.matchAll(/(?:^- .+\n?)+/gm)].map(([list]) =>
    [...list.matchAll(/^- (.+?)\r?$/gm)].map(([, item]) => item!.trim()),
  );
