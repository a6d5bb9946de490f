/** GraphQL schemas: built by the reference implementation. */
import { buildSchema, validateSchema } from 'graphql';
import { checkEach, SampleFault, type Kind } from '../check.ts';
import { npmVersion } from '../npm-version.ts';

export const graphql: Kind = {
  name: 'graphql',
  needs: 'npm',
  find: checkEach(
    'graphql',
    (file) => /\.graphqls?$/.test(file),
    async (file, folder) => {
      try {
        const faults = validateSchema(buildSchema(folder.read(file)));
        if (faults.length > 0) throw faults[0]!;
      } catch (error) {
        throw new SampleFault(String(error));
      }
      return [npmVersion('graphql')];
    },
  ),
};
