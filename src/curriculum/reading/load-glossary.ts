/** Loads the glossary and resolves where each term is taught. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import { readYamlFile } from '../files/content-files.ts';
import type { PlacedTerm } from '../model/model.ts';
import { problem, type Problem } from '../problems/problems.ts';
import { isReference, resolveReference, type ReferenceTarget } from '../names/reference.ts';
import { glossarySchema } from '../schema/schema.ts';
import { byName } from '../model/order.ts';

const file = 'content/glossary.yaml';

/**
 * @param lessons what a term may lead to
 * @param tag language that the terms are ordered by
 */
export function loadGlossary(
  root: string,
  lessons: ReadonlyMap<string, ReferenceTarget>,
  tag = 'en',
  problems: Problem[],
): PlacedTerm[] {
  if (!existsSync(path.join(root, file))) return [];
  const read = readYamlFile(root, file, glossarySchema, problems);
  const seen = new Set<string>();
  const slugger = new GithubSlugger();
  const terms = (read?.value ?? []).map(({ see: reference, ...entry }, index): PlacedTerm => {
    for (const name of [entry.term, ...entry.also]) {
      const key = name.toLowerCase();
      if (seen.has(key)) problems.push(problem('term-twice', read!.source.placeOf([index, 'term']), { name }));
      seen.add(key);
    }
    const see = reference === undefined ? undefined : resolveReference(reference, lessons);
    if (see && !isReference(see)) {
      const place = read!.source.placeOf([index, 'see']);
      problems.push(problem('topic-reference', place, { reference: reference!, near: see.near }));
    }
    return { ...entry, id: slugger.slug(entry.term), ...(see && isReference(see) && { see }) };
  });
  return terms.sort(byName(tag));
}
