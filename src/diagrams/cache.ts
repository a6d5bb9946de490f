/**
 * Keeps drawings between builds, one file a drawing, named by everything that shapes it. A file that is damaged, or has
 * more than a drawing has (safe-drawing.ts), counts as missing. After a build that saw every page, drawings that no page
 * uses are removed; files that are no drawings stay.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isFolder } from '../curriculum/files/content-files.ts';
import type { Drawing } from './draw.ts';
import { isSafeDrawing } from './safe-drawing.ts';
import type { DiagramSource } from '../markdown/diagram-source.ts';

export interface DrawingCache {
  /** Key of a diagram: a hash of its source and of the conditions. */
  keyOf(source: DiagramSource): string;
  read(key: string): Drawing | undefined;
  /** @returns false where the folder cannot be written to; the drawing is then made again the next time */
  write(key: string, drawing: Drawing): boolean;
  /** Removes every drawing whose key is not among these, where that is possible. @returns how many were removed */
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
        return digest === digestOf(drawing) && isSafeDrawing(drawing) ? drawing : undefined;
      } catch {
        return undefined;
      }
    },
    write(key, drawing) {
      const temporary = `${fileOf(key)}.${process.pid}`;
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(temporary, `${JSON.stringify({ digest: digestOf(drawing), drawing })}\n`);
        renameSync(temporary, fileOf(key));
        return true;
      } catch {
        removed(temporary);
        return false;
      }
    },
    keepOnly(keys) {
      if (!isFolder(folder)) return 0;
      const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isFile() ? [entry.name] : [],
      );
      const old = names.filter((name) => isDrawing.test(name) && !keys.has(name.replace(/\.json$/, '')));
      // What a build that was killed has left; a build that runs now is not an hour old.
      const left = names.filter(
        (name) => isTemporary.test(name) && statSync(path.join(folder, name)).mtimeMs < Date.now() - 3_600_000,
      );
      for (const name of left) removed(path.join(folder, name));
      return old.filter((name) => removed(path.join(folder, name))).length;
    },
  };
}

const isDrawing = /^[0-9a-f]{24}\.json$/;
const isTemporary = /^[0-9a-f]{24}\.json\.\d+$/;

/** Removes a file; false where it cannot be removed. */
function removed(file: string): boolean {
  try {
    rmSync(file, { force: true });
    return true;
  } catch {
    return false;
  }
}

const digestOf = (drawing: Drawing) => createHash('sha256').update(JSON.stringify(drawing)).digest('hex').slice(0, 16);
