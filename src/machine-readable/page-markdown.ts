/** A page as Markdown that stands on its own: code filled in, components written out, links in full. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Lesson, Page, Project, Roadmap } from '../curriculum/model/model.ts';
import { lessonsOf } from '../curriculum/model/model.ts';
import { pagePath } from '../curriculum/names/page-id.ts';
import {
  answerMarkdown,
  mistakesMarkdown,
  codeFence,
  optionsInOrder,
  promptMarkdown,
  type Question,
} from '../curriculum/questions/question.ts';
import type { Exercise } from '../curriculum/exercises/exercise.ts';
import { expectedText, type ExpectedText } from '../exercises/expected-text.ts';
import { translator, type Translator } from '../strings/translator.ts';
import { bodyAsMarkdown } from './body-markdown.ts';

export interface MarkdownPage {
  /** From the root of the site without base. */
  path: string;
  title: string;
  description: string;
  markdown: string;
}

/**
 * Makes the Markdown of every page under `content/docs`.
 *
 * @param root absolute path of the folder that holds `content/`
 * @param absolute gives the full address of a path from the root of the site
 * @param keep makes the Markdown of a page, or knows it
 */
export async function pagesAsMarkdown(
  root: string,
  curriculum: Roadmap,
  absolute: (path: string) => string,
  keep: (page: Page, source: string, make: () => string) => Promise<string> = async (_page, _source, make) => make(),
): Promise<MarkdownPage[]> {
  const components = curriculum.components.get('');
  const lessons = new Map(lessonsOf<Lesson>(curriculum).map((lesson) => [lesson.file, lesson]));
  const bySlug = new Map(lessonsOf<Lesson>(curriculum).map((lesson) => [lesson.slug, lesson]));
  const t = translator(curriculum.language.strings, curriculum.language.tag);
  const write = async (page: Page): Promise<MarkdownPage> => {
    const source = readFileSync(path.join(root, page.file), 'utf8')
      .replace(/^\uFEFF/, '')
      .replaceAll('\r\n', '\n');
    const body = source.replace(/^---\n[\s\S]*?\n---\n/, '');
    const writers = {
      Checkpoint: ({ of, question }: Record<string, string>) => {
        const lesson = of === undefined ? lessons.get(page.file) : bySlug.get(of);
        const all = lesson?.questions ?? [];
        const wanted = all.filter(({ id }) =>
          question === undefined ? of !== undefined || !lesson?.placed.includes(id) : id === question,
        );
        return questionsAsMarkdown(wanted, t);
      },
      PhaseList: () =>
        curriculum.phases.map((phase) => `${phase.position}. [${phase.title}](${phase.path})`).join('\n'),
      TrackCards: () =>
        curriculum.tracks.map(({ label, path, summary }) => `- [${label}](${path}): ${summary}`).join('\n'),
      RoadmapExtras: () =>
        [...curriculum.supplements, ...curriculum.projects]
          .map(({ title, path }) => `- [${title}](${path})`)
          .join('\n'),
      ProjectFacts: ({ id }: Record<string, string>) =>
        projectAsMarkdown(curriculum.projects.find((one) => one.id === id)),
    };
    const whole = () =>
      [
        `# ${page.title}`,
        page.description && `> ${page.description}`,
        bodyAsMarkdown(body, {
          samples: path.join(root, 'content/samples'),
          writers,
          page: pagePath(page.id),
          isMdx: page.file.endsWith('.mdx'),
          fields: { title: page.title, description: page.description },
          components,
        }),
        exercisesAsMarkdown(lessons.get(page.file)?.exercises ?? [], t),
      ]
        .filter(Boolean)
        .join('\n\n')
        .replace(linksOutsideCode, (all, _code, _mark, open?: string, target = '') =>
          open === undefined ? (all as string) : `${open}${absolute(target as string)}`,
        );
    const markdown = await keep(page, source, whole);
    return { path: pagePath(page.id), title: page.title, description: page.description, markdown: `${markdown}\n` };
  };
  return Promise.all(Array.from(curriculum.pages.values(), write));
}

/** Addresses from the root of the site, in links and in what references name; blocks of code are found to be left out. */
const linksOutsideCode = /(^[ >]*(`{3,}|~{3,})[^]*?^[ >]*\2)|(\]\(|^[ >]*\[[^\]\n]+\]: +)(\/[^)\s]*)/gm;

/** Each question with what can be chosen, its answer, and why. */
function questionsAsMarkdown(questions: readonly Question[], t: Translator): string {
  return questions
    .map((question, index) => {
      const blocks = [
        questions.length > 1 && `**${t('question.number', { number: index + 1 })}**`,
        promptMarkdown(question),
        optionsInOrder(question)
          .map(({ text }) => (question.type === 'output' ? codeFence('text', text) : `- ${text}`))
          .join(question.type === 'output' ? '\n\n' : '\n'),
        `**${t('question.answer')}**`,
        answerMarkdown(question, t),
        mistakesMarkdown(question),
        question.explanation,
      ];
      return blocks.filter(Boolean).join('\n\n');
    })
    .join('\n\n');
}

/** Each exercise with what it starts from, what it expects, hints and the solution. */
function exercisesAsMarkdown(exercises: readonly Exercise[], t: Translator): string {
  if (exercises.length === 0) return '';
  const rowsOf = ({ columns, rows }: NonNullable<ExpectedText['rows']>) =>
    [columns, ...rows]
      .filter((row) => row.length > 0)
      .map((row) => row.map((value) => value ?? 'NULL').join(' | '))
      .join('\n');
  const blocks = exercises.flatMap((exercise) => {
    const { title, task, language, start, solution, hints, explanation, tests } = exercise;
    const { query, rows, lines } = expectedText(exercise, t);
    return [
      `### ${title}`,
      task.trim(),
      codeFence(language, start.trimEnd()),
      `**${t(tests ? 'exercise.tests' : 'exercise.expected')}**`,
      query !== undefined && codeFence(language, query.trimEnd()),
      rows && codeFence('text', rowsOf(rows)),
      lines.map((one) => `- ${one}`).join('\n'),
      `**${t('exercises.hints')}**`,
      hints.map((hint, index) => `${index + 1}. ${hint}`).join('\n'),
      `**${t('exercise.solution')}**`,
      codeFence(language, solution.trimEnd()),
      explanation,
    ];
  });
  return [`## ${t('page.exercises')}`, ...blocks].filter(Boolean).join('\n\n');
}

function projectAsMarkdown(project: Project | undefined): string {
  if (!project) return '';
  const { level, hours, trains, needs } = project;
  return [
    `- Level: ${level}`,
    `- Hours: ${hours.join(' to ')}`,
    `- Trains: ${trains.join(', ')}`,
    `- Know before: ${needs.join(', ')}`,
  ].join('\n');
}
