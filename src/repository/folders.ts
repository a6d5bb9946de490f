/** Where a roadmap is and where its site goes. Tests build other roadmaps with the same code. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the folder that holds the generator. */
export const repository = fileURLToPath(new URL('../../', import.meta.url));
/** Absolute path of the folder that holds `content/`; ROADMAP_ROOT names another. */
export const root = path.resolve(process.env.ROADMAP_ROOT ?? repository);
/** Absolute path of the finished site; ROADMAP_OUTPUT names another. */
export const output = path.resolve(process.env.ROADMAP_OUTPUT ?? path.join(root, 'dist'));
