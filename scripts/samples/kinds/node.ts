/** TypeScript and JavaScript: type-checked and run by Node as it is; projects with a package.json run their own checks. */
import { execPath } from 'node:process';
import path from 'node:path';
import { checkEach, companions, type Kind } from '../check.ts';
import { expectOutput } from '../expected.ts';
import { run } from '../processes.ts';
import { checkTypeScript } from '../type-check.ts';

const tool = `Node.js ${process.versions.node}`;

/** Single files: `*.test.ts` by Node’s test runner, others run. */
export const node: Kind = {
  name: 'node',
  needs: 'npm',
  find: checkEach(
    'node',
    (file, folder) =>
      /\.[mc]?[jt]s$/.test(file) &&
      !file.includes('src/') &&
      !folder.files.some((one) => path.basename(one) === 'package.json' && file.startsWith(`${path.dirname(one)}/`)),
    async (file, _folder, context, options) => {
      const types = /\.m?ts$/.test(file) ? [await checkTypeScript(file, context)] : [];
      const compare = expectOutput(context, options);
      const at = path.join(context.folder, options.in ?? path.dirname(file));
      const absolute = path.join(context.folder, file);
      const words = [...(file.includes('.test.') ? ['--test'] : []), absolute, ...(options.arguments ?? [])];
      compare(await run(execPath, words, { in: at, environment: options.environment, exit: options.exit }));
      return [tool, ...types];
    },
  ),
};

/** Folders with a package.json: `npm ci`, `npm run typecheck` where there is one, `npm test`. */
export const nodeProject: Kind = {
  name: 'node-project',
  needs: 'machine',
  takesFolders: true,
  find: (folder, free) =>
    free
      .filter((file) => path.basename(file) === 'package.json')
      .map((file) => {
        const root = path.dirname(file);
        const options = folder.checks.checks[file] ?? {};
        const scripts = (JSON.parse(folder.read(file)) as { scripts?: Record<string, string> }).scripts ?? {};
        return {
          kind: 'node-project',
          slug: folder.slug,
          name: file,
          files: [...free.filter((one) => one.startsWith(`${root}/`)), ...companions(options)],
          async run(context) {
            const at = path.join(context.folder, root);
            const compare = expectOutput(context, options);
            await run('npm', ['ci', '--no-audit', '--no-fund'], { in: at, seconds: 600 });
            if (scripts.typecheck) await run('npm', ['run', '--silent', 'typecheck'], { in: at });
            await run('npm', ['test', '--silent'], { in: at });
            if (options.then) compare(await run('bash', ['-c', options.then], { in: at }));
            return [tool];
          },
        };
      }),
};
