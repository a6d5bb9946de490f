/** Finds and reads files under `content/`. */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'astro/zod';
import { problem, type Place, type Problem } from '../problems/problems.ts';
import { checkShape, readYaml, type YamlSource } from './yaml-source.ts';

/** Whether a folder is there. */
export const isFolder = (absolute: string): boolean =>
  statSync(absolute, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * Lists files below a folder of the content. Names that start with a dot belong to tools and are passed over; symbolic
 * links are problems, because following them can lead in circles.
 *
 * @param folder path relative to `root`
 * @returns sorted paths relative to the folder, with forward slashes; none when there is no folder
 */
export function filesBelow(root: string, folder: string, problems: Problem[]): string[] {
  const files: string[] = [];
  // Node’s own recursive reading follows links to folders, even round in circles.
  const read = (below: string) => {
    for (const entry of readdirSync(path.join(root, folder, below), { withFileTypes: true })) {
      const name = below + entry.name;
      if (entry.name.startsWith('.')) continue;
      if (entry.isSymbolicLink()) problems.push(problem('file-link', { file: `${folder}/${name}` }));
      else if (entry.isDirectory()) read(`${name}/`);
      else if (entry.isFile()) files.push(name);
    }
  };
  if (isFolder(path.join(root, folder))) read('');
  else if (existsSync(path.join(root, folder)))
    problems.push(problem('file-unreadable', { file: folder }, { reason: 'a folder of this name is expected.' }));
  return files.sort();
}

/** Lists the YAML files below a folder as `filesBelow` does; any other file there is a problem. */
export function yamlFilesBelow(root: string, folder: string, problems: Problem[]): string[] {
  return filesBelow(root, folder, problems).filter((name) => {
    if (/\.ya?ml$/.test(name)) return true;
    problems.push(problem('file-ending', { file: `${folder}/${name}` }, { name, allowed: '`.yaml`' }));
    return false;
  });
}

/** No text of a roadmap is as long; parsing one of a megabyte takes minutes. */
export const mostBytes = 256 * 1024;

/** No line of a text is as long, and some lines of twice that length keep a parser busy for seconds. */
const mostInLine = 10_000;

/**
 * Characters that no reader sees: controls, and overrides that make text run backwards. A carriage return alone ends a
 * line for one YAML parser and not for another, so that a build would read fields that no check has seen.
 */
const invisible = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202D\u202E]|\r(?!\n)/;

/**
 * Reads a text file.
 *
 * @param file path relative to `root`
 * @returns the text without a byte order mark; undefined when it is no text, the reason is added to `problems`
 */
export function readText(root: string, file: string, problems: Problem[]): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path.join(root, file));
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const reason = { EISDIR: 'it is a folder.', ELOOP: 'it is a link to itself.', EACCES: 'access is denied.' }[code];
    problems.push(problem('file-unreadable', { file }, { reason: reason ?? `${String(error)}.` }));
    return undefined;
  }
  if (bytes.length > mostBytes) {
    const size = `${Math.round(bytes.length / 1024)} KiB`;
    problems.push(problem('file-large', { file }, { size, most: `${mostBytes / 1024} KiB` }));
    return undefined;
  }
  const text = bytes.toString('utf8');
  // Decoding puts U+FFFD where bytes are no UTF-8; a file that has that character itself is as good as damaged.
  const damaged = text.indexOf('\uFFFD');
  if (damaged >= 0) {
    const byte = bytes[Buffer.byteLength(text.slice(0, damaged))]!;
    const name = `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    problems.push(problem('file-encoding', { file, ...placeIn(text, damaged) }, { byte: name }));
    return undefined;
  }
  const long = new RegExp(`^.{${mostInLine + 1},}`, 'm').exec(text);
  if (long) {
    const values = { length: long[0].length.toLocaleString('en'), most: mostInLine.toLocaleString('en') };
    problems.push(problem('line-long', { file, ...placeIn(text, long.index) }, values));
    return undefined;
  }
  const hidden = text.search(invisible);
  if (hidden >= 0) {
    const name = `U+${text.charCodeAt(hidden).toString(16).toUpperCase().padStart(4, '0')}`;
    problems.push(problem('file-control', { file, ...placeIn(text, hidden) }, { name }));
    return undefined;
  }
  if (text.replace(/^\uFEFF/, '').trim() === '') {
    problems.push(problem('file-empty', { file }));
    return undefined;
  }
  return text.replace(/^\uFEFF/, '');
}

/** Line and column of a place in a text, from 1. */
export function placeIn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** Place of a character of a text that itself starts at a place of its file. */
export function placeWithin(start: Place, text: string, offset: number): Place {
  const { line, column } = placeIn(text, offset);
  return {
    file: start.file,
    line: (start.line ?? 1) + line - 1,
    column: line > 1 ? column : (start.column ?? 1) + column - 1,
  };
}

/** A YAML file that has the shape of its schema. */
export interface ReadYaml<Value> {
  value: Value;
  source: YamlSource;
}

/**
 * Reads a YAML file and checks its shape.
 *
 * @param file path relative to `root`
 * @returns undefined when it cannot be read or has another shape; the reasons are added to `problems`
 */
export function readYamlFile<Schema extends z.ZodType>(
  root: string,
  file: string,
  schema: Schema,
  problems: Problem[],
): ReadYaml<z.infer<Schema>> | undefined {
  const text = readText(root, file, problems);
  const source = text === undefined ? undefined : readYaml(text, file, 1, problems);
  const value = source && checkShape(schema, source, problems);
  return source && value ? { value, source } : undefined;
}
