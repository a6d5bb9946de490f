/** Plans a new question: a whole one of its kind, in which what is to be written stands between « and ». */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadCurriculum } from '../../src/curriculum/load.ts';
import type { Page } from '../../src/curriculum/model/model.ts';
import { didYouMean, nearest } from '../../src/curriculum/problems/nearest.ts';
import type { Problem } from '../../src/curriculum/problems/problems.ts';
import { readSample, readSampleFile } from '../../src/curriculum/samples/read-sample.ts';
import { questionTypes, type QuestionType } from '../../src/curriculum/schema/schema.ts';
import { isOutputFile } from '../../src/samples/sample-facts.ts';
import { CannotMake, fill, slugFor, type Plan } from './plan.ts';

export interface QuestionAnswers {
  title?: string;
  slug?: string;
  /** Slug of the lesson. */
  phase?: string;
  topic?: string;
  kind?: string;
}

/**
 * @param root absolute path of the folder that holds `content/`
 * @throws CannotMake when lesson, topic or kind does not exist, or the kind needs a sample that the page does not show
 */
export function questionPlan(root: string, { title, slug, phase, topic, kind }: QuestionAnswers): Plan {
  const { page, problems } = lessonWithTopic(root, phase!, topic!);
  const type = questionTypes.find((one) => one === kind);
  if (!type)
    throw new CannotMake(
      `There is no kind of question \`${kind}\`.${didYouMean(nearest(kind!, questionTypes))} The kinds are ${questionTypes.join(', ')}.`,
    );
  const id = slugFor(title!, slug);
  const file = fileOfLesson(root, { folder: 'questions', phase: phase!, id, thing: 'question' }, problems);
  const level = String((page.frontmatter.data as { level?: unknown }).level);
  const question = fill(`questions/${type}.yaml`, { id, topic, level, ...samplesFor(type, page, root) });
  return withAtEnd(file, question, [
    `Then \`npm run new -- ids\`, which gives the question its number.`,
    ...(page.text.includes('Checkpoint') || page.checkpoints.length > 0
      ? []
      : ['The page shows no questions yet: import `Checkpoint` from `@components`, and write `<Checkpoint />`.']),
  ]);
}

/**
 * The page of a lesson that has a topic.
 *
 * @throws CannotMake when one of them does not exist
 */
export function lessonWithTopic(root: string, phase: string, topic: string) {
  const { pages, problems } = loadCurriculum(root);
  const lessons = [...pages.values()].filter(({ id }) => /^(?:phases|supplements)\//.test(id));
  const page = lessons.find(({ id }) => id.split('/')[1] === phase);
  const slugs = lessons.map(({ id }) => id.split('/')[1]!);
  if (!page) throw new CannotMake(`There is no phase or supplement \`${phase}\`.${didYouMean(nearest(phase, slugs))}`);
  const topics = topicsOf(page);
  if (!topics.some(({ id }) => id === topic))
    throw new CannotMake(
      `\`${phase}\` has no topic \`${topic}\`.${didYouMean(
        nearest(
          topic,
          topics.map(({ id }) => id),
        ),
      )} Its topics are ${topics.map(({ id }) => id).join(', ')}.`,
    );
  return { page, problems };
}

/** The file of a lesson that gets one thing more at its end. */
interface LessonFile {
  /** Its path, undefined where there is none yet. */
  file: string | undefined;
  /** The path that it has or will have. */
  target: string;
  text: string;
}

/**
 * Finds the file of a lesson for one thing more.
 *
 * @throws CannotMake when it has such a thing already, or cannot be read
 */
export function fileOfLesson(
  root: string,
  { folder, phase, id, thing }: { folder: string; phase: string; id: string; thing: string },
  problems: readonly Problem[],
): LessonFile {
  const file = ['yaml', 'yml']
    .map((ending) => `content/${folder}/${phase}.${ending}`)
    .find((name) => existsSync(path.join(root, name)));
  const target = file ?? `content/${folder}/${phase}.yaml`;
  const text = file === undefined ? '' : readFileSync(path.join(root, file), 'utf8');
  if (new RegExp(`^(?:- | {2})id: ["']?${id}["']?\\s*$`, 'm').test(text))
    throw new CannotMake(
      `\`${target}\` has ${/^[aeiou]/.test(thing) ? 'an' : 'a'} ${thing} \`${id}\` already. Choose other words, or \`--slug\`.`,
    );
  if (file !== undefined && problems.some((one) => one.file === file && /^(?:yaml|field|file)-/.test(one.code)))
    throw new CannotMake(
      `\`${file}\` cannot be read as it is. Mend it first: \`npm run check -- --only content\` says where.`,
    );
  return { file, target, text };
}

/** Plans to write one thing more to the end of such a file. @param next what is to be done after it was filled in */
export function withAtEnd({ file, target, text }: LessonFile, thing: string, next: readonly string[]): Plan {
  const made = text.replace(/\n*$/, text.trim() ? '\n' : '') + thing;
  return {
    files: file === undefined ? { [target]: made } : {},
    ...(file !== undefined && { edits: { [target]: made } }),
    renames: [],
    next: [
      `Write what stands between « and » at the end of \`${target}\`; \`npm run check -- --only content\` says what is left.`,
      ...next,
    ],
  };
}

/** The lessons of a roadmap, for who is asked. */
export const topicsOf = ({ frontmatter }: { frontmatter: { data: unknown } }): { id: string }[] =>
  ((frontmatter.data as { topics?: { id: string }[] } | null)?.topics ?? []).filter(
    (one) => typeof one?.id === 'string',
  );

/** A sample of the page that the kind can start from. */
function samplesFor(type: QuestionType, page: Pick<Page, 'fences' | 'file'>, root: string): Record<string, string> {
  if (type !== 'output' && type !== 'fault') return {};
  const samples = path.join(root, 'content/samples');
  const shown = page.fences.flatMap(({ attributes }) => attributes.sample ?? []);
  const place = { file: page.file };
  for (const sample of shown.filter((one) => !isOutputFile(one) && !/\.(?:txt|expected)$/.test(one))) {
    const code = readSample(sample, samples, place, []);
    if (!code) continue;
    if (type === 'fault') {
      const lines = code.text.split('\n').map((line) => line.trim());
      const line = lines.find((one) => /\w{3}/.test(one) && lines.filter((other) => other === one).length === 1);
      if (line) return { sample, line };
      continue;
    }
    for (const output of shown.filter((one) => isOutputFile(one) || /\.(?:txt|expected)$/.test(one))) {
      const text = readSampleFile(output.split('#')[0]!, samples, place, []);
      if (text?.trim()) return { sample, output: output.split('#')[0]!, answer: text.trim() };
    }
  }
  throw new CannotMake(
    type === 'fault'
      ? 'A question of the kind `fault` makes a line of a sample wrong, and the page shows no sample with such a line. Make one first: `npm run new -- sample`.'
      : 'A question of the kind `output` asks what a sample prints, and the page shows no sample together with its recorded output. Show both first, or choose another kind.',
  );
}
