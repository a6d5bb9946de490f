/** `npm run test:samples`: runs every sample and writes down what passed with which tools. */
import { reportProblems } from '../../src/curriculum/problems/report.ts';
import { repository } from '../run-program.ts';
import { discover } from './discover.ts';
import { readOptions } from './options.ts';
import { openRecord } from './record.ts';
import { nameOf, runCheck } from './run.ts';
import { sayLeftOut } from './left-out.ts';
import { openWorkspace } from './workspace.ts';

const { checks, skipped, problems } = discover(repository);
if (problems.length > 0) {
  console.error(reportProblems(problems));
  process.exit(1);
}
const { chosen, whole, ...options } = readOptions(process.argv.slice(2), checks);
if (options.writeExpected) process.env.SAMPLES_WRITE_EXPECTED = `${repository}content/samples`;
const record = openRecord(repository);
const workspace = openWorkspace(repository);
process.on('SIGINT', () => void workspace.close().then(() => process.exit(130)));
const counts = { passed: 0, failed: 0, skipped: 0 };
const reports: string[] = [];
const deadline = Date.now() + options.minutes * 60_000;
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
    if (!options.noRecord) record.passed(check, outcome.tools);
    continue;
  }
  reports.push(`${nameOf(check)}: ${outcome.reason}`);
  if (outcome.state === 'missing' && options.allowMissing) counts.skipped += 1;
  else counts.failed += 1;
  if (outcome.state === 'failed' && !options.noRecord) record.failed(check);
}
await workspace.close();
if (whole) sayLeftOut(skipped);
if (reports.length > 0) console.log(`\n${reports.join('\n\n')}`);
const slowest = durations.sort(([a], [b]) => b - a).slice(0, 10);
console.log(`\nSlowest:\n${slowest.map(([seconds, name]) => `  ${seconds} s ${name}`).join('\n')}`);
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed > 0 ? 1 : 0);
