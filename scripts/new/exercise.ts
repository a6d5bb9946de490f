/** Plans a new exercise: a whole one for its runtime, in which what is to be written stands between « and ». */
import { runtimeNames } from '../../src/runtimes/runtime.ts';
import { didYouMean, nearest } from '../../src/curriculum/problems/nearest.ts';
import { CannotMake, fill, slugFor, type Plan } from './plan.ts';
import { fileOfLesson, lessonWithTopic, type QuestionAnswers } from './question.ts';

/**
 * @param root absolute path of the folder that holds `content/`
 * @throws CannotMake when lesson, topic or runtime does not exist
 */
export function exercisePlan(root: string, { title, slug, phase, topic, kind }: QuestionAnswers): Plan {
  const { page, problems } = lessonWithTopic(root, phase!, topic!);
  const runtime = runtimeNames.find((one) => one === kind);
  if (!runtime)
    throw new CannotMake(
      `Nothing is called \`${kind}\` that runs exercises.${didYouMean(nearest(kind!, runtimeNames))} There are ${runtimeNames.join(', ')}.`,
    );
  const id = slugFor(title!, slug);
  const place = { folder: 'exercises', phase: phase!, id, thing: 'exercise' };
  const { file, target, text } = fileOfLesson(root, place, problems);
  const level = String((page.frontmatter.data as { level?: unknown }).level);
  const exercise = fill(`exercises/${runtime}.yaml`, { id, topic, level, title });
  const made = text.replace(/\n*$/, text.trim() ? '\n' : '') + exercise;
  return {
    files: file === undefined ? { [target]: made } : {},
    ...(file !== undefined && { edits: { [target]: made } }),
    renames: [],
    next: [
      `Write what stands between « and » at the end of \`${target}\`; \`npm run check -- --only content\` says what is left.`,
      'Then `npm run new -- ids`, which gives the exercise its number, and `npm test`, which runs it.',
    ],
  };
}
