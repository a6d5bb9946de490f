/** TOML: parsed. */
import { parse } from 'smol-toml';
import { checkEach, SampleFault, type Kind } from '../check.ts';
import { npmVersion } from '../npm-version.ts';

export const toml: Kind = {
  name: 'toml',
  needs: 'npm',
  find: checkEach(
    'toml',
    (file) => file.endsWith('.toml'),
    async (file, folder) => {
      try {
        parse(folder.read(file));
      } catch (error) {
        throw new SampleFault(String(error));
      }
      return [npmVersion('smol-toml')];
    },
  ),
};
