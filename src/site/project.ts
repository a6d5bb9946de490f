/** The one place where content is opened for a build: the checked curriculum and what is shared by several steps. */
import path from 'node:path';
import { NoBrowserError } from '../browser/chromium.ts';
import { loadCurriculum } from '../curriculum/load.ts';
import { lessonsOf, type Roadmap } from '../curriculum/model/model.ts';
import { ContentError } from '../curriculum/problems/content-error.ts';
import { type Problem } from '../curriculum/problems/problems.ts';
import { isReference, resolveReference } from '../curriculum/names/reference.ts';
import { drawAll } from '../diagrams/draw-all.ts';
import { openStudio, type Studio } from '../diagrams/studio.ts';
import { address, inLanguage } from '../addresses/address.ts';
import { fileLanguages, type FileLanguage } from './file-language.ts';
import { output, root } from '../repository/folders.ts';
import { isShallow } from '../repository/git-history.ts';

export interface Project {
  /** Absolute path of the folder that holds `content/`. */
  root: string;
  /** Absolute path of the finished site. */
  output: string;
  /** Absolute path of the fork’s own files that are published as they are. */
  publicFolder: string;
  curriculum: Roadmap;
  /** Whether git knows when each page was changed last; a shallow clone knows only its last commits. */
  hasHistory: boolean;
  studio: Studio;
  /** Absolute path of `content/samples`. */
  samples: string;
  /** Address of that folder in the repository, where the site names one that exists. */
  sampleSource?: string;
  /** Address of a reference (`caching#redis`) or path in a language, by its folder; with the base path before it. */
  addressOf(target: string, folder: string): string;
  /** The language a file is written in. */
  languageOf(file: string | undefined): FileLanguage;
}

const studio = openStudio(path.join(root, '.diagrams'), (message) => console.log(`[diagrams] ${message}`));
const curriculum = await openedWithDiagrams();
const { site } = curriculum;

export const project: Project = {
  root,
  output,
  publicFolder: path.join(root, 'public'),
  curriculum,
  hasHistory: !isShallow(root),
  studio,
  samples: path.join(root, 'content/samples'),
  ...(isPublished(site.repository) && { sampleSource: `${site.repository}/blob/${site.branch}/content/samples` }),
  addressOf,
  languageOf: fileLanguages(root, curriculum),
};

/** The content; where it has errors, those of its diagrams are told with them. */
async function openedWithDiagrams(): Promise<Roadmap> {
  const { curriculum: opened, problems, allPages } = loadCurriculum(root);
  if (opened) return opened;
  const ofDiagrams = await drawAll(studio, allPages).catch((error: unknown): Problem[] => {
    if (error instanceof NoBrowserError) return [];
    throw error;
  });
  throw new ContentError([...problems, ...ofDiagrams]);
}

/** The address that a fresh copy comes with leads nowhere. */
function isPublished(repository: string | undefined): boolean {
  return repository !== undefined && !repository.startsWith('https://github.com/example/');
}

const lessons = new Map(lessonsOf(curriculum).map((lesson) => [lesson.slug, { ...lesson, sections: lesson.headings }]));
const folders = curriculum.translations.map(({ language }) => language.folder);
function addressOf(target: string, folder: string): string {
  const found = resolveReference(target, lessons);
  return address(inLanguage(isReference(found) ? found.path : target, folder, folders), curriculum.site.base);
}
