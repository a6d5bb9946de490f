import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Folders that tools make inside a sample. */
const made = new Set(['target', 'node_modules', '__pycache__', '.venv', '.pytest_cache', '.git']);

/**
 * Lists the files of a sample folder, sorted, relative to it with forward slashes; without what tools made there. A
 * folder that is not there has none.
 */
export function sampleFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      if (entry.isDirectory())
        return made.has(entry.name)
          ? []
          : sampleFiles(path.join(folder, entry.name)).map((file) => `${entry.name}/${file}`);
      return entry.name === '.DS_Store' || entry.name.endsWith('.log') ? [] : [entry.name];
    })
    .sort();
}
