/** The README of a downloaded sample: how to run what is in it. */
import path from 'node:path';

const isTest = (file: string) => /(?:^|\/)test_\w+\.py$|\.test\.[mc]?[jt]s$/.test(file);

/** A way to run files; the first that takes a file keeps it. */
interface Way {
  needs: string;
  takes: (file: string, all: readonly string[]) => boolean;
  /** Command line for a file, run in the folder of the sample. */
  command: (file: string) => string;
  note?: string;
}

/** A path as the shell reads it: names may have any character, and must not be taken for an option. */
function quoted(file: string): string {
  const plain = file.startsWith('-') ? `./${file}` : file;
  return /^[\w./+,@-]+$/.test(plain) ? plain : `'${plain.replaceAll("'", "'\\''")}'`;
}

const beside = (name: string) => (file: string) => path.posix.basename(file) === name;
const inside = (command: string, file: string) =>
  path.posix.dirname(file) === '.' ? command : `(cd ${quoted(path.posix.dirname(file))} && ${command})`;
const inProject = (file: string, all: readonly string[]) =>
  all.some(
    (one) => /(?:^|\/)(?:package\.json|requirements\.txt)$/.test(one) && file.startsWith(`${path.posix.dirname(one)}/`),
  );

const ways: readonly Way[] = [
  { needs: 'JDK 25, Maven 3.8 or newer', takes: (file) => file === 'pom.xml', command: () => 'mvn verify' },
  { needs: 'Node.js 24', takes: beside('package.json'), command: (file) => inside('npm ci && npm test', file) },
  {
    needs: 'Python 3.11 or newer',
    takes: beside('requirements.txt'),
    command: (file) =>
      inside('python3 -m venv .venv && .venv/bin/pip install -r requirements.txt && .venv/bin/pytest', file),
  },
  {
    needs: 'PostgreSQL 15 or newer',
    takes: (file) => file.endsWith('.sql'),
    command: (file) => `createdb try && PGDATABASE=try psql -X -f ${quoted(file)}; dropdb try`,
    note: 'Each file wants an empty database. Some open a second session, which finds it by `PGDATABASE`.',
  },
  {
    needs: 'Bash, and what the first lines of a script name',
    takes: (file) => /\.(?:sh|bash)$/.test(file),
    command: (file) => `(cd "$(mktemp -d)" && bash "$OLDPWD"/${quoted(file)})`,
    note: 'Read a script before you run it. Each runs in an empty folder, because it writes files into the one it is in.',
  },
  {
    needs: 'Python 3.11 or newer',
    takes: (file, all) => file.endsWith('.py') && !inProject(file, all),
    command: (file) =>
      isTest(file)
        ? inside(`python3 -m unittest ${quoted(path.posix.basename(file, '.py'))}`, file)
        : inside(`python3 ${quoted(path.posix.basename(file))}`, file),
  },
  {
    needs: 'Node.js 24',
    takes: (file, all) => /\.[mc]?[jt]s$/.test(file) && !inProject(file, all),
    command: (file) => (isTest(file) ? `node --test ${quoted(file)}` : `node ${quoted(file)}`),
  },
  {
    needs: 'JDK 25',
    takes: (file) => file.endsWith('.java'),
    command: (file) => `java ${quoted(file)}`,
  },
];

/**
 * Says how to run a sample, by what its files are.
 *
 * @param files paths below the folder of the sample
 * @param used those that others include or start
 * @returns Markdown
 */
export function archiveReadme(slug: string, files: readonly string[], used: readonly string[] = []): string {
  const free = files.filter((file) => !file.includes('src/') && !file.startsWith('output/') && !used.includes(file));
  const parts = ways.flatMap((way) => {
    const own = free.filter((file) => way.takes(file, files));
    if (own.length === 0) return [];
    const lines = own.map(way.command).join('\n');
    return [`With ${way.needs}:\n\n\`\`\`bash\n${lines}\n\`\`\`\n${way.note ? `\n${way.note}\n` : ''}`];
  });
  const shown = files.some((file) => file.startsWith('output/'))
    ? '\n`output/` holds what the page shows of a run. Numbers differ on your machine.\n'
    : '';
  return `# Samples of “${slug}”\n\nThe commands run in this folder, \`cd ${quoted(slug)}\`.\n\n${parts.join('\n')}${shown}`;
}
