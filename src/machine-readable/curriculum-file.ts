/** `/curriculum.json`: the roadmap as data, and the JSON Schema that describes it. */
import { z } from 'astro/zod';
import { exerciseId } from '../curriculum/exercises/exercise.ts';
import {
  answerMarkdown,
  cardId,
  optionsInOrder,
  promptMarkdown,
  questionId,
  type Question,
} from '../curriculum/questions/question.ts';
import { depths, levels, questionTypes } from '../curriculum/schema/schema.ts';
import type { CurriculumView, LessonView } from '../site/curriculum-view.ts';
import type { Translator } from '../strings/translator.ts';

const url = z.url().describe('Address of the page or section.');
const slug = z.string();
const hours = z.object({ least: z.number(), most: z.number() }).describe('Range of hours.');
const level = z.enum(levels);
const stop = z.object({ track: slug, stage: z.string().describe('Id of the stage.') });

const question = z
  .object({
    id: z.string().describe('As in /ids.json, `question:<lesson>/<question>`.'),
    url,
    topic: z.string().describe('Id of the topic that teaches the answer.'),
    level,
    type: z.enum(questionTypes),
    revision: z.number().int().describe('Raised when the meaning changed.'),
    question: z.string().describe('Paragraphs and fences; the sample that it shows is a fence.'),
    diagram: z.string().optional().describe('Title of a diagram of the page.'),
    options: z
      .array(z.string())
      .optional()
      .describe('What can be chosen or is to be put in order, in an order that tells nothing.'),
    answer: z.string(),
    explanation: z.string(),
    cards: z.array(z.object({ id: z.string(), front: z.string(), back: z.string() })),
  })
  .describe('A question. Texts are Markdown.');

const lesson = z.object({
  slug,
  title: z.string(),
  description: z.string(),
  url,
  markdown: z.url().describe('Address of the page as Markdown.'),
  level,
  hours,
  prerequisites: z.array(slug).describe('Slugs of the lessons to know before.'),
  opens: z.array(slug).describe('Slugs of the lessons of the same kind that need this one.'),
  tags: z.array(z.string()),
  outcomes: z.array(z.string()),
  reviewed: z.iso.date().describe('The day somebody last checked the page.'),
  versions: z.record(z.string(), z.string()).describe('What the page was checked with.'),
  tracks: z.array(stop).describe('Stages that lead to the lesson or one of its topics.'),
  topics: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      url,
      depth: z.enum(depths).describe('How deep to know it.'),
      covers: z.array(z.string()),
      source: z.url().optional().describe('Primary source.'),
      prerequisites: z.array(url).describe('Sections to know before.'),
    }),
  ),
  questions: z.number().int().describe('How many questions the page has.'),
  questionBank: z.array(question).describe('Its questions, in the order of their file.'),
  exercises: z
    .array(
      z.object({
        id: z.string().describe('As in /ids.json, `exercise:<lesson>/<exercise>`.'),
        url,
        topic: z.string().describe('Id of the topic in whose section it stands.'),
        level,
        title: z.string(),
        task: z.string().describe('Markdown.'),
      }),
    )
    .describe('Its exercises, in the order of their file; the page of all of them has their solutions.'),
});

/** Shape of `/curriculum.json`. */
export const curriculumFileSchema = z.object({
  $schema: z.url(),
  title: z.string(),
  description: z.string(),
  language: z.string(),
  url,
  phases: z.array(lesson.extend({ position: z.number().int(), part: z.string() })),
  supplements: z.array(lesson),
  tracks: z.array(
    z.object({
      slug,
      title: z.string(),
      label: z.string(),
      summary: z.string(),
      url,
      levels: z.object({ from: level, to: level }),
      duration: z.string(),
      hours,
      facts: z.array(z.object({ name: z.string(), value: z.string() })),
      stages: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          url,
          goal: z.string().optional(),
          summary: z.string().optional(),
          hours,
          levels: z.object({ from: level, to: level }),
          items: z.array(z.object({ label: z.string(), lesson: slug, topic: z.string().optional(), url })),
          practice: z.array(z.string()),
          tags: z.array(z.string()),
        }),
      ),
      timeline: z.array(
        z.object({
          title: z.string(),
          months: z.object({ first: z.number().int(), last: z.number().int() }),
          stages: z.array(z.string()),
        }),
      ),
    }),
  ),
  projects: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      url,
      level,
      hours,
      trains: z.array(z.string()),
      needs: z.array(slug),
    }),
  ),
});
export type CurriculumFile = z.infer<typeof curriculumFileSchema>;

/**
 * Makes the file’s content.
 *
 * @param t words of the language of the file
 * @param absolute gives the full address of a path from the root of the site
 */
export function curriculumFile(
  view: CurriculumView,
  t: Translator,
  absolute: (path: string) => string,
): CurriculumFile {
  const { site, phases, supplements, tracks, projects, parts } = view;
  const range = ([least, most]: readonly [number, number]) => ({ least, most });
  const span = ([from, to]: readonly [(typeof levels)[number], (typeof levels)[number]]) => ({ from, to });
  const questionOf = ({ slug, path }: LessonView, asked: Question): z.infer<typeof question> => {
    const options = optionsInOrder(asked).map(({ text }) => text);
    return {
      id: questionId(slug, asked),
      url: absolute(`${path}#question-${asked.id}`),
      topic: asked.topic,
      level: asked.level,
      type: asked.type,
      revision: asked.revision,
      question: promptMarkdown(asked),
      ...(asked.diagram !== undefined && { diagram: asked.diagram }),
      ...(options.length > 0 && { options }),
      answer: answerMarkdown(asked, t),
      explanation: asked.explanation,
      cards: asked.cards.map((card) => ({ ...card, id: cardId(slug, asked, card) })),
    };
  };
  const lessonOf = (one: LessonView): z.infer<typeof lesson> => ({
    slug: one.slug,
    title: one.title,
    description: one.description,
    url: absolute(one.path),
    markdown: absolute(markdownPath(one.path)),
    level: one.level,
    hours: range(one.hours),
    prerequisites: one.prerequisites,
    opens: one.opens,
    tags: one.tags,
    outcomes: one.outcomes,
    reviewed: one.reviewed,
    versions: one.versions,
    tracks: one.stops.map((stopOf) => ({
      track: stopOf.track,
      stage: tracks.find((track) => track.slug === stopOf.track)!.stages[stopOf.stage - 1]!.id,
    })),
    topics: one.topics.map(({ id, title, path, depth, covers, source, prerequisites }) => ({
      id,
      title,
      url: absolute(path),
      depth,
      covers,
      ...(source !== undefined && { source }),
      prerequisites: prerequisites.map((reference) => absolute(reference.path)),
    })),
    questions: one.questions.length,
    questionBank: one.questions.map((asked) => questionOf(one, asked)),
    exercises: one.exercises.map((exercise) => ({
      id: exerciseId(one.slug, exercise),
      url: absolute(`${one.path}#exercise-${exercise.id}`),
      ...{ topic: exercise.topic, level: exercise.level, title: exercise.title, task: exercise.task.trim() },
    })),
  });
  return {
    $schema: absolute('/curriculum.schema.json'),
    title: site.title,
    description: site.description,
    language: site.language,
    url: absolute('/'),
    phases: phases.map((phase) => ({
      ...lessonOf(phase),
      position: phase.position,
      part: parts.find((part) => part.phases.includes(phase.slug))?.title ?? '',
    })),
    supplements: supplements.map(lessonOf),
    tracks: tracks.map((track) => ({
      slug: track.slug,
      title: track.title,
      label: track.label,
      summary: track.summary,
      url: absolute(track.path),
      levels: span(track.levels),
      duration: track.duration,
      hours: range(track.hours),
      facts: track.facts,
      stages: track.stages.map((stage) => ({
        id: stage.id,
        title: stage.title,
        url: absolute(`${track.path}#${stage.id}`),
        ...(stage.goal !== undefined && { goal: stage.goal }),
        ...(stage.summary !== undefined && { summary: stage.summary }),
        hours: range(stage.hours),
        levels: span(stage.levels),
        items: stage.items.map((item) => ({
          label: item.label,
          lesson: item.lesson,
          ...(item.topic !== undefined && { topic: item.topic }),
          url: absolute(item.path),
        })),
        practice: stage.practice,
        tags: stage.tags,
      })),
      timeline: track.timeline.map(({ title, months: [first, last], stages }) => ({
        title,
        months: { first, last },
        stages: stages.map((position) => track.stages[position - 1]!.id),
      })),
    })),
    projects: projects
      .map((project) => ({ ...project, url: absolute(project.path), hours: range(project.hours) }))
      .map(({ path: _path, ...project }) => project),
  };
}

/** Path of a page’s Markdown: `/phases/caching/` → `/phases/caching.md`, `/` → `/index.md` */
export const markdownPath = (path: string): string => (path === '/' ? '/index.md' : path.replace(/\/$/, '.md'));

/** The JSON Schema of the file. @param address where it is published */
export const curriculumJsonSchema = (address: string): object => ({
  ...z.toJSONSchema(curriculumFileSchema, { target: 'draft-2020-12' }),
  $id: address,
  title: 'Roadmap',
});
