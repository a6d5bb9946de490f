/** Reads `content/ids.yaml` and holds the ids of the content to it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readYamlFile } from '../files/content-files.ts';
import type { ContentId } from './content-ids.ts';
import { kindOf, nextNames, type IdEntry, type IdLedger } from '../names/ids.ts';
import { nearest } from '../problems/nearest.ts';
import { problem, type Problem } from '../problems/problems.ts';
import { idsSchema } from '../schema/schema.ts';
import type { YamlSource } from '../files/yaml-source.ts';

/** The ledger of ids, relative to the repository. */
export const idsFile = 'content/ids.yaml';

/**
 * Loads the ledger and checks it against the content.
 *
 * @param root absolute path of the folder that holds `content/`
 * @param ids every id of the content
 * @param isNeeded whether each of them must be in the ledger; a roadmap without progress may do without
 * @returns the ledger, empty where there is none
 */
export function loadIds(
  root: string,
  ids: readonly ContentId[],
  isNeeded: boolean,
  today: Date,
  problems: Problem[],
): IdLedger {
  if (!existsSync(path.join(root, idsFile))) {
    if (isNeeded && ids.length > 0) problems.push(problem('id-ledger-missing', { file: idsFile }));
    return new Map();
  }
  const read = readYamlFile(root, idsFile, idsSchema, problems);
  if (!read) return new Map();
  const ledger: IdLedger = new Map(
    Object.entries(read.value).map(([id, { n, now, gone }]) => [
      id,
      { n, ...(now !== undefined && { now }), ...(gone !== undefined && { gone }) },
    ]),
  );
  checkNumbers(ledger, read.source, problems);
  checkRenames(ledger, read.source, problems);
  const there = new Set(ids.map(({ id }) => id));
  const { vanished, unlisted } = unsettled(ids, ledger);
  for (const [id, { now, gone }] of ledger)
    if (there.has(id) && (now !== undefined || gone !== undefined))
      problems.push(problem('id-back', read.source.placeOf([id]), { id, field: now === undefined ? 'gone' : 'now' }));
  for (const id of vanished) {
    const near = nearest(
      id,
      unlisted.filter((one) => kindOf(one) === kindOf(id)),
    );
    const day = today.toISOString().slice(0, 10);
    problems.push(problem('id-vanished', read.source.placeOf([id]), { id, near, today: day }));
  }
  if (isNeeded)
    for (const one of ids) if (!ledger.has(one.id)) problems.push(problem('id-unlisted', one.place(), { id: one.id }));
  return ledger;
}

/** Numbers rise by one from line to line, so that a line that was removed or changed leaves a trace. */
function checkNumbers(ledger: IdLedger, source: YamlSource, problems: Problem[]): void {
  const owners = new Map<number, string>();
  const next = Math.max(0, ...[...ledger.values()].map(({ n }) => n)) + 1;
  let expected = 1;
  for (const [id, { n }] of ledger) {
    const place = source.placeOf([id, 'n']);
    const other = owners.get(n);
    if (other !== undefined) {
      problems.push(problem('id-number-twice', place, { n, id, other, next }));
      continue;
    }
    owners.set(n, id);
    if (n !== expected) problems.push(problem('id-number-order', place, { n, expected }));
    expected = n + 1;
  }
}

function checkRenames(ledger: IdLedger, source: YamlSource, problems: Problem[]): void {
  const told = new Set<string>();
  for (const [id, entry] of ledger) {
    const place = source.placeOf([id, 'now']);
    for (const now of nextNames(entry)) {
      if (!ledger.has(now))
        problems.push(problem('id-now-unknown', place, { id: now, near: nearest(now, ledger.keys()) }));
      else if (kindOf(now) !== kindOf(id)) problems.push(problem('id-now-kind', place, { id, now, kind: kindOf(id)! }));
    }
    const circle = circleFrom(id, ledger, []);
    if (!circle || circle.some((one) => told.has(one))) continue;
    for (const one of circle) told.add(one);
    problems.push(problem('id-now-circle', place, { circle }));
  }
}

/** A circle of renames that an id is part of, starting and ending with it. */
function circleFrom(id: string, ledger: IdLedger, way: readonly string[]): string[] | undefined {
  if (way.includes(id)) return way[0] === id ? [...way, id] : undefined;
  for (const next of nextNames(ledger.get(id) ?? ({} as IdEntry))) {
    const circle = circleFrom(next, ledger, [...way, id]);
    if (circle) return circle;
  }
  return undefined;
}

/** Ids of the ledger that the content has lost without a word, and ids of the content that are not in the ledger. */
export function unsettled(ids: readonly ContentId[], ledger: IdLedger): { vanished: string[]; unlisted: string[] } {
  const there = new Set(ids.map(({ id }) => id));
  return {
    vanished: [...ledger].flatMap(([id, { now, gone }]) =>
      there.has(id) || now !== undefined || gone !== undefined ? [] : [id],
    ),
    unlisted: [...there].filter((id) => !ledger.has(id)),
  };
}
