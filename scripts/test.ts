/** Runs every test and ends with one line of counts: what `npm test` does. */
import { parseCLI, startVitest } from 'vitest/node';

process.env.ASTRO_TELEMETRY_DISABLED = '1';
const { filter, options } = parseCLI(['vitest', ...process.argv.slice(2)]);
const vitest = await startVitest('test', filter, {
  ...options,
  run: true,
  watch: false,
  config: 'scripts/vitest.config.ts',
});
const counts = { passed: 0, failed: 0, skipped: 0 };
const remarks: string[] = [];
/** Counts a failure and keeps the start of its message: enough to know what happened, short enough for a summary. */
const fail = (where: string, message = 'No message.') => {
  counts.failed += 1;
  remarks.push(`Failed${where}. ${message.split('\n').slice(0, 5).join(' ').slice(0, 500)}`);
};
for (const module of vitest.state.getTestModules()) {
  if (!module.ok() && [...module.children.allTests()].length === 0)
    fail(`: ${module.relativeModuleId}`, module.errors()[0]?.message);
  for (const test of module.children.allTests()) {
    const result = test.result();
    if (result.state === 'passed') counts.passed += 1;
    else if (result.state === 'skipped') {
      counts.skipped += 1;
      if (result.note) remarks.push(`Skipped: ${test.fullName}. ${result.note}`);
    } else {
      const why = result.state === 'failed' ? result.errors[0]?.message : 'It did not come to its end.';
      fail(`: ${test.fullName} (${module.relativeModuleId})`, why);
    }
  }
}
for (const error of vitest.state.getUnhandledErrors()) fail(' outside a test', (error as Error).message);
await vitest.close();
for (const remark of remarks) console.log(remark);
const { passed, failed, skipped } = counts;
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
