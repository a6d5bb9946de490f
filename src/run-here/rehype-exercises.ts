import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { VFile } from 'vfile';
import type { Exercise } from '../curriculum/exercises/exercise.ts';
import { lessonsOf, type Lesson } from '../curriculum/model/model.ts';
import { promptBlocks } from '../curriculum/questions/question.ts';
import { writer } from '../exercises/exercises-files.ts';
import { escapeHtml } from '../markdown/escape-html.ts';
import { headingsInOrder, pagesByFile } from '../page-steps/page-of-file.ts';
import { levelName } from '../site/lesson-facts.ts';
import type { Project } from '../site/project.ts';
import { megabytes } from '../strings/megabytes.ts';
import type { Translator } from '../strings/translator.ts';
import { publishedRuns } from './published.ts';

/**
 * Puts the exercises of a topic at the end of its section: what to do, and a button; run-switch.ts loads the rest.
 *
 * `## Joins` … → … `<div class="exercise" id="exercise-left-out"><p><b>Exercise: …</b> …</p>…<button data-run="…">`
 */
export function rehypeExercises({
  root,
  curriculum: roadmap,
  languageOf,
  addressOf,
}: Pick<Project, 'root' | 'curriculum' | 'languageOf' | 'addressOf'>) {
  const lessonOf = pagesByFile(root, roadmap, lessonsOf<Lesson>);

  return async (tree: Root, file: VFile) => {
    const found = lessonOf(file);
    if (!found || found.page.exercises.length === 0) return;
    const { page: lesson, curriculum } = found;
    const { t } = languageOf(file.path);
    const { runtimes } = await publishedRuns(roadmap.runs);
    const line = writer(roadmap, curriculum);
    const boxOf = (exercise: Exercise): Element => {
      const size = megabytes(t, runtimes[exercise.runtime]!.bytes);
      const paper = addressOf(`/exercises/#${lesson.slug}-${exercise.id}`, curriculum.language.folder);
      const html = exerciseHtml(exercise, lesson.slug, { t, line, size, paper, hasProgress: roadmap.site.progress });
      return fromHtml(html, { fragment: true }).children[0] as Element;
    };
    const headingOf = headingsInOrder(lesson.headings);
    let topic: string | undefined;
    const children: Root['children'] = [];
    const close = () => {
      for (const one of lesson.exercises) if (one.topic === topic) children.push(boxOf(one));
    };
    for (const node of tree.children) {
      if (node.type === 'element' && node.tagName === 'h2') {
        close();
        topic = headingOf(node)?.id;
      }
      children.push(node);
    }
    close();
    tree.children = children;
  };
}

interface ExercisePlace {
  t: Translator;
  line(text: string): string;
  /** What the runtime loads, in words. */
  size: string;
  /** Address of the same exercise with everything in it. */
  paper: string;
  hasProgress: boolean;
}

function exerciseHtml(
  { id, title, level, task, runtime }: Exercise,
  lesson: string,
  { t, line, size, paper, hasProgress }: ExercisePlace,
): string {
  const text = promptBlocks(task)
    .map((block) =>
      'text' in block ? `<p>${line(block.text)}</p>` : `<pre><code>${escapeHtml(block.code)}</code></pre>`,
    )
    .join('');
  const solved = hasProgress
    ? ` <span class="solved" data-extent="exercises:${lesson}/${id}" data-of="✓ ${escapeHtml(t('exercise.done'))}" data-pagefind-ignore></span>`
    : '';
  const button =
    `<button type="button" class="button run" title="${escapeHtml(t('run.title', { runtime: t(`run.runtime.${runtime}`), size }))}"` +
    ` data-run="exercise/${lesson}/${id}" data-runtime="${runtime}">${escapeHtml(t('exercise.try'))} <span>${escapeHtml(t('run.size', { size }))}</span></button>`;
  return (
    `<div class="exercise not-content" id="exercise-${id}">` +
    `<p><b>${escapeHtml(t('exercise.title', { title }))}</b> <span class="level" data-pagefind-ignore>${escapeHtml(levelName(t, level))}</span>${solved}</p>` +
    `${text}<p class="tools">${button} <a href="${escapeHtml(paper)}" data-pagefind-ignore>${escapeHtml(t('exercise.paper'))}</a></p></div>`
  );
}
