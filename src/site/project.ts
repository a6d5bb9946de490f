/** The one place where content is opened for a build: the checked curriculum and what is shared by several steps. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openCurriculum } from '../curriculum/load.ts';
import type { Curriculum } from '../curriculum/model.ts';
import { openStudio, type Studio } from '../diagrams/studio.ts';
import { address } from './address.ts';

export interface Project {
  /** Absolute path of the repository. */
  root: string;
  curriculum: Curriculum;
  studio: Studio;
  /** Absolute path of `content/samples`. */
  samples: string;
  /** Address of a phase, topic or path with the base path before it. */
  addressOf(target: string): string;
}

const root = process.env.ROADMAP_ROOT ?? fileURLToPath(new URL('../../', import.meta.url));
const curriculum = openCurriculum(root);

export const project: Project = {
  root,
  curriculum,
  studio: openStudio(path.join(root, '.diagrams'), (message) => console.log(`[diagrams] ${message}`)),
  samples: path.join(root, 'content/samples'),
  addressOf: (target) => address(target, curriculum.site.base),
};
