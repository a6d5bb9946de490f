/** Protocol Buffers: parsed, and every type that is named is there. */
import protobuf from 'protobufjs';
import { checkEach, SampleFault, type Kind } from '../check.ts';
import { npmVersion } from '../npm-version.ts';

export const proto: Kind = {
  name: 'proto',
  needs: 'npm',
  find: checkEach(
    'proto',
    (file) => file.endsWith('.proto'),
    async (file, folder) => {
      try {
        protobuf.parse(folder.read(file), { keepCase: true }).root.resolveAll();
      } catch (error) {
        throw new SampleFault(String(error));
      }
      return [npmVersion('protobufjs')];
    },
  ),
};
