/** SQL on PGlite, PostgreSQL compiled for Node: its printed results are compared with what stands beside the file. */
import path from 'node:path';
import { checkEach, SampleFault, type Kind } from '../check.ts';
import { expectOutput } from '../expected.ts';
import { existsSync } from 'node:fs';
import { isSmall, runSql } from '../small-psql.ts';
import { compareExpected, withCompanions } from '../sql-expected.ts';

export const sqlPglite: Kind = {
  name: 'sql-pglite',
  needs: 'npm',
  find: withCompanions(
    checkEach(
      'sql-pglite',
      (file, folder) => file.endsWith('.sql') && !file.includes('src/') && isSmall(file, folder.read),
      async (file, folder, context, options) => {
        const compare = expectOutput(context, options);
        const { output, completed, version } = await runSql(file, options.after ?? [], folder.read);
        if (!completed) throw new SampleFault(`It stopped:\n${output.split('\n').slice(-6).join('\n')}`);
        compare(output);
        const expected = path.join(context.folder, file.replace(/\.sql$/, '.expected'));
        if (existsSync(expected) || !(options.expect ?? options.numbers ?? options.excerpt ?? options.varies))
          compareExpected(expected, file, output);
        return [`PostgreSQL ${version} (PGlite)`];
      },
    ),
  ),
};
