/** What of the repository shapes every site, whatever it is about. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { addTree } from './tree-digest.ts';

const parts = [
  'src',
  'astro.config.mjs',
  'content.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  // What is installed, which may differ from what the lock file asks for.
  'node_modules/.package-lock.json',
];

/**
 * Digest of the code of the generator, of what is installed for it, and of Node.
 *
 * @param repository absolute path
 */
export function generatorDigest(repository: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const name of parts) addTree(hash, path.join(repository, name));
  return hash.digest('hex');
}
