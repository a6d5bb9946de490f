import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Three groups: rules and steps on their own, samples that npm alone can test, claims about the built site in a browser. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          root,
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['src/built-site/**', 'scripts/samples/**'],
          testTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'samples',
          root,
          include: ['scripts/samples/*.test.ts'],
          testTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'built site',
          root,
          include: ['src/built-site/**/*.test.ts'],
          globalSetup: 'src/built-site/build-and-serve.ts',
          testTimeout: 900_000,
          hookTimeout: 900_000,
          fileParallelism: false,
          // As long as the waits of browser.ts.
          expect: { poll: { timeout: 90_000 } },
        },
      },
    ],
  },
});
