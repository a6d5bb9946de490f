/** Shell scripts: run by bash in an empty scratch folder; `# needs:` lines say what they call. */
import path from 'node:path';
import { checkEach, SampleFault, ToolMissing, type Kind } from '../check.ts';
import { expectOutput } from '../expected.ts';
import { openDatabase } from '../postgres.ts';
import { run } from '../processes.ts';
import { findJdk, requireProgram, versionOf } from '../tools.ts';

/** Words of the `# needs:` lines, without explanations in brackets and the word `server`. */
export function neededBy(script: string): string[] {
  const head = script.split('\n').slice(0, 6);
  return head.flatMap((line) => {
    const needs = /^# needs: *(.*)$/.exec(line)?.[1] ?? '';
    return needs
      .replace(/\(.*/, '')
      .split(/[\s,]+/)
      .filter((word) => word && word !== 'server');
  });
}

/** Commands that change the machine and not only the folder a script runs in. */
const changesMachine =
  /^\s*(?:sudo\b|user(?:add|mod|del)\b|group(?:add|del)\b|dnf\b|apt(?:-get)? install\b|systemctl (?:start|stop|enable|restart|daemon)|mkfs\b|mount\b|docker (?:run|rm|push|buildx)\b|kind create\b|kubectl (?:apply|create|delete)\b)/m;

export const shell: Kind = {
  name: 'shell',
  needs: 'machine',
  find: checkEach(
    'shell',
    (file) => /\.(sh|bash)$/.test(file),
    async (file, folder, context, options) => {
      const text = folder.read(file);
      // Who writes `# needs: root` has thought of the machine.
      const change = neededBy(text).includes('root') ? undefined : changesMachine.exec(text)?.[0].trim();
      if (change)
        throw new SampleFault(
          `It was not run: \`${change}\` would change this machine. Skip the file in checks.yaml with the reason.`,
        );
      const tools: string[] = [];
      const environment: Record<string, string> = { ...options.environment };
      const words = [...neededBy(folder.read(file)), ...(options.needs ?? [])];
      for (const word of words) {
        if (word === 'network') continue;
        if (word === 'root') needRoot();
        else if (word === 'jdk') environment.JAVA_HOME = findJdk(25).home;
        else {
          const program = requireProgram(word);
          const tool = versionOf(word, program);
          if (/\d/.test(tool)) tools.push(tool);
        }
      }
      if (environment.JAVA_HOME) {
        environment.PATH = `${environment.JAVA_HOME}/bin${path.delimiter}${process.env.PATH}`;
        tools.push(`Java ${findJdk(25).version}`);
      }
      if (options.database) {
        const database = await openDatabase(context.workspace);
        Object.assign(environment, database.environment);
        tools.push(database.version);
      }
      const compare = expectOutput(context, options);
      const output = await run(
        'bash',
        [
          path.join(context.folder, file),
          ...(options.arguments ?? []).map((word) => word.replaceAll('{folder}', context.folder)),
        ],
        {
          in: options.in === undefined ? context.workspace.scratch() : path.join(context.folder, options.in),
          environment,
          exit: options.exit,
        },
      );
      compare(output);
      return [...tools, versionOf('Bash', 'bash')];
    },
  ),
};

function needRoot(): void {
  if (process.getuid?.() !== 0)
    throw new ToolMissing('It needs root. Run the command as root, in a container for example.');
}
