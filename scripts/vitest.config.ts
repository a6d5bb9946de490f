import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Two groups: rules and steps on their own, and claims about the built site in a real browser. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          root,
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['src/built-site/**'],
          testTimeout: 180_000,
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
        },
      },
    ],
  },
});
