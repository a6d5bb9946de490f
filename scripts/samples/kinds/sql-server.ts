/** SQL that PGlite cannot run: by psql in a new database of a PostgreSQL server of our own. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { checkEach, type Kind } from '../check.ts';
import { expectOutput } from '../expected.ts';
import { openDatabase } from '../postgres.ts';
import { run } from '../processes.ts';
import { compareExpected, withCompanions } from '../sql-expected.ts';

export const sqlServer: Kind = {
  name: 'sql-server',
  needs: 'machine',
  find: withCompanions(
    checkEach(
      'sql-server',
      (file) => file.endsWith('.sql') && !file.includes('src/'),
      async (file, _folder, context, options) => {
        const database = await openDatabase(context.workspace);
        const at = path.join(context.folder, path.dirname(file));
        const compare = expectOutput(context, options);
        const words = ['-X', '-v', 'ON_ERROR_STOP=1'];
        for (const before of options.after ?? [])
          await run('psql', [...words, '-q', '-f', path.join(context.folder, before)], {
            in: at,
            environment: database.environment,
          });
        const output = await run('psql', [...words, ...(options.arguments ?? []), '-f', path.basename(file)], {
          in: at,
          environment: { ...database.environment, ...options.environment },
          exit: options.exit,
        });
        compare(output);
        const expected = path.join(context.folder, file.replace(/\.sql$/, '.expected'));
        if (existsSync(expected) || !(options.expect ?? options.numbers ?? options.excerpt ?? options.varies))
          compareExpected(expected, file, output);
        return [database.version];
      },
    ),
  ),
};
