import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from '../run-program.ts';

/** `npmVersion('graphql')` → `graphql 17.1.0`, the version installed here. */
export function npmVersion(name: string): string {
  const file = path.join(repository, 'node_modules', name, 'package.json');
  return `${name} ${(JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version}`;
}
