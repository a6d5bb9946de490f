import { chmodSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { contentFolder, phasePage } from '../curriculum/content-fixture.ts';
import { loadCurriculum } from '../curriculum/load.ts';
import type { Problem } from '../curriculum/problems/problems.ts';
import { compareStates } from './compare-states.ts';
import { composeStates, type State } from '../curriculum/states/compose.ts';
import { repository } from '../repository/folders.ts';
import { stateArchive } from './state-archive.ts';
import { stateHash } from './tested-states.ts';

const files = {
  'content/docs/phases/01-databases.mdx': phasePage(
    {},
    '## Joins\n\n- A row is kept.\n- A row is kept twice.\n\n- Another list.\n',
  ),
  'content/docs/phases/02-caching.mdx': phasePage({ title: 'Caching', prerequisites: '[databases]' }),
  'content/samples/databases/Shop.java': 'package shop.demo;\n// #region all\nclass Shop {}\n// #endregion all\n',
  'content/samples/databases/Demo.java': 'package shop.demo;\nclass Demo {}\n',
  'content/samples/databases/.env': 'PASSWORD=secret\n',
  'content/states/own/keep.sh': '#!/bin/sh\nrow_is_kept() { true; }\n',
};
const sound = `name: The shop
folder: shop
states:
  - lesson: databases
    summary: First.
    files:
      - from: samples/databases/*
        to: src/
        except: [Demo.java]
        replace: [{ find: shop.demo, with: shop }]
      - { from: states/own/keep.sh, to: keep.sh }
    criteria:
      - { says: A row is kept., test: keep.sh#row_is_kept }
      - { says: A row is kept twice., hand: It takes two readers. }
  - lesson: caching
    summary: Second.
    remove: [keep.sh]
    files:
      - { from: samples/databases/Demo.java, to: src/ }
`;
const folder = (yaml: string | undefined = sound) => contentFolder({ ...files, 'content/states/states.yaml': yaml });

function composed(root = folder()): State[] {
  const problems: Problem[] = [];
  const { states } = composeStates(root, problems)!;
  expect(problems).toEqual([]);
  return states;
}

describe('a state', () => {
  test('is the one before without what it removes and with its own files', () => {
    const [first, second] = composed();
    expect(first!.files.map((file) => file.path)).toEqual(['keep.sh', 'src/Shop.java']);
    expect(second!.files.map((file) => file.path)).toEqual(['src/Demo.java', 'src/Shop.java']);
  });
  test('moves a file of the one before to another place', () => {
    const [, second] = composed(
      folder(`${sound}      - { before: keep.sh, to: bin/, replace: [{ find: 'true', with: 'false' }] }\n`),
    );
    expect(second!.files.map((file) => file.path)).toEqual(['bin/keep.sh', 'src/Demo.java', 'src/Shop.java']);
    expect(second!.files[0]!.text).toContain('row_is_kept() { false; }');
  });
  test('has neither marks of regions nor the words that it replaces', () => {
    expect(composed()[0]!.files[1]!.text).toBe('package shop;\nclass Shop {}\n');
  });
  test('keeps what can be run as such, in its download too', () => {
    const root = folder();
    chmodSync(path.join(root, 'content/states/own/keep.sh'), 0o755);
    const [state] = composed(root);
    expect(state!.files[0]!.executable).toBe(true);
    expect(stateHash(state!)).not.toBe(stateHash(composed()[0]!));
  });
  test('is another one for the record as soon as a letter of it differs', () => {
    const [state] = composed();
    const [keep, shop] = state!.files as [State['files'][number], State['files'][number]];
    expect(stateHash({ files: [keep, { ...shop, text: `${shop.text} ` }] })).not.toBe(stateHash(state!));
  });
});

test('what grows without end, what git would run and what lies elsewhere is no state', () => {
  const faults = (yaml: string, root = folder(yaml)) => {
    const problems: Problem[] = [];
    composeStates(root, problems);
    return problems.map(({ code, message }) => `${code} ${message}`);
  };
  const twice = '          - { find: e, with: eeeeeeeeee }\n'.repeat(40);
  expect(faults(sound.replace(/replace: \[.*\]/, `replace:\n${twice}`))).toEqual([
    expect.stringMatching(/^state-target .*more than 1,000,000 characters/),
  ]);
  expect(faults(sound.replace('to: keep.sh', 'to: x/.GIT/hooks/post-checkout'))).toContainEqual(
    expect.stringMatching(/^state-target .*git would run/),
  );
  const root = folder(undefined);
  symlinkSync(path.join(folder(), 'content/states'), path.join(root, 'content/linked'));
  rmSync(path.join(root, 'content/states'), { recursive: true });
  renameSync(path.join(root, 'content/linked'), path.join(root, 'content/states'));
  expect(faults('', root)).toContainEqual(expect.stringMatching(/^file-link /));
});

test('a state may change a file of the one before', () => {
  const yaml = `${sound}      - { to: src/Shop.java, replace: [{ find: class Shop, with: final class Shop }] }\n`;
  const [, second] = composed(folder(yaml));
  expect(second!.files.find((one) => one.path === 'src/Shop.java')!.text).toBe('package shop;\nfinal class Shop {}\n');
});

test('a download holds the files below one folder, and says how to start', () => {
  const [state] = composed();
  const archive = () =>
    stateArchive({ folder: 'shop' }, { ...state!, run: 'sh keep.sh\n' }, 'The shop after “Databases”');
  const inside = unzipSync(archive());
  expect(Object.keys(inside).sort()).toEqual(['shop/README.md', 'shop/keep.sh', 'shop/src/Shop.java']);
  expect(strFromU8(inside['shop/README.md']!)).toContain('```bash\nsh keep.sh\n```');
  expect(Buffer.from(archive()).equals(Buffer.from(archive()))).toBe(true);
});

describe('what changed', () => {
  const file = (name: string, text: string) => ({ path: name, text, executable: false });
  const state = (...all: State['files']): State => ({
    lesson: 'a',
    summary: 's',
    criteria: [],
    checks: [],
    files: all,
  });

  test('is told line by line, with three lines around', () => {
    const lines = Array.from({ length: 20 }, (_one, index) => `line ${index + 1}`);
    const changes = compareStates(
      state(file('a.txt', `${lines.join('\n')}\n`), file('b.txt', 'b\n')),
      state(file('a.txt', `${lines.toSpliced(9, 1, 'new', 'newer').join('\n')}\n`), file('b.txt', 'b\n')),
    );
    expect(changes).toEqual([
      {
        path: 'a.txt',
        kind: 'changed',
        added: 2,
        removed: 1,
        hunks: [
          {
            from: 7,
            to: 14,
            code: ['line 7', 'line 8', 'line 9', 'line 10', 'new', 'newer', 'line 11', 'line 12', 'line 13'].join('\n'),
            added: [5, 6],
            removed: [4],
          },
        ],
      },
    ]);
  });
  test('names what is new and what is gone', () => {
    const changes = compareStates(state(file('a.txt', '1\n2\n3\n')), state(file('b.txt', '1\n2\n')));
    expect(changes.map(({ path: name, kind, added, removed }) => [name, kind, added, removed])).toEqual([
      ['b.txt', 'new', 2, 0],
      ['a.txt', 'gone', 0, 3],
    ]);
  });
});

describe('a fault', () => {
  const from = (text: string, replacement: string) => {
    expect(sound).toContain(text);
    return sound.replace(text, replacement);
  };
  const cases: [name: string, yaml: string, expected: string][] = [
    ['a file that is not there', from('Demo.java, to: src/', 'Dmo.java, to: src/'), '19:17 state-file'],
    ['a name left out that is not there', from('[Demo.java]', '[Damo.java]'), '9:18 state-file'],
    ['a file outside of samples and states', from('samples/databases/Demo.java', 'site.yaml'), '19:17 state-file'],
    [
      'a file to move that was not there',
      from('from: samples/databases/Demo.java', 'before: kept.sh'),
      '19:19 state-file',
    ],
    ['a replaced text that is not there', from('find: shop.demo', 'find: shop.old'), '10:27 state-replace'],
    ['a file that the state before does not have', `${sound}      - { to: src/Shp.java }\n`, '20:15 state-file'],
    ['a place outside of the project', from('to: keep.sh', 'to: ../keep.sh'), '11:41 state-target'],
    ['two files in one place', from('to: keep.sh', 'to: src/Shop.java'), '11:41 state-target'],
    ['a removed file that was not there', from('[keep.sh]', '[kept.sh]'), '17:14 state-remove'],
    ['an unknown lesson', from('lesson: caching', 'lesson: cashing'), '15:13 phase-unknown'],
    ['a lesson with two states', from('lesson: caching', 'lesson: databases'), '15:13 state-twice'],
    ['a criterion that the page does not have', from('says: A row is', 'says: Each row is'), '13:17 state-criterion'],
    [
      'a criterion of a list of which another is named',
      sound.replace(/^.*A row is kept twice.*\n/m, ''),
      '13:7 state-criterion-open',
    ],
    ['a criterion without a test and a reason', from(', test: keep.sh#row_is_kept', ''), '13:9 field-wrong'],
    ['a test that the file does not have', from('#row_is_kept', '#row_is_lost'), '13:39 state-test'],
    ['a test in a file that is not there', from('keep.sh#', 'lost.sh#'), '13:39 state-test'],
    ['an address of the site itself', from('folder: shop', 'folder: tracks'), '2:9 field-wrong'],
    ['an address that is none', from('folder: shop', 'folder: The Shop'), '2:9 field-wrong'],
  ];
  test.each(cases)('%s is reported with its line', (_name, yaml, expected) => {
    const { problems } = loadCurriculum(folder(yaml), new Date('2026-12-01'));
    const told = problems.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
    expect(told).toContain(`content/states/states.yaml:${expected}`);
  });
});

test('each state of this roadmap answers the acceptance criteria of its lesson', () => {
  const all = composeStates(repository, []);
  expect((all?.states ?? []).filter(({ criteria }) => criteria.length === 0).map(({ lesson }) => lesson)).toEqual([]);
});

test('a file of the fork does not stand where a download is made', () => {
  const root = contentFolder({ ...files, 'content/states/states.yaml': sound, 'public/shop/caching.zip': 'PK' });
  const { problems } = loadCurriculum(root, new Date('2026-12-01'));
  expect(problems).toMatchObject([{ code: 'public-taken', file: 'public/shop/caching.zip' }]);
});

test('the pages of the states are made where there are states, and only there', () => {
  const made = (yaml?: string) => {
    const root = yaml === undefined ? contentFolder(files) : folder(yaml);
    const { curriculum, problems } = loadCurriculum(root, new Date('2026-12-01'));
    expect(problems).toEqual([]);
    return [...curriculum!.made.keys()].filter((id) => id.startsWith('shop'));
  };
  expect(made(sound)).toEqual(['shop', 'shop/databases', 'shop/caching']);
  expect(made()).toEqual([]);
});
