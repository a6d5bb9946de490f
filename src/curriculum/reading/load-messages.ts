/** Loads the messages and symptoms, and resolves which section helps with each. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import { readYamlFile } from '../files/content-files.ts';
import type { Lesson, PlacedMessage } from '../model/model.ts';
import { problem, type Problem } from '../problems/problems.ts';
import { isReference, resolveReference } from '../names/reference.ts';
import { messagesSchema } from '../schema/schema.ts';

const file = 'content/messages.yaml';

/** @param lessons what a message may lead to, each of their headings included */
export function loadMessages(root: string, lessons: readonly Lesson[], problems: Problem[]): PlacedMessage[] {
  if (!existsSync(path.join(root, file))) return [];
  const read = readYamlFile(root, file, messagesSchema, problems);
  const targets = new Map(lessons.map((lesson) => [lesson.slug, { ...lesson, sections: lesson.headings }]));
  const seen = new Set<string>();
  const slugger = new GithubSlugger();
  return (read?.value ?? []).flatMap(({ see: reference, ...entry }, index): PlacedMessage[] => {
    for (const form of [entry.message, ...entry.also]) {
      const key = form.toLowerCase();
      if (seen.has(key)) problems.push(problem('message-twice', read!.source.placeOf([index, 'message']), { form }));
      seen.add(key);
    }
    const see = resolveReference(reference, targets);
    if (isReference(see)) return [{ ...entry, id: slugger.slug(entry.message), see }];
    problems.push(problem('topic-reference', read!.source.placeOf([index, 'see']), { reference, near: see.near }));
    return [];
  });
}
