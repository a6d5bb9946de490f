/** Single Java files outside a Maven module: run from source by the JDK. */
import path from 'node:path';
import { checkEach, type Kind } from '../check.ts';
import { expectOutput } from '../expected.ts';
import { run } from '../processes.ts';
import { findJdk } from '../tools.ts';

export const javaFile: Kind = {
  name: 'java-file',
  needs: 'machine',
  find: checkEach(
    'java-file',
    (file) => file.endsWith('.java') && !file.includes('src/'),
    async (file, _folder, context, options) => {
      const jdk = findJdk(25);
      const compare = expectOutput(context, options);
      // Options such as --enable-preview stand before the file, in `environment: { JDK_JAVA_OPTIONS: … }`.
      const words = [path.join(context.folder, file), ...(options.arguments ?? [])];
      const at = path.join(context.folder, options.in ?? path.dirname(file));
      compare(
        await run(path.join(jdk.home, 'bin/java'), words, {
          in: at,
          environment: options.environment,
          exit: options.exit,
        }),
      );
      return [`Java ${jdk.version}`];
    },
  ),
};
