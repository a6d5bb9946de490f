/** Finds and reads files under `content/`. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'astro/zod';
import type { Problem } from './problems.ts';
import { checkShape, readYaml, type YamlSource } from './yaml-source.ts';

/** Lists files below a folder, as sorted paths relative to it with forward slashes; none when there is no folder. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
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
  const source = readYaml(readFileSync(path.join(root, file), 'utf8'), file, 1, problems);
  const value = source && checkShape(schema, source, problems);
  return source && value ? { value, source } : undefined;
}
