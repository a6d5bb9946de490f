/** Builds and serves the sites that the tests of this folder look at. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { parse } from 'yaml';
import { chromiumLaunchOptions } from '../browser/chromium.ts';
import { serveSite, type RunningSite } from '../build/serve.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The roadmap of this repository: what tests say of it must hold for any content. */
    roadmap: Site;
    /** The small roadmap under the base path `/roadmap`, in English: tests may name what is in it. */
    small: Site;
    /** A roadmap of one phase, at the root of its host. */
    bare: Site;
    /** A roadmap in a script other than Latin, under the base path `/pan`, as it comes in from other programs. */
    brought: Site;
  }
}

export interface Site {
  /** Folder that holds its `content/`. */
  root: string;
  /** Folder of the built site. */
  folder: string;
  /** Its address without base path and without a slash at the end. */
  origin: string;
  /** Base path without a slash at the end. */
  base: string;
}

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** Vitest calls it once before the tests of this folder, and what it returns after them. */
export default async function setup(project: TestProject) {
  // Finds the browser, and unpacks the one from npm where it is needed, before test files ask for it at the same time.
  await chromiumLaunchOptions();
  const running: RunningSite[] = [];
  const site = async (root: string, folder: string): Promise<Site> => {
    await build(root, folder);
    const served = await serveSite(folder, baseOf(root), 0);
    running.push(served);
    return { root, folder, origin: served.origin, base: baseOf(root) };
  };
  project.provide('roadmap', await site(repository, path.join(repository, 'dist')));
  for (const name of ['small', 'bare', 'brought'] as const) {
    const root = path.join(repository, `src/built-site/${name}-roadmap`);
    project.provide(name, await site(root, path.join(repository, `.astro/${name}-roadmap`)));
  }
  return () => running.forEach(({ server }) => server.close());
}

// The build has checked the file; the model itself cannot be loaded where Vitest runs its setup.
const baseOf = (root: string): string => {
  const site = parse(readFileSync(path.join(root, 'content/site.yaml'), 'utf8')) as { base?: string };
  return (site.base ?? '/').replace(/\/$/, '');
};

function build(root: string, folder: string): Promise<void> {
  const child = spawn(process.execPath, [path.join(repository, 'scripts/astro.ts'), 'build'], {
    cwd: repository,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      ROADMAP_ROOT: root,
      ROADMAP_OUTPUT: folder,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve, reject) =>
    child.on('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`The build of ${root} ended with ${code}; \`npm run build\` shows why.`)),
    ),
  );
}
