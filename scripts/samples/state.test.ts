import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { contentFolder, phasePage } from '../../src/curriculum/content-fixture.ts';
import { testedState } from '../../src/states/tested-states.ts';
import { discover } from './discover.ts';
import { openRecord } from './record.ts';
import { runCheck } from './run.ts';
import { openWorkspace } from './workspace.ts';

const states = `name: The shop
folder: shop
states:
  - lesson: databases
    summary: First.
    files: [{ from: samples/databases/total.sh, to: bin/ }]
    checks: [{ run: 'test "$(sh bin/total.sh)" = 42', needs: [bash] }]
`;

/** Runs the one state of a roadmap, whose program prints the words. */
async function outcomeOf(printed: string) {
  const root = contentFolder({
    'content/docs/phases/01-databases.mdx': phasePage(),
    'content/samples/databases/total.sh': `echo ${printed}\n`,
    'content/states/states.yaml': states,
  });
  const workspace = openWorkspace(root);
  onTestFinished(() => {
    rmSync(root, { recursive: true });
    return workspace.close();
  });
  const check = discover(root).checks.find(({ kind }) => kind === 'state')!;
  return { root, check, outcome: await runCheck(check, workspace) };
}

test('a state is put together and passes when its checks do; the record says so until a file changes', async () => {
  const { root, check, outcome } = await outcomeOf('42');
  expect(outcome).toMatchObject({ state: 'passed' });
  const samples = path.join(root, 'content/samples');
  openRecord(root).passed(check, ['Bash 5.2']);
  expect(testedState(samples, check.state!)).toMatchObject({ tools: ['Bash 5.2'] });

  const program = path.join(samples, 'databases/total.sh');
  writeFileSync(program, readFileSync(program, 'utf8').replace('42', '43'));
  expect(testedState(samples, discover(root).checks.find(({ kind }) => kind === 'state')!.state!)).toBeUndefined();
});

test('a state whose sample is broken fails, and goes from the record', async () => {
  const { root, check, outcome } = await outcomeOf('41');
  expect(outcome).toMatchObject({ state: 'failed', reason: expect.stringContaining('ended with 1') });
  openRecord(root).passed(check, []);
  openRecord(root).failed(check);
  expect(testedState(path.join(root, 'content/samples'), check.state!)).toBeUndefined();
});
