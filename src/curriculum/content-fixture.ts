/** Builds small `content/` folders for tests. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A phase page with sound frontmatter; fields given here replace its own, lines given as `body` follow it. */
export function phasePage(fields: Record<string, string> = {}, body = '## Joins\n\nText.\n'): string {
  const all = {
    title: 'Databases',
    description: 'About databases.',
    level: 'beginner',
    hours: '[1, 2]',
    prerequisites: '[]',
    tags: '[SQL]',
    outcomes: '[Write a join.]',
    reviewed: '2026-11-20',
    versions: '{}',
    topics: '[{ id: joins, depth: must }]',
    ...fields,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n\n${body}`;
}

/** A picture of one pixel. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);

/** Without progress, so that tests can name things as they come without a list of ids. */
const site = `title: Test
description: A test.
url: https://example.com
accent: { light: '#000000', dark: '#ffffff' }
progress: false
sections:
  - title: Phases
    firstPhase: databases
`;

/** A roadmap of one phase that has no problems. */
export const soundContent: Record<string, string> = {
  'content/site.yaml': site,
  'content/docs/index.mdx': '---\ntitle: Test\ndescription: A roadmap for tests.\n---\n\nWelcome.\n',
  'content/docs/phases/01-databases.mdx': phasePage(),
};

/**
 * Writes files into a new folder.
 *
 * @param files path → text; `undefined` leaves a file of the sound content out
 * @returns absolute path of the folder that holds `content/`
 */
export function contentFolder(files: Record<string, string | Buffer | undefined>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'roadmap-'));
  for (const [name, text] of Object.entries({ ...soundContent, ...files })) {
    if (text === undefined) continue;
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}
