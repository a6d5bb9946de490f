/**
 * Keeps drawings between builds, one file a drawing, named by everything that shapes it. A damaged file counts as
 * missing. After a build that saw every page, files that no page uses are removed.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Drawing } from './draw.ts';
import type { DiagramSource } from './source.ts';

export interface DrawingCache {
  /** Key of a diagram: a hash of its source and of the conditions. */
  keyOf(source: DiagramSource): string;
  read(key: string): Drawing | undefined;
  write(key: string, drawing: Drawing): void;
  /** Removes every file whose key is not among these. @returns how many were removed */
  keepOnly(keys: ReadonlySet<string>): number;
}

/**
 * Opens a cache.
 *
 * @param folder absolute path; made when something is written
 * @param conditionsOf what besides the source shapes a drawing
 */
export function openCache(folder: string, conditionsOf: (source: DiagramSource) => string): DrawingCache {
  const fileOf = (key: string) => path.join(folder, `${key}.json`);
  return {
    keyOf: (source) =>
      createHash('sha256')
        .update(JSON.stringify([source.mermaid.trim(), source.links.map((link) => link.node), conditionsOf(source)]))
        .digest('hex')
        .slice(0, 24),
    read(key) {
      try {
        const { drawing, digest } = JSON.parse(readFileSync(fileOf(key), 'utf8')) as {
          drawing: Drawing;
          digest: string;
        };
        return digest === digestOf(drawing) ? drawing : undefined;
      } catch {
        return undefined;
      }
    },
    write(key, drawing) {
      mkdirSync(folder, { recursive: true });
      const temporary = `${fileOf(key)}.${process.pid}`;
      writeFileSync(temporary, `${JSON.stringify({ digest: digestOf(drawing), drawing })}\n`);
      renameSync(temporary, fileOf(key));
    },
    keepOnly(keys) {
      if (!existsSync(folder)) return 0;
      const old = readdirSync(folder).filter((name) => !keys.has(name.replace(/\.json$/, '')));
      for (const name of old) rmSync(path.join(folder, name));
      return old.length;
    },
  };
}

const digestOf = (drawing: Drawing) => createHash('sha256').update(JSON.stringify(drawing)).digest('hex').slice(0, 16);
