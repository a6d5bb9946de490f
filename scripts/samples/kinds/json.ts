/** JSON, one value a file or (.ndjson) a line: parsed; JSON Schemas compiled. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { checkEach, SampleFault, type Kind } from '../check.ts';
import { npmVersion } from '../npm-version.ts';

export const json: Kind = {
  name: 'json',
  needs: 'npm',
  find: checkEach(
    'json',
    (file) => /\.(json|ndjson)$/.test(file) && !/(^|\/)(package(-lock)?|tsconfig)\.json$/.test(file),
    async (file, folder) => {
      try {
        const text = folder.read(file);
        if (file.endsWith('.ndjson'))
          text
            .trim()
            .split('\n')
            .forEach((line) => JSON.parse(line));
        else if (/schema\.json$/.test(file)) return compile(JSON.parse(text) as Record<string, unknown>);
        else JSON.parse(text);
      } catch (error) {
        throw new SampleFault(String(error));
      }
      return ['JSON of Node.js'];
    },
  ),
};

function compile(schema: Record<string, unknown>): string[] {
  const Draft = String(schema.$schema).includes('2020-12') ? Ajv2020 : Ajv;
  const ajv = new Draft({ strict: false });
  addFormats.default(ajv);
  ajv.compile(schema);
  return [npmVersion('ajv')];
}
