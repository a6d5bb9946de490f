/** SQL in the page: PostgreSQL in WebAssembly. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Cut } from '../cut.ts';
import type { RuntimeKind } from '../runtime-kind.ts';
import { pieces } from './psql-pieces.ts';
import { besides } from './psql.ts';

const distribution = path.dirname(fileURLToPath(import.meta.resolve('@electric-sql/pglite')));
const { version } = JSON.parse(readFileSync(path.join(distribution, '../package.json'), 'utf8')) as { version: string };

const include = /^\\ir[ \t]+(\S+)[ \t]*$/m;
/** Most scripts that one script may bring in, those of its scripts among them. */
const mostIncludes = 500;
/** Commands of psql that `psql.ts` knows. */
const known = /^\\(?:echo|qecho|set|pset|o)\b|^\\g(?:set|exec|[ \t]|$)/;

export const sql: RuntimeKind = {
  endings: ['.sql'],

  cannotRun(code) {
    const commands = code.match(/(?<=^[^'\n]*)\\[a-z!]+[^\n]*$/gim) ?? [];
    const unknown = commands.find((one) => !known.test(one));
    if (!unknown) return undefined;
    const [name] = /^\\(?:[a-z]+|!)/i.exec(unknown)!;
    if (name === '\\ir')
      return `\`${unknown.trim()}\` stays as it is: it stands in a region, leads back to its own script, or is one of more than ${mostIncludes}`;
    return /^\\(?:!|connect|c\b|watch|setenv)/.test(unknown)
      ? `\`${name}\` starts another session or program, and the database in the page has one session`
      : `\`${name}\` is a command of psql that the page does not have`;
  },

  withIncludes(cuts, file, read) {
    const count = { left: mostIncludes };
    return cuts.flatMap((cut) => included(cut, [file], read, count)).filter(({ text }) => pieces(text).length > 0);
  },

  source(codes) {
    const extensions = new Set(
      codes.flatMap((code) =>
        pieces(code).flatMap(({ text }) => {
          const name = /^create\s+extension\s+(?:if\s+not\s+exists\s+)?"?([\w-]+)/i.exec(text)?.[1];
          return name && existsSync(path.join(distribution, `${name}.tar.gz`)) ? [`${name}.tar.gz`] : [];
        }),
      ),
    );
    const files = ['pglite.wasm', 'initdb.wasm', 'pglite.data', ...[...extensions].sort()];
    return {
      name: 'sql',
      version,
      worker: fileURLToPath(new URL('worker.ts', import.meta.url)),
      files: Object.fromEntries(files.map((name) => [name, path.join(distribution, name)])),
      packages: ['@electric-sql/pglite'],
      notices: ['PostgreSQL: PostgreSQL License, https://www.postgresql.org/about/licence/'],
    };
  },
};

/**
 * A part of a script with each `\ir` replaced by the parts of the script that it names. One that leads in a circle, or
 * is beyond the number that is left, stays, and `cannotRun` tells it.
 *
 * @param files the script, behind those that brought it in
 */
function included(cut: Cut, files: readonly string[], read: (file: string) => string, count: { left: number }): Cut[] {
  const found = include.exec(cut.text);
  if (!found || cut.regions.length > 0) return [cut];
  const name = besides(files.at(-1)!, found[1]!);
  if (files.includes(name) || count.left === 0) return [cut];
  count.left -= 1;
  const rest = (text: string, mark: string): Cut[] =>
    text.trim() ? [{ ...cut, id: `${cut.id}${mark}`, text: text.trimStart() }] : [];
  const other: Cut = { id: name, text: withoutMarks(read(name)), regions: [] };
  return [
    ...rest(cut.text.slice(0, found.index), ''),
    ...included(other, [...files, name], read, count),
    ...rest(cut.text.slice(found.index + found[0].length), '+').flatMap((one) => included(one, files, read, count)),
  ];
}

const withoutMarks = (text: string) => text.replace(/^.*#(?:end)?region\b.*\n/gm, '');
