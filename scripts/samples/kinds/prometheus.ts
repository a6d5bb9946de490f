/** Prometheus configuration and rules: read, and rule tests run, by promtool. */
import path from 'node:path';
import { checkEach, type Kind } from '../check.ts';
import { run } from '../processes.ts';
import { requireProgram, versionOf } from '../tools.ts';

export const prometheus: Kind = {
  name: 'prometheus',
  needs: 'machine',
  find: checkEach(
    'prometheus',
    (file) => /(^|\/)prometheus\/[\w-]+\.ya?ml$/.test(file),
    async (file, folder, context) => {
      const promtool = requireProgram('promtool');
      const text = folder.read(file);
      const words = /^groups:/m.test(text)
        ? ['check', 'rules']
        : /^tests:/m.test(text)
          ? ['test', 'rules']
          : ['check', 'config', '--syntax-only'];
      const absolute = path.join(context.folder, file);
      await run(promtool, [...words, path.basename(file)], { in: path.dirname(absolute) });
      return [versionOf('promtool', promtool)];
    },
  ),
};
