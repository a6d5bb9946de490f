/** `npm run test:samples`: runs every sample and writes down what passed with which tools. */
import { parseArgs } from 'node:util';
import { reportProblems } from '../../src/curriculum/report.ts';
import { repository } from '../run-program.ts';
import { discover } from './discover.ts';
import { openRecord } from './record.ts';
import { nameOf, runCheck } from './run.ts';
import { sayLeftOut } from './left-out.ts';
import { openWorkspace } from './workspace.ts';

const { values: options } = parseArgs({
  options: {
    kind: { type: 'string', multiple: true },
    folder: { type: 'string', multiple: true },
    'machine-only': { type: 'boolean' },
    'allow-missing': { type: 'boolean' },
    /** A sample that is not begun after so many counts as skipped. */
    minutes: { type: 'string' },
    'no-record': { type: 'boolean' },
    'write-expected': { type: 'boolean' },
  },
});
if (options['write-expected']) process.env.SAMPLES_WRITE_EXPECTED = `${repository}content/samples`;

const { checks, skipped, problems } = discover(repository);
if (problems.length > 0) {
  console.error(reportProblems(problems));
  process.exit(1);
}
const chosen = checks.filter(
  (check) =>
    (!options.kind || options.kind.includes(check.kind)) &&
    (!options.folder || options.folder.includes(check.slug)) &&
    (!options['machine-only'] || check.needs === 'machine'),
);
const record = openRecord(repository);
const workspace = openWorkspace(repository);
process.on('SIGINT', () => void workspace.close().then(() => process.exit(130)));
const counts = { passed: 0, failed: 0, skipped: 0 };
const reports: string[] = [];
const deadline = options.minutes === undefined ? Infinity : Date.now() + Number(options.minutes) * 60_000;
const durations: [number, string][] = [];

for (const [index, check] of chosen.entries()) {
  if (Date.now() > deadline) {
    const left = chosen.slice(index);
    counts.skipped += left.length;
    reports.push(`Not begun after ${options.minutes} minutes:\n${left.map((one) => `  ${nameOf(one)}`).join('\n')}`);
    break;
  }
  const outcome = await runCheck(check, workspace);
  durations.push([outcome.seconds, nameOf(check)]);
  console.log(`${index + 1}/${chosen.length} ${outcome.state} ${nameOf(check)} ${outcome.seconds} s`);
  if (outcome.state === 'passed') {
    counts.passed += 1;
    if (!options['no-record']) record.passed(check, outcome.tools);
    continue;
  }
  reports.push(`${nameOf(check)}: ${outcome.reason}`);
  if (outcome.state === 'missing' && options['allow-missing']) counts.skipped += 1;
  else counts.failed += 1;
  if (outcome.state === 'failed' && !options['no-record']) record.failed(check);
}
await workspace.close();
if (!options.kind && !options.folder) sayLeftOut(skipped);
if (reports.length > 0) console.log(`\n${reports.join('\n\n')}`);
const slowest = durations.sort(([a], [b]) => b - a).slice(0, 10);
console.log(`\nSlowest:\n${slowest.map(([seconds, name]) => `  ${seconds} s ${name}`).join('\n')}`);
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed > 0 ? 1 : 0);
