import path from 'node:path';
import type { Element, ElementContent, Root } from 'hast';
import type { VFile } from 'vfile';
import type { Lesson, PlacedTopic, Track } from '../curriculum/model.ts';
import { titledStops } from '../curriculum/track-stops.ts';
import { depthNames } from '../components/lesson-facts.ts';

export interface TopicFactsOptions {
  /** Absolute path of the folder that holds `content/`. */
  root: string;
  lessons: readonly Lesson[];
  tracks: readonly Track[];
  /** Address of a path from the root of the site. */
  addressOf(path: string): string;
}

/**
 * Says below the heading of each topic how deep to know it, what to know before, and which tracks lead to it.
 *
 * `<h2>Redis</h2>` → `<h2>Redis</h2><p class="heading-facts">Must know · After <a>…</a> · <a>8 stages, stage 3</a></p>`
 */
export function rehypeTopicFacts({ root, lessons, tracks, addressOf }: TopicFactsOptions) {
  const byFile = new Map(lessons.map((lesson) => [path.join(root, lesson.file), lesson]));
  const link = (href: string, words: string): Element => element('a', { href: addressOf(href) }, [text(words)]);

  const factsOf = (topic: PlacedTopic): ElementContent[] => {
    const before = topic.prerequisites.flatMap((one, index) => [
      text(index === 0 ? 'After ' : ', '),
      link(one.path, one.title),
    ]);
    const stops = titledStops(topic.stops, tracks).map((stop) => [link(stop.path, stop.title)]);
    return [[element('strong', {}, [text(depthNames[topic.depth])])], ...(before.length ? [before] : []), ...stops]
      .map((parts) => element('span', {}, parts))
      .flatMap((part) => [part, text(' ')]);
  };

  return (tree: Root, file: VFile) => {
    const lesson = byFile.get(path.resolve(file.path ?? ''));
    if (!lesson) return;
    let next = 0;
    tree.children = tree.children.flatMap((node) => {
      if (node.type !== 'element' || node.tagName !== 'h2') return [node];
      // Anchors are given by a later step, in the order of the headings; the model has the same order.
      const heading = lesson.headings.filter((one) => one.depth === 2)[next++];
      const topic = lesson.topics.find((one) => one.id === heading?.id);
      if (!topic) return [node];
      return [node, element('p', { className: ['heading-facts'], dataPagefindIgnore: '' }, factsOf(topic))];
    });
  };
}

const text = (value: string): ElementContent => ({ type: 'text', value });

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
