/** Terraform: read by `terraform fmt`, which knows the language and asks no provider. */
import path from 'node:path';
import { checkEach, type Kind } from '../check.ts';
import { run } from '../processes.ts';
import { requireProgram, versionOf } from '../tools.ts';

const environment = { TF_CLI_CONFIG_FILE: '/dev/null', CHECKPOINT_DISABLE: '1' };

export const terraform: Kind = {
  name: 'terraform',
  needs: 'machine',
  find: checkEach(
    'terraform',
    (file) => /\.(tf|hcl)$/.test(file),
    async (file, _folder, context) => {
      const program = requireProgram('terraform');
      const absolute = path.join(context.folder, file);
      // A policy of Vault (.hcl) is the same language under another ending.
      const name = path.basename(file).replace(/\.hcl$/, '.tf');
      const place = context.workspace.scratch();
      await run('cp', [absolute, path.join(place, name)], { in: place });
      await run(program, ['fmt', '-no-color', '-write=false', '-list=false', name], { in: place, environment });
      return [versionOf('Terraform', program)];
    },
  ),
};
