/** nginx configuration that no script starts: read by `nginx -t`. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkEach, type Kind } from '../check.ts';
import { run } from '../processes.ts';
import { requireProgram, versionOf } from '../tools.ts';

export const nginx: Kind = {
  name: 'nginx',
  needs: 'machine',
  find: checkEach(
    'nginx',
    (file, folder) => file.endsWith('.conf') && /^\s*(server|upstream|http|events)\b.*\{/m.test(folder.read(file)),
    async (file, folder, { workspace, folder: own }, options) => {
      const program = requireProgram('nginx');
      const place = workspace.scratch();
      mkdirSync(path.join(place, 'logs'));
      // What it includes lies beside it.
      for (const other of options.covers ?? [])
        cpSync(path.join(own, other), path.join(place, path.relative(path.dirname(file), other)));
      const text = folder.read(file);
      const whole = /^\s*http\s*\{/m.test(text);
      const configuration = whole ? text : `events {}\nhttp {\n${text}\n}\n`;
      writeFileSync(
        path.join(place, 'nginx.conf'),
        /^\s*events\b/m.test(configuration) ? configuration : `events {}\n${configuration}`,
      );
      await run(program, ['-t', '-p', `${place}/`, '-c', 'nginx.conf', '-e', 'logs/error.log'], { in: place });
      return [versionOf('nginx', program, ['-v'])];
    },
  ),
};
