/** Kubernetes manifests: by the models of kubernetes-models, which carry the API’s own schemas. */
import { npmVersion } from './npm-version.ts';

type Data = Record<string, unknown>;
type Model = new (data: object) => { validate(): void };

/** Packages by the end of the API group they know. */
const packages: [RegExp, string][] = [
  [/^gateway\.networking\.k8s\.io\//, '@kubernetes-models/gateway-api'],
  [/istio\.io\//, '@kubernetes-models/istio'],
  [/^argoproj\.io\//, '@kubernetes-models/argo-cd'],
  [/^(v1|(apps|batch|policy|autoscaling)\/.*|.*\.k8s\.io\/.*)$/, 'kubernetes-models'],
];

const packageOf = (apiVersion: string) => packages.find(([group]) => group.test(apiVersion))?.[1];

/** Whether a package has the schema of this document. */
export function isKubernetes(data: Data): boolean {
  const { kind, apiVersion } = data ?? {};
  return (
    typeof kind === 'string' &&
    typeof apiVersion === 'string' &&
    !apiVersion.startsWith('kustomize') &&
    packageOf(apiVersion) !== undefined
  );
}

/** Validates documents that `isKubernetes` accepts. */
export async function kubernetesFaults(documents: readonly Data[]): Promise<{ faults: string[]; tool: string }> {
  const faults: string[] = [];
  let tool = '';
  for (const data of documents) {
    const { kind, apiVersion } = data as { kind: string; apiVersion: string };
    const name = packageOf(apiVersion)!;
    tool = npmVersion(name);
    const models = (await import(`${name}/${apiVersion}`)) as Record<string, Model>;
    const Model = models[kind];
    if (!Model) {
      faults.push(`${apiVersion} has no kind \`${kind}\`.`);
      continue;
    }
    try {
      new Model(data).validate();
    } catch (error) {
      faults.push(`${kind}: ${(error as Error).message}`);
    }
  }
  return { faults, tool };
}
