/** Plans a new exercise: a whole one for its runtime, in which what is to be written stands between « and ». */
import { runtimeNames } from '../../src/runtimes/runtime.ts';
import { didYouMean, nearest } from '../../src/curriculum/problems/nearest.ts';
import { CannotMake, fill, slugFor, type Plan } from './plan.ts';
import { fileOfLesson, lessonWithTopic, withAtEnd, type QuestionAnswers } from './question.ts';

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
  const file = fileOfLesson(root, place, problems);
  const level = String((page.frontmatter.data as { level?: unknown }).level);
  const exercise = fill(`exercises/${runtime}.yaml`, { id, topic, level, title });
  return withAtEnd(file, exercise, [
    'Then `npm run new -- ids`, which gives the exercise its number, and `npm test`, which runs it.',
  ]);
}
