/** Dockerfiles: instructions, flags and their order, by dockerfile-utils. */
import { validate, ValidationSeverity } from 'dockerfile-utils';
import { checkEach, SampleFault, type Kind } from '../check.ts';
import { npmVersion } from '../npm-version.ts';

export const dockerfile: Kind = {
  name: 'dockerfile',
  needs: 'npm',
  find: checkEach(
    'dockerfile',
    (file) => /(^|\/)Dockerfile(\.\w+)?$/.test(file),
    async (file, folder) => {
      const faults = validate(folder.read(file), {
        instructionJSONInSingleQuotes: ValidationSeverity.ERROR,
        instructionWorkdirRelative: ValidationSeverity.ERROR,
      });
      if (faults.length > 0)
        throw new SampleFault(faults.map((one) => `line ${one.range.start.line + 1}: ${one.message}`).join('\n'));
      return [npmVersion('dockerfile-utils')];
    },
  ),
};
