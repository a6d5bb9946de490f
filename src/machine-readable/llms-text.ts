/** `/llms.txt`: what the site has, each page with the address of its Markdown (format: https://llmstxt.org). */
import type { CurriculumView, LessonView } from '../site/curriculum-view.ts';
import { markdownPath } from './curriculum-file.ts';
import type { MarkdownPage } from './page-markdown.ts';

/** @param absolute gives the full address of a path from the root of the site */
export function llmsText(
  { site, phases, supplements, tracks }: CurriculumView,
  pages: readonly MarkdownPage[],
  absolute: (path: string) => string,
): string {
  const entry = (path: string, title: string, words: string) => `- [${title}](${absolute(path)}): ${words}`;
  const lesson = ({ path, title, description }: LessonView) => entry(markdownPath(path), title, description);
  const lessons = new Set([...phases, ...supplements].map((one) => one.path));
  const groups: [string, string[]][] = [
    ['Phases', phases.map(lesson)],
    ['Supplements', supplements.map(lesson)],
    ['Tracks', tracks.map(({ path, title, summary }) => entry(path, title, summary))],
    [
      'Other pages',
      pages
        .filter((page) => !lessons.has(page.path))
        .map(({ path, title, description }) => entry(markdownPath(path), title, description)),
    ],
    [
      'Data',
      [
        entry(
          '/curriculum.json',
          'Curriculum',
          `all of the above as JSON; its schema is at ${absolute('/curriculum.schema.json')}`,
        ),
      ],
    ],
  ];
  const text = groups
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `## ${title}\n\n${lines.join('\n')}`)
    .join('\n\n');
  return `# ${site.title}\n\n> ${site.description}\n\n${text}\n`;
}
