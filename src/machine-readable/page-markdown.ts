/** A page as Markdown that stands on its own: code filled in, components written out, links in full. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Curriculum, Lesson, Project } from '../curriculum/model.ts';
import { lessonsOf } from '../curriculum/model.ts';
import { pagePath } from '../curriculum/page-id.ts';
import { answerMarkdown, codeFence, optionsInOrder, promptMarkdown, type Question } from '../curriculum/question.ts';
import { fenceAttributes } from '../markdown/fence-meta.ts';
import { excerptOf, sampleReference } from '../samples/region.ts';
import { translator, type Translator } from '../strings/translator.ts';

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
 */
export function pagesAsMarkdown(
  root: string,
  curriculum: Curriculum,
  absolute: (path: string) => string,
): MarkdownPage[] {
  const lessons = new Map(lessonsOf<Lesson>(curriculum).map((lesson) => [lesson.file, lesson]));
  const bySlug = new Map(lessonsOf<Lesson>(curriculum).map((lesson) => [lesson.slug, lesson]));
  const t = translator(curriculum.language.strings, curriculum.language.tag);
  return [...curriculum.pages.values()].map((page) => {
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
    const markdown = [
      `# ${page.title}`,
      page.description && `> ${page.description}`,
      writeBody(body, path.join(root, 'content/samples'), writers),
    ]
      .filter(Boolean)
      .join('\n\n')
      .replace(/(\]\()(\/[^)\s]*)/g, (_all, open: string, target: string) => `${open}${absolute(target)}`);
    return { path: pagePath(page.id), title: page.title, description: page.description, markdown: `${markdown}\n` };
  });
}

/** What a component stands for, by its name; it gets its attributes. */
type Writers = Record<string, (attributes: Record<string, string>) => string>;

function writeBody(body: string, samples: string, writers: Writers): string {
  const out: string[] = [];
  let fence: string | undefined;
  let aside = false;
  for (const line of body.split('\n')) {
    const mark = /^\s*(`{3,})(\S*)\s*(.*)$/.exec(line);
    if (fence !== undefined) {
      out.push(line);
      if (line.trim() === fence) fence = undefined;
      continue;
    }
    if (mark) {
      fence = mark[1]!;
      const { sample, title, caption } = fenceAttributes(mark[3]);
      if (title ?? sample) out.push(`${caption ? `${title}: ${caption}` : (title ?? path.basename(sample!))}`, '');
      out.push(`${mark[1]}${mark[2]}`);
      if (sample !== undefined) out.push(sampleOf(samples, sample));
      continue;
    }
    if (/^import\s.*\sfrom\s/.test(line) || /^<\/?(?:div|[A-Z]\w*)>\s*$/.test(line)) continue;
    const component = /^<([A-Z]\w*)([^>]*)\/>\s*$/.exec(line);
    const opening = /^\s*:::(\w+)(?:\[(.*)\])?/.exec(line);
    if (component) out.push(writers[component[1]!]?.(fenceAttributes(component[2])) ?? '');
    else if (opening) {
      aside = true;
      out.push(`> **${opening[2] ?? opening[1]!}**`, '>');
    } else if (aside && /^\s*:::\s*$/.test(line)) aside = false;
    else out.push(aside ? `> ${line}`.trimEnd() : line);
  }
  return out.join('\n').trim();
}

function sampleOf(samples: string, reference: string): string {
  const { file, region } = sampleReference(reference);
  return excerptOf(readFileSync(path.join(samples, file), 'utf8'), region)?.text ?? '';
}

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
        question.explanation,
      ];
      return blocks.filter(Boolean).join('\n\n');
    })
    .join('\n\n');
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
