/** What `npm test` takes of the samples: the kinds that need nothing beyond npm, and the rule that nothing is forgotten. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadPages } from '../../src/curriculum/reading/load-pages.ts';
import type { Problem } from '../../src/curriculum/problems/problems.ts';
import { reportProblems } from '../../src/curriculum/problems/report.ts';
import { shownSamples } from '../../src/samples/shown.ts';
import { repository } from '../run-program.ts';
import { breakOnPurpose, broken } from './break.ts';
import { captured, discover } from './discover.ts';
import { isChosenFrom, isWithin, withoutNumbers } from '../../src/samples/compare-output.ts';
import { kinds } from './kinds/index.ts';
import { neededBy } from './kinds/shell.ts';
import { sayLeftOut } from './left-out.ts';
import { nameOf, runCheck } from './run.ts';
import { pieces } from '../../src/runtimes/sql/psql-pieces.ts';
import { openWorkspace } from './workspace.ts';

const { checks, skipped, problems } = discover(repository);
const workspace = openWorkspace(repository);
afterAll(async () => {
  await workspace.close();
  const machine = checks.filter((check) => check.needs === 'machine');
  const names = [...new Set(machine.map((check) => check.kind))].join(', ');
  console.log(
    `\nLeft to npm run test:samples: ${machine.length} checks that need programs npm does not bring (${names}).`,
  );
  sayLeftOut(skipped);
});

describe('every sample', () => {
  test('has sound checks.yaml files', () => {
    expect(problems, reportProblems(problems)).toEqual([]);
  });
  test('that a page shows is covered by exactly one check, or left out with a reason', () => {
    const pageProblems: Problem[] = [];
    const shown = [...loadPages(repository, [], pageProblems).pages.values()].flatMap((page) => shownSamples(page));
    const covered = checks.flatMap((check) => check.files.map((file) => `${check.slug}/${file}`));
    const left = skipped.map((one) => `${one.slug}/${one.file}`);
    const wrong = [...new Set(shown)].filter(
      (file) => [...covered, ...left].filter((one) => one === file).length !== 1,
    );
    expect(wrong).toEqual([]);
  });
  test('compares each output that a page shows with a run, or says why not', () => {
    expect(skipped.filter((one) => one.reason === captured).map((one) => `${one.slug}/${one.file}`)).toEqual([]);
  });
  test('that is left out has a reason in words', () => {
    expect(skipped.filter((one) => one.reason.length < 10)).toEqual([]);
  });
});

test.skipIf(checks.length === 0)('a misspelled folder is refused, so that nothing passes untested', () => {
  const { slug } = checks[0]!;
  const { status, stderr } = spawnSync(process.execPath, ['scripts/samples/index.ts', '--folder', `${slug}x`], {
    cwd: repository,
    encoding: 'utf8',
  });
  expect(stderr).toContain(`Did you mean \`${slug}\`?`);
  expect(status).toBe(2);
});

for (const kind of kinds.filter((one) => one.needs === 'npm')) {
  const own = checks.filter((check) => check.kind === kind.name);
  if (own.length === 0) continue;
  describe(kind.name, () => {
    test.each(own.map((check) => [nameOf(check), check] as const))('%s passes', async (_name, check) => {
      const outcome = await runCheck(check, workspace);
      expect(outcome.state, 'reason' in outcome ? outcome.reason : '').toBe('passed');
    });
  });
}

describe('samples of several lessons', () => {
  const seams = checks.filter((check) => check.kind === 'seam' && check.needs === 'npm');
  for (const check of seams)
    test(`fit together: ${check.name}`, async () => {
      const outcome = await runCheck(check, workspace);
      expect(outcome.state, 'reason' in outcome ? outcome.reason : '').toBe('passed');
    });
});

describe('a sample broken on purpose', () => {
  for (const one of broken.filter((each) => kinds.find((kind) => kind.name === each.kind)?.needs === 'npm'))
    test(`turns its check red: ${path.basename(one.file)} (${one.kind})`, async ({ skip }) => {
      if (!existsSync(path.join(repository, 'content/samples', one.file))) skip('This content has no such sample.');
      expect((await breakOnPurpose(one)).state).toBe('failed');
    });
});

describe('helpers', () => {
  test('expected lines may stand anywhere in the output, in one piece', () => {
    expect(isWithin('b\nc', 'a\nb  \nc\nd\n')).toBe(true);
    expect(isWithin('a\nc', 'a\nb\nc\n')).toBe(false);
    expect(isWithin('b', 'abc')).toBe(false);
  });
  test('a line … in expected lines stands for any number of lines', () => {
    expect(isWithin('a\n…\nd', 'a\nb\nc\nd')).toBe(true);
    expect(isWithin('d\n…\na', 'a\nb\nc\nd')).toBe(false);
  });
  test('where numbers do not count, words still do', () => {
    const shown = 'bcrypt cost 10:  76 ms\ncommit e6c8592fd014 at 2026-11-21T06:57:16.09Z';
    expect(
      isWithin(shown, 'bcrypt cost 10: 1,240 ms\ncommit 11a8592fd0aa at 2027-01-02T16:07:00.1Z', withoutNumbers),
    ).toBe(true);
    expect(
      isWithin(shown, 'scrypt cost 10: 76 ms\ncommit e6c8592fd014 at 2026-11-21T06:57:16.09Z', withoutNumbers),
    ).toBe(false);
  });
  test('lines of an excerpt stand in the output in their order', () => {
    const output = '10:00 INFO started in 3 s\n10:01 INFO GET\n10:02 INFO stopped';
    expect(isChosenFrom('INFO started in 2 s\nINFO stopped', output, withoutNumbers)).toBe(true);
    expect(isChosenFrom('INFO stopped\nINFO started', output, withoutNumbers)).toBe(false);
  });
  test('a plan of PostgreSQL 18 equals that of PostgreSQL 15', () => {
    const old = 'Scan (cost=1.2..3 rows=4 width=8) (actual time=0.1..2 rows=3 loops=1)\n  Filter: x';
    const young =
      'Scan (cost=1..9 rows=5 width=8) (actual time=3..4 rows=3.00 loops=1)\n  Index Searches: 1\n  Filter: x';
    expect(isWithin(old, young)).toBe(true);
  });
  test('a semicolon inside quotes, dollar quotes or comments ends no statement', () => {
    const text = "SELECT ';'; -- a; b\nDO $$ BEGIN; END $$;\n\\echo done; ok\nSELECT 1;";
    expect(pieces(text).map((piece) => piece.text)).toEqual([
      "SELECT ';';",
      'DO $$ BEGIN; END $$;',
      '\\echo done; ok',
      'SELECT 1;',
    ]);
  });
  test('needs are read from the head of a script', () => {
    expect(neededBy('#!/bin/sh\n# needs: root tcpdump (4.9 or newer)\n# needs: server nginx\n')).toEqual([
      'root',
      'tcpdump',
      'nginx',
    ]);
  });
});
