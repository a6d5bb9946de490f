import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { buildSectionOf } from '../curriculum/model/build-section.ts';
import { lessonsOf, type Lesson } from '../curriculum/model/model.ts';
import { element, text } from '../markdown/hast.ts';
import { headingsInOrder, pagesByFile } from '../page-steps/page-of-file.ts';
import type { Project } from '../site/project.ts';
import type { Translator } from '../strings/translator.ts';
import { markOptions } from './mark-control.ts';

/**
 * Puts a control for marking below the heading of each topic, beside its facts, and below that of the build task.
 *
 * `<p class="heading-facts">…</p>` → `<p class="heading-facts">… <span class="progress-mark"><select data-mark="topic:a/b">…</p>`
 */
export function rehypeMarks({ root, curriculum, languageOf }: Pick<Project, 'root' | 'curriculum' | 'languageOf'>) {
  const lessonOf = pagesByFile(root, curriculum, lessonsOf<Lesson>);

  return (tree: Root, file: VFile) => {
    const lesson = lessonOf(file)?.page;
    if (!lesson || !curriculum.site.progress) return;
    const { t } = languageOf(file.path);
    const build = buildSectionOf(lesson, curriculum.site);
    const headingOf = headingsInOrder(lesson.headings);
    for (let index = 0; index < tree.children.length; index += 1) {
      const node = tree.children[index]!;
      if (node.type !== 'element' || node.tagName !== 'h2') continue;
      const heading = headingOf(node);
      const topic = lesson.topics.find((one) => one.id === heading?.id);
      if (!topic && heading?.id !== build?.id) continue;
      const facts = factsAfter(tree, index);
      const id = topic ? `topic:${lesson.slug}/${topic.id}` : `build:${lesson.slug}`;
      const { title, revision } = topic ?? { ...build!, revision: undefined };
      // Before what opens to a line of its own.
      const last = facts.children.findIndex((one) => one.type === 'element' && one.tagName === 'details');
      facts.children.splice(last < 0 ? facts.children.length : last, 0, markControl(t, id, title, revision), text(' '));
      if (revision)
        facts.children.push(element('span', { className: ['mark-changed'] }, [text(t('progress.changed'))]));
    }
  };
}

/** The element with the facts below a heading; made where there is none. */
function factsAfter({ children }: Root, index: number): Element {
  const isFacts = (node: (typeof children)[number]): node is Element =>
    node.type === 'element' && ([] as unknown[]).concat(node.properties.className).includes('heading-facts');
  const found = children.slice(index + 1, index + 4).find(isFacts);
  if (found) return found;
  const made = element('div', { className: ['heading-facts'], dataPagefindIgnore: '' }, []);
  children.splice(index + 1, 0, made);
  return made;
}

/** The control as MarkSelect.astro makes it. */
function markControl(t: Translator, id: string, title: string, revision = 1): Element {
  const options = markOptions(t, id).map(({ value, words }) => element('option', { value }, [text(words)]));
  const select = element(
    'select',
    {
      dataMark: id,
      ...(revision > 1 && { dataRevision: revision }),
      ariaLabel: t('progress.mark', { title }),
      autoComplete: ['off'],
      disabled: true,
    },
    options,
  );
  return element('span', { className: ['progress-mark'], dataState: 'none' }, [select]);
}
