/** Loads the question bank, one file a lesson, and hands its questions to the lessons. */
import path from 'node:path';
import { sampleReference } from '../../markdown/sample-region.ts';
import { plainLines } from '../questions/answers.ts';
import { checkPatterns, checkQuestion, type QuestionPlace } from './check-questions.ts';
import { filesOfLessons } from './files-of-lessons.ts';
import type { LoadedLessons } from './load-lessons.ts';
import type { LoadedPages } from './load-pages.ts';
import type { Lesson } from '../model/model.ts';
import { nearest } from '../problems/nearest.ts';
import type { PageFence } from '../markup/page-source.ts';
import { problem, type Place, type Problem } from '../problems/problems.ts';
import type { Question, QuestionCode } from '../questions/question.ts';
import { readSample, readSampleFile } from '../samples/read-sample.ts';
import { questionFileSchema, type QuestionSource } from '../schema/schema.ts';
import type { YamlSource } from '../files/yaml-source.ts';

const files = { folder: 'content/questions', schema: questionFileSchema, code: 'question-phase' } as const;

/**
 * @param root absolute path of the folder that holds `content/`
 * @param pages pages with the samples and diagrams that questions may show
 * @param drafts ids of pages that are not published, whose questions are not read
 */
export function loadQuestions(
  root: string,
  lessons: LoadedLessons,
  pages: LoadedPages,
  drafts: readonly string[],
  problems: Problem[],
): void {
  const samples = path.join(root, 'content/samples');
  for (const { lesson, value, source } of filesOfLessons(root, files, lessons, drafts, problems)) {
    const fences = pages.get(lesson.path.slice(1, -1))?.fences ?? [];
    lesson.questions = readQuestions(value, source, { lesson, fences, samples, problems });
  }
}

/** What reading the questions of a lesson needs. */
interface Reading {
  lesson: Lesson;
  /** Code and diagrams of its page. */
  fences: readonly PageFence[];
  /** Absolute path of `content/samples`. */
  samples: string;
  problems: Problem[];
}

function readQuestions(sources: QuestionSource[], source: YamlSource, reading: Reading): Question[] {
  const { problems, fences } = reading;
  const topics = reading.lesson.topics.map((topic) => topic.id);
  const diagrams = fences.flatMap(({ language, attributes }) =>
    language === 'mermaid' && attributes.title ? [attributes.title] : [],
  );
  const seen = new Set<string>();
  const questions = sources.flatMap((one, index): Question[] => {
    const at: QuestionPlace = (...keys) => source.placeOf([index, ...keys]);
    if (seen.has(one.id)) problems.push(problem('question-twice', at('id'), { id: one.id }));
    seen.add(one.id);
    if (!topics.includes(one.topic))
      problems.push(
        problem('question-topic', at('topic'), {
          id: one.topic,
          allowed: topics,
          near: nearest(one.topic, topics),
        }),
      );
    if (one.diagram !== undefined && !diagrams.includes(one.diagram))
      problems.push(
        problem('question-diagram', at('diagram'), {
          title: one.diagram,
          allowed: diagrams,
          near: nearest(one.diagram, diagrams),
        }),
      );
    const question = readQuestion(one, at, reading);
    if (question) checkQuestion(question, one, at, problems);
    return question ? [question] : [];
  });
  checkPatterns(sources, (index, ...keys) => source.placeOf([index, ...keys]), problems);
  return questions;
}

/** Reads what a question names. @returns undefined where something of it is not there */
function readQuestion(source: QuestionSource, at: QuestionPlace, reading: Reading): Question | undefined {
  const sample = source.sample === undefined ? undefined : readCode(source.sample, at('sample'), reading);
  if (source.sample !== undefined && !sample) return undefined;
  const shown = sample && { sample };
  switch (source.type) {
    case undefined:
    case 'recall':
      return { ...withoutSample(source), type: 'recall', ...shown };
    case 'choice':
    case 'several': {
      const options = source.options.map((option) => ({ ...option, right: option.right === true }));
      return { ...withoutSample(source), ...shown, options };
    }
    case 'output': {
      const answer = readRecorded(source.output, at, reading);
      const options = (source.options ?? []).map((option) => ({ ...option, text: plainLines(option.text) }));
      return answer === undefined ? undefined : { ...withoutSample(source), sample: sample!, answer, options };
    }
    case 'fault':
      return withFault(source, sample!, at, reading.problems);
    case 'order':
      return { ...withoutSample(source), ...shown };
    case 'number':
      return { ...withoutSample(source), ...shown };
    case 'short':
      return { ...withoutSample(source), ...shown };
  }
}

const withoutSample = <Source extends QuestionSource>({ sample: _name, ...own }: Source): Omit<Source, 'sample'> => own;

/** Code in the language in which the page shows it, or else that of its ending. */
function readCode(
  reference: string,
  place: Place,
  { samples, fences, problems }: Pick<Reading, 'samples' | 'fences' | 'problems'>,
): QuestionCode | undefined {
  const sample = readSample(reference, samples, place, problems);
  if (!sample) return undefined;
  const shown = fences.find(
    ({ attributes }) => attributes.sample !== undefined && sampleReference(attributes.sample).file === sample.file,
  );
  return { ...sample, language: shown?.language ?? languageOfFile(sample.file) };
}

/** Languages that are called otherwise than the endings of their files. */
const endings: Record<string, string> = {
  txt: 'text',
  expected: 'text',
  conf: 'nginx',
  tf: 'hcl',
  py: 'python',
  sh: 'bash',
  kt: 'kotlin',
  yml: 'yaml',
};

function languageOfFile(file: string): string {
  const name = path.posix.basename(file);
  const ending = path.posix.extname(name).slice(1).toLowerCase();
  return name === 'Dockerfile' ? 'dockerfile' : (endings[ending] ?? (ending || 'text'));
}

/** The recorded lines that a question asks for. */
function readRecorded(
  { file, lines }: { file: string; lines?: string | undefined },
  at: QuestionPlace,
  { samples, problems }: Reading,
): string | undefined {
  const text = readSampleFile(file, samples, at('output', 'file'), problems);
  if (text === undefined) return undefined;
  const all = text.replaceAll('\r\n', '\n').replace(/\n+$/, '').split('\n');
  const [first, last] = (lines ?? `1-${all.length}`).split('-').map(Number) as [number, number?];
  const asked = all.slice(first - 1, last ?? first);
  if (asked.length === (last ?? first) - first + 1 && asked.length > 0) return plainLines(asked.join('\n'));
  problems.push(problem('question-output-lines', at('output', 'lines'), { file, lines: lines!, count: all.length }));
  return undefined;
}

/** Puts the faulty line into the sample, and finds the lines that have feedback. */
function withFault(
  source: Extract<QuestionSource, { type: 'fault' }>,
  sample: QuestionCode,
  at: QuestionPlace,
  problems: Problem[],
): Question | undefined {
  const { was, is } = source.fault;
  const lines = sample.text.split('\n');
  const texts = lines.map((line) => line.trim());
  const found = texts.flatMap((text, index) => (text === was ? [index] : []));
  const [line] = found;
  if (line === undefined || found.length > 1) {
    const near = nearest(was, texts);
    problems.push(
      problem('question-fault', at('fault', 'was'), { was, sample: source.sample, found: found.length, near }),
    );
    return undefined;
  }
  if (texts.includes(is)) problems.push(problem('question-fault-same', at('fault', 'is'), { is }));
  const indent = /^\s*/.exec(lines[line]!)![0];
  const shown = lines.with(line, indent + is);
  const others = source.lines.map((one, index) => {
    const position = shown.findIndex((text) => text.trim() === one.line);
    if (position < 0)
      problems.push(
        problem('question-line', at('lines', index, 'line'), {
          line: one.line,
          near: nearest(
            one.line,
            shown.map((text) => text.trim()),
          ),
        }),
      );
    if (position === line)
      problems.push(problem('question-line-fault', at('lines', index, 'line'), { line: one.line }));
    return { line: position, text: one.line, feedback: one.feedback };
  });
  return { ...withoutSample(source), sample: { ...sample, text: shown.join('\n') }, line, lines: others };
}
