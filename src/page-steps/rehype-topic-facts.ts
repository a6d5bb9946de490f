import type { Element, ElementContent, Root } from 'hast';
import type { VFile } from 'vfile';
import { lessonsOf, type Curriculum, type Lesson, type PlacedTopic } from '../curriculum/model/model.ts';
import { titledStops } from '../curriculum/model/track-stops.ts';
import { minutesText } from '../site/lesson-facts.ts';
import type { Project } from '../site/project.ts';
import type { Translator } from '../strings/translator.ts';
import { element, text } from '../markdown/hast.ts';
import { headingsInOrder, pagesByFile } from './page-of-file.ts';

/**
 * Says below the heading of each topic how deep to know it and how long it takes to read; on demand, what to know before
 * and which tracks lead to it.
 *
 * `<h2>Redis</h2>` → `<h2>Redis</h2><div class="heading-facts" data-topic="caching/redis"><strong class="depth">Must
 * know</strong> <span>6 min</span> <details>… After <a>…</a> <a>8 stages, stage 3</a></details></div>`
 */
export function rehypeTopicFacts({
  root,
  curriculum,
  languageOf,
  addressOf,
}: Pick<Project, 'root' | 'curriculum' | 'languageOf' | 'addressOf'>) {
  const lessonOf = pagesByFile(root, curriculum, lessonsOf<Lesson>);

  const factsOf = (
    topic: PlacedTopic,
    minutes: number,
    { language, tracks }: Curriculum,
    t: Translator,
  ): ElementContent[] => {
    const link = (href: string, words: string): Element =>
      element('a', { href: addressOf(href, language.folder) }, [text(words)]);
    const [start, end] = t.around('topic.after', 'topics');
    const links = t
      .between(topic.prerequisites)
      .map((one) => (typeof one === 'string' ? text(one) : link(one.path, one.title)));
    const before = links.length > 0 ? [[text(start), ...links, text(end)]] : [];
    const stops = titledStops(topic.stops, tracks, t).map((stop) => [link(stop.path, stop.title)]);
    const fits = [...before, ...stops].flatMap((parts) => [element('span', {}, parts), text(' ')]);
    return [
      element('strong', { className: ['depth'], dataDepth: topic.depth }, [text(t(`topic.${topic.depth}`))]),
      text(' '),
      element('span', {}, [text(minutesText(t, minutes))]),
      ...(fits.length > 0
        ? [text(' '), element('details', {}, [element('summary', {}, [text(t('topic.fits'))]), ...fits])]
        : []),
    ];
  };

  return (tree: Root, file: VFile) => {
    const found = lessonOf(file);
    if (!found) return;
    const { page: lesson } = found;
    const headingOf = headingsInOrder(lesson.headings);
    tree.children = tree.children.flatMap((node) => {
      if (node.type !== 'element' || node.tagName !== 'h2') return [node];
      const heading = headingOf(node);
      const topic = lesson.topics.find((one) => one.id === heading?.id);
      if (!topic) return [node];
      const minutes = lesson.reading.sections.find((one) => one.id === topic.id)?.minutes ?? 1;
      return [
        node,
        element(
          'div',
          {
            className: ['heading-facts', 'not-content'],
            dataTopic: `${lesson.slug}/${topic.id}`,
            dataPagefindIgnore: '',
          },
          factsOf(topic, minutes, found.curriculum, languageOf(file.path).t),
        ),
      ];
    });
  };
}
