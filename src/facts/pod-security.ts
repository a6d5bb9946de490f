/** Holds Pods to the profile that their namespace enforces, across all folders: a cluster would refuse them only later. */
import { problem, type Problem } from '../curriculum/problems/problems.ts';
import { readManifests, workloads, type Manifest } from './kubernetes.ts';
import type { TextFile } from './yaml-documents.ts';

const enforce = 'pod-security.kubernetes.io/enforce';

interface SecurityContext {
  runAsNonRoot?: boolean;
  runAsUser?: number;
  privileged?: boolean;
  allowPrivilegeEscalation?: boolean;
  seccompProfile?: { type?: string };
  capabilities?: { drop?: string[]; add?: string[] };
}

interface PodSpec {
  securityContext?: SecurityContext;
  hostNetwork?: boolean;
  hostPID?: boolean;
  hostIPC?: boolean;
  volumes?: { name?: string; hostPath?: unknown }[];
  [containers: string]: unknown;
}

/**
 * Checks every Pod, and every workload that makes some, against the profile `restricted` where the namespace it goes to
 * enforces that. A manifest without a namespace goes to the one that a kustomization of its folder names.
 *
 * @param files YAML files of all samples
 */
export function comparePodSecurity(files: readonly TextFile[], problems: Problem[]): void {
  const folderOf = ({ file }: TextFile) => file.split('/')[2]!;
  const all = files.flatMap((file) => readManifests(file).map((manifest) => ({ manifest, folder: folderOf(file) })));
  const labels = (manifest: Manifest) => manifest.at('metadata', 'labels') as Record<string, string> | undefined;
  const restricted = all
    .filter(({ manifest }) => manifest.kind === 'Namespace' && labels(manifest)?.[enforce] === 'restricted')
    .map(({ manifest }) => manifest.name);
  if (restricted.length === 0) return;
  const byFolder = new Map(
    all
      .filter(({ manifest }) => manifest.kind === 'Kustomization')
      .map(({ manifest, folder }) => [folder, manifest.at('namespace')]),
  );
  for (const { manifest, folder } of all) {
    const namespace = String(manifest.at('metadata', 'namespace') ?? byFolder.get(folder) ?? '');
    const way = workloads.has(manifest.kind) ? ['spec', 'template', 'spec'] : manifest.kind === 'Pod' ? ['spec'] : [];
    if (way.length === 0 || !restricted.includes(namespace)) continue;
    for (const { what, at } of faults((manifest.at(...way) ?? {}) as PodSpec))
      problems.push(
        problem('fact-security', manifest.placeOf(...way, ...at), { name: manifest.name, namespace, what }),
      );
  }
}

interface Fault {
  what: string;
  /** Where in the specification of the Pod. */
  at: (string | number)[];
}

/** What the profile `restricted` refuses. */
function faults(pod: PodSpec): Fault[] {
  const found: Fault[] = [];
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC'] as const)
    if (pod[field]) found.push({ what: `${field} must not be true`, at: [field] });
  pod.volumes?.forEach(({ hostPath }, index) => {
    if (hostPath !== undefined) found.push({ what: 'a volume must not be a hostPath', at: ['volumes', index] });
  });
  for (const list of ['initContainers', 'containers']) {
    const containers = (pod[list] ?? []) as { name?: string; securityContext?: SecurityContext }[];
    containers.forEach(({ name = '', securityContext: own = {} }, index) => {
      const bad = (what: string) => found.push({ what: `the container ${name} ${what}`, at: [list, index] });
      const both = { ...pod.securityContext, ...own };
      if (both.runAsNonRoot !== true || both.runAsUser === 0) bad('needs runAsNonRoot: true, and no runAsUser: 0');
      if (!['RuntimeDefault', 'Localhost'].includes(both.seccompProfile?.type ?? ''))
        bad('needs a seccompProfile of the type RuntimeDefault');
      if (own.allowPrivilegeEscalation !== false || own.privileged === true)
        bad('needs allowPrivilegeEscalation: false');
      if (!own.capabilities?.drop?.includes('ALL') || own.capabilities.add?.some((one) => one !== 'NET_BIND_SERVICE'))
        bad('needs capabilities with drop: [ALL]');
    });
  }
  return found;
}
