/**
 * Breaks one sample of each kind in a scratch copy and shows that its check goes red:
 * `node scripts/samples/break.ts` for all kinds, `node scripts/samples/break.ts shell python` for some.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sampleFiles } from '../../src/curriculum/samples/sample-files.ts';
import { repository } from '../run-program.ts';
import { discover } from './discover.ts';
import { runCheck, type Outcome } from './run.ts';
import { openWorkspace } from './workspace.ts';

interface Break {
  kind: string;
  /** Below content/samples. */
  file: string;
  from: string;
  to: string;
}

/** One fault for each kind, of the sort that a reader would meet. */
export const broken: readonly Break[] = [
  { kind: 'sql-pglite', file: 'system-design/ledger.sql', from: 'PRIMARY KEY', to: 'PRIMARY KEYS' },
  { kind: 'sql-pglite', file: 'relational-databases/joins.expected', from: '(', to: '(9' },
  { kind: 'node', file: 'node-and-python/types/total.ts', from: '=', to: '= =' },
  { kind: 'node', file: 'node-and-python/types/total.ts', from: 'cents: number', to: 'cents: string' },
  { kind: 'yaml', file: 'ci-cd/github/ci.yml', from: 'runs-on', to: 'run-on' },
  { kind: 'yaml', file: 'kubernetes/manifests/deployment.yaml', from: 'replicas: ', to: 'replicas: x' },
  { kind: 'yaml', file: 'containerization/compose.yaml', from: 'image:', to: 'imge:' },
  { kind: 'yaml', file: 'apis/openapi.yaml', from: 'paths:', to: 'path:' },
  { kind: 'dockerfile', file: 'containerization/Dockerfile', from: 'COPY', to: 'COPPY' },
  { kind: 'http', file: 'apis/requests.http', from: 'GET ', to: 'GTE ' },
  { kind: 'proto', file: 'apis/src/main/proto/inventory.proto', from: 'string', to: 'strin' },
  { kind: 'graphql', file: 'apis/src/main/resources/graphql/schema.graphqls', from: 'type Query', to: 'typo Query' },
  { kind: 'xml', file: 'apis/soap/fault.xml', from: '</', to: '<' },
  { kind: 'json', file: 'data-formats-and-curl/data/order.json', from: ':', to: '=' },
  { kind: 'toml', file: 'secure-coding/threats/refund.toml', from: '=', to: ':' },
  {
    kind: 'maven',
    file: 'data-structures-and-algorithms/src/main/java/shop/structures/LruCache.java',
    from: '{',
    to: '{{',
  },
  { kind: 'java-file', file: 'java-language/first/Total.java', from: ';', to: '' },
  { kind: 'python', file: 'cloud-deployment/canary/judge.py', from: 'def judge(', to: 'def judged(' },
  { kind: 'python', file: 'node-and-python/python/checkout.py', from: '-> int: ...', to: '-> str: ...' },
  { kind: 'shell', file: 'version-control/branch.sh', from: 'git ', to: 'gti ' },
  { kind: 'sql-server', file: 'relational-databases/isolation.sql', from: 'stock - 2', to: 'stocks - 2' },
  { kind: 'command', file: 'node-and-python/output/total.txt', from: '01250490', to: '1740' },
  { kind: 'node-project', file: 'node-and-python/express/src/products.ts', from: ': number', to: ': boolean' },
  { kind: 'nginx', file: 'real-time-data/nginx/realtime.conf', from: ';', to: '' },
  {
    kind: 'forwarded-headers',
    file: 'real-time-data/nginx/realtime.conf',
    from: 'include forwarded.conf;',
    to: '',
  },
  { kind: 'prometheus', file: 'observability/prometheus/rules.yml', from: 'expr: ', to: 'expr: )' },
  { kind: 'terraform', file: 'devops-and-infrastructure/terraform/network.tf', from: '{', to: '{ {' },
];

/** Breaks a sample in a copy of its folder. @returns what its check then says */
export async function breakOnPurpose({ kind, file, from, to }: Break): Promise<Outcome> {
  const root = mkdtempSync(path.join(tmpdir(), 'broken-'));
  const samples = path.join(root, 'content/samples');
  const [slug] = file.split('/') as [string];
  const source = path.join(repository, 'content/samples');
  cpSync(path.join(source, 'pom.xml'), path.join(samples, 'pom.xml'));
  for (const one of sampleFiles(path.join(source, slug)))
    cpSync(path.join(source, slug, one), path.join(samples, slug, one));
  const sound = readFileSync(path.join(samples, file), 'utf8');
  if (!sound.includes(from)) throw new Error(`${file} has no \`${from}\` to break. Correct scripts/samples/break.ts.`);
  writeFileSync(path.join(samples, file), sound.replace(from, to));
  const workspace = openWorkspace(root);
  try {
    const inFolder = file.slice(slug.length + 1);
    const check = discover(root).checks.find(
      (one) => one.kind === kind && (one.files.includes(inFolder) || one.name === inFolder),
    );
    if (!check) throw new Error(`No check of kind \`${kind}\` covers ${file}. Correct scripts/samples/break.ts.`);
    return await runCheck(check, workspace);
  } finally {
    await workspace.close();
    rmSync(root, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const wanted = process.argv.slice(2);
  let green = 0;
  for (const one of broken.filter(({ kind }) => wanted.length === 0 || wanted.includes(kind))) {
    const outcome = await breakOnPurpose(one);
    const reason = 'reason' in outcome ? outcome.reason.split('\n').slice(0, 2).join(' ').slice(0, 160) : '';
    console.log(`${outcome.state === 'failed' ? 'red  ' : outcome.state} ${one.kind}: ${one.file}, ${reason}`);
    if (outcome.state === 'passed') green += 1;
  }
  process.exitCode = green > 0 ? 1 : 0;
}
