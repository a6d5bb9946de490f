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
for (const module of vitest.state.getTestModules()) {
  if (!module.ok() && [...module.children.allTests()].length === 0) {
    counts.failed += 1;
    remarks.push(`Failed: ${module.relativeModuleId}. ${firstLines(module.errors()[0]?.message)}`);
  }
  for (const test of module.children.allTests()) {
    const result = test.result();
    if (result.state === 'passed') counts.passed += 1;
    else if (result.state === 'skipped') {
      counts.skipped += 1;
      if (result.note) remarks.push(`Skipped: ${test.fullName}. ${result.note}`);
    } else {
      counts.failed += 1;
      const why = result.state === 'failed' ? result.errors[0]?.message : 'It did not come to its end.';
      remarks.push(`Failed: ${test.fullName} (${module.relativeModuleId}). ${firstLines(why)}`);
    }
  }
}
const errors = vitest.state.getUnhandledErrors();
for (const error of errors) remarks.push(`Failed outside a test. ${firstLines((error as Error).message)}`);
await vitest.close();
for (const remark of remarks) console.log(remark);
console.log(
  `${counts.passed} passed, ${counts.failed + errors.length} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}`,
);
process.exit(counts.failed + errors.length > 0 || counts.passed === 0 ? 1 : 0);

/** The start of a message: enough to know what happened, short enough for a summary. */
function firstLines(message = 'No message.'): string {
  return message.split('\n').slice(0, 5).join(' ').slice(0, 500);
}
