/**
 * Loads what a language translates. Pages stand under `content/docs/<language>`, words of the interface in
 * `content/i18n`; all other texts under `content/<language>`, which mirrors `content`. What has an id is named by it,
 * everything else by its text in the base language. What is left out stays in the base language.
 */
import { sidebarTitles } from '../reading/arrange-sections.ts';
import type { z } from 'astro/zod';
import { filesBelow, readYamlFile } from '../files/content-files.ts';
import type { LoadedPages } from '../reading/load-pages.ts';
import type { Curriculum, Language, PlacedSearchWords, Track } from '../model/model.ts';
import { nearest } from '../problems/nearest.ts';
import { answerLinks, placedTopics } from '../reading/load-search-words.ts';
import type { PageHeading, PageLink } from '../markup/page-source.ts';
import { problem, type Place, type Problem } from '../problems/problems.ts';
import {
  exercisesTranslationSchema,
  glossaryTranslationSchema,
  messagesTranslationSchema,
  questionsTranslationSchema,
  searchTranslationSchema,
  siteTranslationSchema,
  trackTranslationSchema,
} from '../schema/schema.ts';
import type { Question } from '../questions/question.ts';
import { ownFields, partFields, partsOfQuestion, type QuestionTranslation } from '../questions/translate-question.ts';
import type { YamlSource } from '../files/yaml-source.ts';

export type TrackTranslation = z.infer<typeof trackTranslationSchema>;

/** Everything a language translates, checked against the base language. */
export interface Translation {
  language: Language;
  /** Translated pages by the id of their base page; their headings have the anchors of the base page. */
  pages: LoadedPages;
  site: z.infer<typeof siteTranslationSchema>;
  /** By the slug of the track. */
  tracks: Map<string, TrackTranslation>;
  /** By the slug of the lesson, then by the id of the question. */
  questions: Map<string, z.infer<typeof questionsTranslationSchema>>;
  /** By the slug of the lesson, then by the id of the exercise. */
  exercises: Map<string, z.infer<typeof exercisesTranslationSchema>>;
  /** By the term in the base language. */
  glossary: z.infer<typeof glossaryTranslationSchema>;
  /** By the message in the base language. */
  messages: z.infer<typeof messagesTranslationSchema>;
  search: Omit<z.infer<typeof searchTranslationSchema>, 'topics'> & { topics?: PlacedSearchWords['topics'] };
  /** Links that stand in these texts. */
  links: PageLink[];
}

/** What the base language has that can be translated. */
export type Base = Pick<
  Curriculum,
  'site' | 'phases' | 'supplements' | 'tracks' | 'glossary' | 'messages' | 'search' | 'projects'
> & {
  pages: LoadedPages;
};

/** @param root absolute path of the folder that holds `content/` */
export function loadTranslation(
  root: string,
  language: Language,
  translated: LoadedPages,
  base: Base,
  problems: Problem[],
): Translation {
  const folder = `content/${language.folder}`;
  const result: Translation = {
    language,
    pages: translated,
    site: {},
    tracks: new Map(),
    questions: new Map(),
    exercises: new Map(),
    glossary: {},
    messages: {},
    search: { fillers: [], names: [], alike: [] },
    links: [],
  };
  checkPages(translated, base, problems);
  const tracks = new Map(base.tracks.map((track) => [track.file.replace(/^content\//, ''), track]));
  const lessonsIn = (kind: string) =>
    new Map([...base.phases, ...base.supplements].map((one) => [`${kind}/${one.slug}.yaml`, one]));
  const [lessons, exercised] = [lessonsIn('questions'), lessonsIn('exercises')];
  const own = ['site.yaml', 'glossary.yaml', 'messages.yaml', 'search.yaml'];
  const known = [...own, ...tracks.keys(), ...lessons.keys(), ...exercised.keys()];
  for (const name of filesBelow(root, folder, problems)) {
    const file = `${folder}/${name}`;
    // They are read with those of the base language.
    if (name.startsWith('components/')) continue;
    const track = tracks.get(name);
    const lesson = lessons.get(name);
    const withExercises = exercised.get(name);
    const check = checkerOf(problems);
    if (name === 'site.yaml') {
      const read = readYamlFile(root, file, siteTranslationSchema, problems);
      if (!read) continue;
      result.site = read.value;
      check(read.source, ['sections'], read.value.sections, sidebarTitles(base.site), 'groups of the sidebar');
    } else if (name === 'glossary.yaml') {
      const read = readYamlFile(root, file, glossaryTranslationSchema, problems);
      if (!read) continue;
      result.glossary = read.value;
      check(
        read.source,
        [],
        read.value,
        base.glossary.map((entry) => entry.term),
        'terms of the glossary',
      );
    } else if (name === 'messages.yaml') {
      const read = readYamlFile(root, file, messagesTranslationSchema, problems);
      if (!read) continue;
      result.messages = read.value;
      const forms = base.messages.map((entry) => entry.message);
      check(read.source, [], read.value, forms, 'messages');
    } else if (name === 'search.yaml') {
      const read = readYamlFile(root, file, searchTranslationSchema, problems);
      if (!read) continue;
      const lessons = [...base.phases, ...base.supplements];
      result.search = { ...read.value, topics: read.value.topics && placedTopics(read, lessons, problems) };
      result.links = answerLinks(read);
    } else if (track) {
      const read = readYamlFile(root, file, trackTranslationSchema, problems);
      if (!read) continue;
      result.tracks.set(track.slug, read.value);
      checkTrack(read.value, read.source, track, base, check);
    } else if (lesson) {
      const read = readYamlFile(root, file, questionsTranslationSchema, problems);
      if (!read) continue;
      result.questions.set(lesson.slug, read.value);
      const ids = lesson.questions.map((question) => question.id);
      check(read.source, [], read.value, ids, 'questions of the lesson');
      for (const question of lesson.questions)
        checkQuestion(question, read.value[question.id], read.source, check, problems);
    } else if (withExercises) {
      const read = readYamlFile(root, file, exercisesTranslationSchema, problems);
      if (!read) continue;
      result.exercises.set(withExercises.slug, read.value);
      const ids = withExercises.exercises.map((exercise) => exercise.id);
      check(read.source, [], read.value, ids, 'exercises of the lesson');
    } else problems.push(problem('translation-base', { file }, { name, kind: 'file', near: nearest(name, known) }));
  }
  return result;
}

type Check = ReturnType<typeof checkerOf>;

/** Makes a function that adds a problem for every key that the base language does not have. */
const checkerOf =
  (problems: Problem[]) =>
  (
    source: YamlSource,
    path: readonly PropertyKey[],
    record: Record<string, unknown> | undefined,
    allowed: readonly string[],
    of: string,
  ) => {
    for (const key of Object.keys(record ?? {})) {
      if (allowed.includes(key)) continue;
      const near = nearest(key, allowed);
      problems.push(problem('translation-key', source.placeOf([...path, key]), { key, of, near, allowed }));
    }
  };

/** Checks what the translation of a question names, and that its kind has such a thing. */
function checkQuestion(
  question: Question,
  texts: QuestionTranslation | undefined,
  source: YamlSource,
  check: Check,
  problems: Problem[],
): void {
  if (!texts) return;
  const parts = partsOfQuestion(question);
  for (const field of partFields) {
    const names = field === 'mistakes' || field === 'lines' ? `${field} with feedback` : field;
    check(source, [question.id, field], texts[field], parts[field], `${names} of the question`);
  }
  for (const [field, type] of Object.entries(ownFields))
    if (field in texts && question.type !== type)
      problems.push(
        problem('translation-kind', source.placeOf([question.id, field]), { field, type: question.type, only: type }),
      );
  // Which are shown, and which are right, is checked in the base language; here an option must still be told from others.
  const { options = {}, steps = {} } = texts;
  for (const [field, record] of [
    ['options', Object.fromEntries(Object.entries(options).map(([id, { text }]) => [id, text]))],
    ['steps', steps],
  ] as const) {
    const seen = new Set<string>();
    for (const [id, text] of Object.entries(record)) {
      if (text === undefined) continue;
      if (seen.has(text))
        problems.push(
          problem('question-part-twice', source.placeOf([question.id, field, id]), {
            kind: field.slice(0, -1),
            value: text,
            field: 'text',
          }),
        );
      seen.add(text);
    }
  }
  if (question.type === 'output')
    for (const [id, { text }] of Object.entries(options))
      if (text !== undefined)
        problems.push(
          problem('translation-kind', source.placeOf([question.id, 'options', id, 'text']), {
            field: 'text',
            type: 'output',
            only: 'choice',
          }),
        );
}

function checkTrack(value: TrackTranslation, source: YamlSource, track: Track, { projects }: Base, check: Check): void {
  check(
    source,
    ['facts'],
    value.facts,
    track.facts.map((fact) => fact.name),
    'facts of the track',
  );
  check(
    source,
    ['timeline'],
    value.timeline,
    track.timeline.map((span) => span.title),
    'stretches of the calendar',
  );
  const paths = track.projects.map((project) => project.path);
  const ids = projects.filter((project) => paths.includes(project.path)).map((project) => project.id);
  check(source, ['projects'], value.projects, ids, 'projects of the track');
  const stages = new Map(track.stages.map((stage) => [stage.id, stage]));
  check(source, ['stages'], value.stages, [...stages.keys()], 'stages of the track');
  for (const [id, stage] of Object.entries(value.stages ?? {})) {
    const original = stages.get(id);
    if (!original) continue;
    const labels = original.items.map((item) => item.label);
    check(source, ['stages', id, 'items'], stage.items, labels, 'items of the stage');
    check(source, ['stages', id, 'practice'], stage.practice, original.practice, 'tasks of the stage');
    check(source, ['stages', id, 'tags'], stage.tags, original.tags, 'tags of the stage');
  }
}

/** Checks translated pages against their base pages, and gives their headings the anchors of those. */
function checkPages(translated: LoadedPages, base: Base, problems: Problem[]): void {
  for (const [id, page] of translated) {
    const original = base.pages.get(id);
    if (!original) {
      const near = nearest(id, base.pages.keys());
      problems.push(problem('translation-base', { file: page.file }, { name: id, kind: 'page', near }));
      continue;
    }
    const end: Place = page.headings.at(-1)?.place ?? page.frontmatter.placeOf(['title']);
    const count = Math.max(page.headings.length, original.headings.length);
    for (let index = 0; index < count; index += 1) {
      const [own, wanted] = [page.headings[index], original.headings[index]];
      if (own && wanted && own.depth === wanted.depth) {
        own.id = wanted.id;
        continue;
      }
      const found = own ? `${named(own)} stands here` : 'No further heading comes';
      const expected = wanted ? named(wanted) : 'no further heading';
      problems.push(problem('translation-headings', own?.place ?? end, { found, expected }));
      break;
    }
    const trains = (page.frontmatter.data as { trains?: Record<string, unknown> }).trains;
    const known = base.projects
      .filter((project) => project.path.startsWith(`/${id}/`))
      .flatMap((project) => project.trains);
    checkerOf(problems)(page.frontmatter, ['trains'], trains, [...new Set(known)], 'things that projects train');
  }
}

const named = ({ text, depth }: PageHeading) => `“${text}” (level ${depth})`;
