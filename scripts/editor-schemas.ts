/** Writes the JSON Schemas that editors complete data files with: `node scripts/editor-schemas.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { contentKinds, jsonSchemaOf } from '../src/make-it-yours/field-reference.ts';
import { repository } from './run-program.ts';

/** Files of `.vscode/schemas` with their texts. */
export const editorSchemas = (): Map<string, string> =>
  new Map(contentKinds.map((kind) => [`${kind.name}.json`, `${JSON.stringify(jsonSchemaOf(kind), null, 2)}\n`]));

if (import.meta.main) {
  const folder = path.join(repository, '.vscode/schemas');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of editorSchemas()) writeFileSync(path.join(folder, name), text);
}
