/** Python: types by Pyright; test files by unittest, projects with requirements.txt by pytest in a venv, others run. */
import path from 'node:path';
import { checkEach, companions, type Check, type Kind, type SampleFolder } from '../check.ts';
import { expectOutput } from '../expected.ts';
import { run } from '../processes.ts';
import { requireProgram, versionOf } from '../tools.ts';
import { checkPython, checkPythonProject } from '../type-check.ts';

const isTest = (file: string) => /(^|\/)test_\w+\.py$/.test(file);

export const python: Kind = {
  name: 'python',
  needs: 'machine',
  find(folder, free) {
    const projects = free
      .filter((file) => path.basename(file) === 'requirements.txt')
      .map((file) => project(folder, path.dirname(file), free));
    const rest = free.filter((file) => !projects.some((one) => one.files.includes(file)));
    const tests = rest.filter(isTest).map((file) => unittest(folder, file, rest));
    const others = rest.filter((file) => !tests.some((one) => one.files.includes(file)));
    return [...projects, ...tests, ...single(folder, others)];
  },
};

const version = (program: string) => versionOf('Python', program);
const environment = { PYTHONDONTWRITEBYTECODE: '1' };

function project(folder: SampleFolder, root: string, free: readonly string[]): Check {
  const options = folder.checks.checks[`${root}/requirements.txt`] ?? {};
  return {
    kind: 'python',
    slug: folder.slug,
    name: `${root}/requirements.txt`,
    files: [...free.filter((file) => file.startsWith(`${root}/`)), ...companions(options)],
    async run(context) {
      const { workspace, folder: place } = context;
      const compare = expectOutput(context, options);
      const python3 = requireProgram('python3');
      const venv = workspace.scratch();
      await run(python3, ['-m', 'venv', venv], { in: place });
      const inside = path.join(venv, 'bin/python3');
      const at = path.join(place, root);
      await run(inside, ['-m', 'pip', 'install', '--quiet', '-r', 'requirements.txt'], { in: at, seconds: 600 });
      const types = await checkPythonProject(at, inside);
      await run(inside, ['-m', 'pytest', '-q'], { in: at, environment });
      const inVenv = { ...environment, PATH: `${venv}/bin${path.delimiter}${process.env.PATH}` };
      if (options.then) compare(await run('bash', ['-c', options.then], { in: at, environment: inVenv }));
      return [version(python3), versionOf('pytest', inside, ['-m', 'pytest', '--version']), types];
    },
  };
}

function unittest(folder: SampleFolder, file: string, free: readonly string[]): Check {
  const beside = path.dirname(file);
  const imported = [...folder.read(file).matchAll(/^(?:from|import) (\w+)/gm)]
    .map(([, name]) => path.join(beside, `${name}.py`))
    .filter((name) => free.includes(name));
  return {
    kind: 'python',
    slug: folder.slug,
    name: file,
    files: [file, ...imported],
    async run(context) {
      const place = context.folder;
      const python3 = requireProgram('python3');
      const types = await checkPython([file, ...imported], context);
      await run(python3, ['-m', 'unittest', path.basename(file, '.py')], { in: path.join(place, beside), environment });
      return [version(python3), types];
    },
  };
}

const single = checkEach(
  'python',
  (file) => file.endsWith('.py'),
  async (file, _folder, context, options) => {
    const python3 = requireProgram('python3');
    for (const program of options.needs ?? []) requireProgram(program);
    const types = await checkPython([file], context);
    const compare = expectOutput(context, options);
    const at = path.join(context.folder, options.in ?? path.dirname(file));
    const words = [path.join(context.folder, file), ...(options.arguments ?? [])];
    compare(
      await run(python3, words, {
        in: at,
        environment: { ...environment, ...options.environment },
        exit: options.exit,
      }),
    );
    return [version(python3), types];
  },
);
