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
for (const module of vitest.state.getTestModules()) {
  if (!module.ok() && [...module.children.allTests()].length === 0) counts.failed += 1;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === 'passed') counts.passed += 1;
    else if (state === 'skipped') counts.skipped += 1;
    else counts.failed += 1;
  }
}
const errors = vitest.state.getUnhandledErrors().length;
await vitest.close();
console.log(
  `${counts.passed} passed, ${counts.failed + errors} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}`,
);
process.exit(counts.failed + errors > 0 || counts.passed === 0 ? 1 : 0);
