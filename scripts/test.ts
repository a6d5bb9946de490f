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
const reasons: string[] = [];
for (const module of vitest.state.getTestModules()) {
  if (!module.ok() && [...module.children.allTests()].length === 0) counts.failed += 1;
  for (const test of module.children.allTests()) {
    const result = test.result();
    if (result.state === 'passed') counts.passed += 1;
    else if (result.state === 'skipped') {
      counts.skipped += 1;
      if (result.note) reasons.push(`Skipped: ${test.fullName}. ${result.note}`);
    } else counts.failed += 1;
  }
}
const errors = vitest.state.getUnhandledErrors().length;
await vitest.close();
for (const reason of reasons) console.log(reason);
console.log(
  `${counts.passed} passed, ${counts.failed + errors} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}`,
);
process.exit(counts.failed + errors > 0 || counts.passed === 0 ? 1 : 0);
