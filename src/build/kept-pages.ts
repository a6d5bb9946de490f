/** Keeps what pages of MDX are compiled to between builds. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { keptLater, writtenOut } from '../build-cache/build-cache.ts';
import { inEachLanguage, lessonsOf, type Curriculum, type Lesson, type Page } from '../curriculum/model/model.ts';
import type { PageFence } from '../curriculum/markup/page-source.ts';
import { guides, guideTexts } from '../make-it-yours/guide-texts.ts';
import { readDiagramSource } from '../markdown/diagram-source.ts';
import { addTree } from '../repository/tree-digest.ts';
import { shownSamples } from '../samples/shown.ts';
import type { Project } from '../site/project.ts';

/** What `@astrojs/mdx` makes of a page. */
interface Compiled {
  code: string;
  map: string | null;
  meta: unknown;
}
type Compile = (this: unknown, source: string, id: string) => Promise<Compiled>;

/** Name of the plugin of `@astrojs/mdx` that compiles. */
const compiler = '@mdx-js/rolldown';

/**
 * A Vite plugin that compiles a page of the content or the guide only where it, or what its steps put into it, has changed.
 *
 * @throws when there is no compiler to be found, as a new version of `@astrojs/mdx` may have it
 */
export function keptPages(project: Project): Plugin {
  const inputsOf = inputsOfPages(project);
  return {
    name: 'kept-pages',
    apply: 'build',
    configResolved({ plugins }) {
      const { transform } = plugins.find(({ name }) => name === compiler) ?? {};
      if (typeof transform !== 'object')
        throw new Error(
          `There is no plugin \`${compiler}\`; find its new name and write it into src/build/kept-pages.ts.`,
        );
      const compile = transform.handler as unknown as Compile;
      const keep: Compile = async function (source, id) {
        const inputs = await inputsOf(id);
        const make = () => compile.call(this, source, id);
        return inputs ? keptLater('pages', [source, ...inputs], make) : make();
      };
      // Each environment asks the same plugin.
      if (!kept.has(compile)) Object.assign(transform, { handler: keep });
      kept.add(keep);
    },
  };
}

const kept = new WeakSet<Compile>();

const known = new WeakMap<Project, ReturnType<typeof pageInputs>>();

function inputsOfPages(project: Project) {
  const inputs = known.get(project) ?? pageInputs(project);
  known.set(project, inputs);
  return inputs;
}

/** Keeps the Markdown that is made of pages; questions of other lessons may stand in it. */
export function markdownKeeper(project: Project) {
  const inputsOf = inputsOfPages(project);
  const lessons = new Map(lessonsOf<Lesson>(project.curriculum).map((lesson) => [lesson.slug, lesson.questions]));
  return async (page: Page, source: string, make: () => string): Promise<string> => {
    const asked = page.checkpoints.map(({ of }) => (of === undefined ? [] : lessons.get(of)));
    const inputs = await inputsOf(path.join(project.root, page.file));
    return inputs ? keptLater('markdown', [source, asked, ...inputs], async () => make()) : make();
  };
}

/**
 * What a page is made of beside its source and the code of the site: all that the model says of it; the files of its
 * samples; its drawings; and what the model says of everything else, but for texts that stand on other pages only.
 *
 * @returns a function from the absolute path of a page; undefined for what is no page of the content or the guide
 */
export function pageInputs({ root, curriculum, samples, studio }: Project) {
  const languages = inEachLanguage(curriculum);
  const pagesOf = new Map<string, Page[]>();
  for (const page of languages.flatMap((one) => [...one.pages.values()])) {
    const file = path.join(root, page.file);
    pagesOf.set(file, [...(pagesOf.get(file) ?? []), page]);
  }
  const lessons = languages.flatMap((one) => lessonsOf<Lesson>(one));
  const folder = digests(samples);
  const drawingsOf = (some: readonly { fences: readonly PageFence[] }[]) =>
    Promise.all(
      some
        .flatMap(({ fences }) => fences.filter(({ language }) => language === 'mermaid'))
        .map(({ value }) => studio.drawing(readDiagramSource(value))),
    );
  let common: string | undefined;
  let ofGuide: ReturnType<typeof drawingsOf> | undefined;
  return async (file: string): Promise<unknown[] | undefined> => {
    const pages = pagesOf.get(path.resolve(file));
    if (!pages && !file.startsWith(guides.pages)) return undefined;
    common ??= createHash('sha256')
      // Steps know nothing of states, which hold the text of most samples.
      .update(
        writtenOut({ ...shared(curriculum), translations: curriculum.translations.map(shared), states: undefined }),
      )
      .update(folder('../i18n'))
      .digest('hex');
    // Texts and samples of the guide are code of the site.
    if (!pages) return [file, common, await (ofGuide ??= drawingsOf(guideTexts()))];
    const folders = [...new Set(pages.flatMap(shownSamples).map((name) => name.split('/')[0]!))].sort();
    const own = [pages, lessons.filter((lesson) => lesson.file === pages[0]!.file)];
    return [file, common, own, [folder('.'), ...folders.map(folder)], await drawingsOf(pages)];
  };
}

/** Digests of folders, from one absolute path; of `.` the files in it alone. */
function digests(samples: string): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const hash = createHash('sha256');
    if (name !== '.') addTree(hash, path.join(samples, name));
    else for (const file of filesIn(samples)) hash.update(`\0${file}\0`).update(readFileSync(path.join(samples, file)));
    const digest = known.get(name) ?? hash.digest('hex');
    known.set(name, digest);
    return digest;
  };
}

const filesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .flatMap((entry) => (entry.isFile() ? [entry.name] : []))
      .sort();
  } catch {
    return [];
  }
};

/** What steps may read of other pages than their own: everything but their texts. */
function shared(curriculum: Curriculum) {
  const page = (one: Page) => ({
    ...without(one, ['fences', 'links', 'images', 'media', 'checkpoints', 'text', 'reading']),
    headings: one.headings.map(heading),
  });
  const lesson = <Any extends Lesson>(one: Any) => ({
    ...without<Any, keyof Lesson>(one, ['questions', 'exercises', 'reading']),
    headings: one.headings.map(heading),
  });
  return {
    ...curriculum,
    pages: Array.from(curriculum.pages.values(), page),
    phases: curriculum.phases.map(lesson),
    supplements: curriculum.supplements.map(lesson),
  };
}

const heading = (one: Page['headings'][number]) => without(one, ['content', 'words', 'place']);

function without<All extends object, Key extends keyof All>(all: All, keys: readonly Key[]): Omit<All, Key> {
  const rest = { ...all };
  for (const key of keys) delete rest[key];
  return rest;
}
