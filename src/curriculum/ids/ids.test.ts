import { describe, expect, test } from 'vitest';
import { contentFolder, phasePage, soundContent } from '../content-fixture.ts';
import { formerNames, kindOf, packIds, resolveId, splitId, unpackIds, type IdLedger } from '../names/ids.ts';
import { loadCurriculum } from '../load.ts';

const ledger = (entries: Record<string, { n: number; now?: string | string[]; gone?: string }>): IdLedger =>
  new Map(Object.entries(entries));

describe('an id', () => {
  test('says what kind of thing it names', () => {
    expect(kindOf('topic:caching/redis')).toBe('topic');
    expect(kindOf('question:caching/redis-is-full')).toBe('question');
    expect(kindOf('question:caching/redis-is-full#1')).toBe('card');
    expect(kindOf('page:start/career')).toBe('page');
    for (const wrong of ['topic', 'topic:', 'tpoic:a/b', 'topic:a/b#c', 'topic:A/b', 'lesson:a b', 'topic:a/'])
      expect(kindOf(wrong), wrong).toBeUndefined();
    expect(splitId('topic:caching/redis')).toEqual(['topic:caching', 'redis']);
    expect(splitId('lesson:caching')).toEqual(['lesson:', 'caching']);
  });

  test('leads to its name of today through renames, merges and splits', () => {
    const ids = ledger({
      'topic:a/one': { n: 1, now: 'topic:a/two' },
      'topic:a/two': { n: 2, now: 'topic:b/three' },
      'topic:b/other': { n: 3, now: 'topic:b/three' },
      'topic:b/three': { n: 4 },
      'topic:a/both': { n: 5, now: ['topic:b/three', 'topic:a/one', 'topic:b/lost'] },
      'topic:b/lost': { n: 6, gone: '2026-12-01' },
    });
    expect(resolveId(ids, 'topic:a/one')).toEqual(['topic:b/three']);
    expect(resolveId(ids, 'topic:b/other')).toEqual(['topic:b/three']);
    expect(resolveId(ids, 'topic:b/three')).toEqual(['topic:b/three']);
    expect(resolveId(ids, 'topic:a/both')).toEqual(['topic:b/three']);
    expect(resolveId(ids, 'topic:b/lost')).toEqual([]);
    expect(resolveId(ids, 'topic:never/published')).toEqual([]);
    expect(formerNames(ids).get('topic:b/three')).toEqual([
      'topic:a/one',
      'topic:a/two',
      'topic:b/other',
      'topic:a/both',
    ]);
  });

  test('whose renames lead in a circle leads nowhere, and ends', () => {
    const circle = ledger({ 'topic:a/b': { n: 1, now: 'topic:a/c' }, 'topic:a/c': { n: 2, now: 'topic:a/b' } });
    expect(resolveId(circle, 'topic:a/b')).toEqual([]);
  });
});

const site = soundContent['content/site.yaml']!.replace('progress: false', 'progress: true');
const today = new Date('2026-12-01');
/** Problems of a roadmap of the lesson `databases` with the topic `joins`, and of a list of ids. */
const problemsWith = (ids: string | undefined, files: Record<string, string> = {}) =>
  loadCurriculum(contentFolder({ 'content/site.yaml': site, 'content/ids.yaml': ids, ...files }), today).problems.map(
    ({ code, file, line, message }) => `${file}:${line ?? ''} ${message} [${code}]`,
  );
const lesson = 'lesson:databases: { n: 1 }\n';
const sound = `${lesson}topic:databases/joins: { n: 2 }\n`;

describe('the list of ids', () => {
  test('that has every id of the content is sound, and so are renames, merges, splits and removals in it', () => {
    expect(problemsWith(sound)).toEqual([]);
    const { curriculum, problems } = loadCurriculum(
      contentFolder({
        'content/site.yaml': site,
        'content/ids.yaml': `${sound}topic:databases/join: { n: 3, now: topic:databases/joins }
topic:databases/both: { n: 4, now: [topic:databases/joins, topic:databases/old] }
topic:databases/old: { n: 5, gone: 2026-12-01 }
question:databases/q#card: { n: 6, now: question:databases/q#other }
question:databases/q#other: { n: 7, gone: 2026-12-01 }
`,
      }),
    );
    expect(problems).toEqual([]);
    expect(resolveId(curriculum!.ids, 'topic:databases/both')).toEqual(['topic:databases/joins']);
    const packed = packIds(curriculum!.ids);
    expect(packed).toMatchObject({ now: { 3: [2], 4: [2, 5], 6: [7] }, gone: [5, 7] });
    const unpacked = unpackIds(packed);
    for (const [id, { n }] of curriculum!.ids) {
      expect(unpacked.get(id)!.n).toBe(n);
      expect(resolveId(unpacked, id)).toEqual(resolveId(curriculum!.ids, id));
    }
  });

  test('is asked for where it is missing, unless the roadmap has no progress', () => {
    expect(problemsWith(undefined)).toMatchInlineSnapshot(`
      [
        "content/ids.yaml: The list of ids is missing, which keeps saved progress and links through renames. Make it with \`npm run new -- ids\`, or write \`progress: false\` in \`content/site.yaml\`. [id-ledger-missing]",
      ]
    `);
    expect(loadCurriculum(contentFolder({})).problems).toEqual([]);
  });

  test('lacks an id of a page, a question, a project or a stage: file and line of each', () => {
    const files = {
      'content/questions/databases.yaml':
        '- { id: q, topic: joins, level: beginner, question: Q, answer: A, explanation: E }\n',
      'content/docs/projects/small.mdx':
        '---\ntitle: Small\ndescription: Small projects.\nprojects:\n  - { id: shop, level: beginner, hours: [1, 2], trains: [SQL], needs: [databases] }\n---\n\n## Shop\n\nText.\n',
      'content/tracks/1-way.yaml':
        'title: Way\nlabel: Way\nsummary: S\nlevels: [beginner, beginner]\nduration: D\nstages:\n  - { id: a, title: A, items: [{ label: L, to: databases }] }\n',
    };
    expect(problemsWith(lesson, files)).toMatchInlineSnapshot(`
      [
        "content/docs/phases/01-databases.mdx:11 \`topic:databases/joins\` is not in \`content/ids.yaml\`. Run \`npm run new -- ids\`, which adds it, and asks whether it is the new name of something. [id-unlisted]",
        "content/questions/databases.yaml:1 \`question:databases/q\` is not in \`content/ids.yaml\`. Run \`npm run new -- ids\`, which adds it, and asks whether it is the new name of something. [id-unlisted]",
        "content/docs/projects/small.mdx:5 \`project:shop\` is not in \`content/ids.yaml\`. Run \`npm run new -- ids\`, which adds it, and asks whether it is the new name of something. [id-unlisted]",
        "content/tracks/1-way.yaml:1 \`track:way\` is not in \`content/ids.yaml\`. Run \`npm run new -- ids\`, which adds it, and asks whether it is the new name of something. [id-unlisted]",
        "content/tracks/1-way.yaml:7 \`stage:way/a\` is not in \`content/ids.yaml\`. Run \`npm run new -- ids\`, which adds it, and asks whether it is the new name of something. [id-unlisted]",
        "content/docs/projects/small.mdx:1 \`page:projects/small\` is not in \`content/ids.yaml\`. Run \`npm run new -- ids\`, which adds it, and asks whether it is the new name of something. [id-unlisted]",
      ]
    `);
  });

  test('has an id that vanished from the content', () => {
    expect(problemsWith(`${sound.replace('joins', 'jions')}`)).toMatchInlineSnapshot(`
      [
        "content/ids.yaml:2 The content no longer has \`topic:databases/jions\`. Did you mean \`topic:databases/joins\`? Write \`now:\` with its new id, or \`gone: 2026-12-01\`; \`npm run new -- ids\` asks and does it. [id-vanished]",
        "content/docs/phases/01-databases.mdx:11 \`topic:databases/joins\` is not in \`content/ids.yaml\`. Run \`npm run new -- ids\`, which adds it, and asks whether it is the new name of something. [id-unlisted]",
      ]
    `);
  });

  test('says of an id of the content that it is gone', () => {
    expect(problemsWith(`${lesson}topic:databases/joins: { n: 2, gone: 2026-11-01 }\n`)).toMatchInlineSnapshot(`
      [
        "content/ids.yaml:2 \`topic:databases/joins\` is in the content, and the list says \`gone\`. Remove that from the line, or give what is new another id. [id-back]",
      ]
    `);
  });

  test('uses a number twice, or leaves one out', () => {
    const rest = 'topic:databases/old: { n: 2, gone: 2026-11-01 }\n';
    expect(problemsWith(sound + rest)).toMatchInlineSnapshot(`
      [
        "content/ids.yaml:3 The number 2 of \`topic:databases/old\` belongs to \`topic:databases/joins\`. Give the one that was added later the next free number, 3, at the end of the list. [id-number-twice]",
      ]
    `);
    expect(problemsWith(sound + rest.replace('n: 2', 'n: 4'))).toMatchInlineSnapshot(`
      [
        "content/ids.yaml:3 The number 4 stands where 3 is next. Lines are only ever added at the end, and numbers never change: restore what was removed or changed. [id-number-order]",
      ]
    `);
  });

  test('leads to nothing, to another kind, or in a circle', () => {
    const old = (now: string) => `${sound}topic:databases/old: { n: 3, now: ${now} }\n`;
    expect(problemsWith(old('topic:databases/jions'))).toMatchInlineSnapshot(`
      [
        "content/ids.yaml:3 \`now\` names \`topic:databases/jions\`, which is not in the list. Did you mean \`topic:databases/joins\`? Name an id of the list; \`npm run new -- ids\` adds those that are missing. [id-now-unknown]",
      ]
    `);
    expect(problemsWith(old('lesson:databases'))).toMatchInlineSnapshot(`
      [
        "content/ids.yaml:3 \`topic:databases/old\` is a topic, and \`lesson:databases\` is none. Name the topic that it became, or write \`gone\` with a day. [id-now-kind]",
      ]
    `);
    expect(problemsWith(`${old('topic:databases/older')}topic:databases/older: { n: 4, now: topic:databases/old }\n`))
      .toMatchInlineSnapshot(`
      [
        "content/ids.yaml:3 These renames lead in a circle: topic:databases/old → topic:databases/older → topic:databases/old. Remove the \`now\` of the id that the content has. [id-now-circle]",
      ]
    `);
  });

  test('has a line of another form', () => {
    expect(
      problemsWith(
        `${sound}tpoic:databases/old: { n: 3 }\ntopic:a/b: { n: 4, now: topic:databases/joins, gone: 2026-11-01 }\n`,
      ),
    ).toMatchInlineSnapshot(`
      [
        "content/ids.yaml:3 The field \`tpoic:databases/old\` has the value \`{"n":3}\`: use an id such as \`topic:caching/redis\` or \`lesson:caching\`. [field-wrong]",
        "content/ids.yaml:4 The field \`topic:a/b\` has the value \`{"n":4,"now":"topic:databases/joins","gone":"2026-11-01"}\`: keep either \`now\` or \`gone\`. [field-wrong]",
      ]
    `);
  });

  test('is left alone while the content cannot be read whole, because ids hide in what cannot be read', () => {
    const broken = { 'content/docs/phases/01-databases.mdx': phasePage({ level: 'begginer' }) };
    expect(problemsWith(sound, broken).join('\n')).not.toContain('[id-');
  });
});
