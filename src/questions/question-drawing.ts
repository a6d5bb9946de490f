/** The diagram that a question shows: one of its lesson, in the words of the language where the page is translated. */
import type { Curriculum, Lesson } from '../curriculum/model/model.ts';
import type { PageFence } from '../curriculum/markup/page-source.ts';
import { isFault, type Drawing } from '../diagrams/draw.ts';
import { readDiagramSource, type DiagramSource } from '../markdown/diagram-source.ts';
import type { Project } from '../site/project.ts';

export interface QuestionDrawing {
  drawing: Drawing;
  source: DiagramSource;
  /** The block of the page that it stands in. */
  fence: PageFence;
}

/**
 * Draws a diagram, or takes it from the cache.
 *
 * @param title what the question calls it: the title of its block in the base language
 * @param pages of the language
 * @throws when it cannot be drawn
 */
export async function questionDrawing(
  title: string,
  lesson: Pick<Lesson, 'path'>,
  { curriculum: base, studio }: Pick<Project, 'curriculum' | 'studio'>,
  { pages }: Pick<Curriculum, 'pages'>,
): Promise<QuestionDrawing> {
  const page = lesson.path.slice(1, -1);
  const diagrams = (all: Curriculum['pages']) => all.get(page)!.fences.filter(({ language }) => language === 'mermaid');
  const place = diagrams(base.pages).findIndex(({ attributes }) => attributes.title === title);
  // A translation has the diagrams of its base page in the same order, or else the base page’s own is shown.
  const fence = diagrams(pages)[place] ?? diagrams(base.pages)[place]!;
  const source = readDiagramSource(fence.value);
  const drawing = await studio.drawing(source);
  if (isFault(drawing)) throw new Error(`The diagram “${title}” cannot be drawn: ${drawing.reason}`);
  return { drawing, source, fence };
}
