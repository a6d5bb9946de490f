/** Follows names between Kubernetes manifests of all folders: lessons apply them to one cluster. */
import { problem, type Problem } from '../curriculum/problems/problems.ts';
import type { Facts } from './facts-file.ts';
import { compareConnections, podsOf, type Labels, type Manifest } from './kubernetes.ts';

interface Reference {
  kind?: string;
  name?: string;
}
interface PolicyRule {
  from?: { podSelector?: { matchLabels?: Labels }; namespaceSelector?: { matchLabels?: Labels } }[];
  ports?: { port?: number | string }[];
}

const nameOfNamespace = 'kubernetes.io/metadata.name';

/**
 * Tells what each lesson’s manifests, right by themselves, get wrong together: an autoscaler of a Deployment or a
 * measure of a route that no lesson has, settings and passwords that nobody makes, a policy for Pods, ports or
 * namespaces that are called otherwise, more connections than the database accepts.
 */
export function compareAcross(manifests: readonly Manifest[], facts: Facts, problems: Problem[]): void {
  const tell = (manifest: Manifest, path: (string | number)[], what: string, name: string) =>
    problems.push(problem('fact-target', manifest.placeOf(...path), { what, name }));
  const known = new Set(manifests.map(({ kind, name }) => `${kind} ${name}`));
  const pods = podsOf(manifests);
  const chosen = (labels: Labels = {}) =>
    pods.filter((pod) => Object.entries(labels).every(([key, value]) => pod.labels[key] === value));
  const written = (labels: Labels) =>
    Object.entries(labels)
      .map(([key, value]) => `${key}: ${value}`)
      .join(', ');

  for (const { manifest, way, containers } of pods) {
    const own = [...way.slice(0, -1)];
    containers.forEach((container, index) =>
      ((container['envFrom'] ?? []) as { configMapRef?: Reference; secretRef?: Reference }[]).forEach((source, at) => {
        const [kind, { name = '' }] = source.configMapRef
          ? ['ConfigMap', source.configMapRef]
          : ['Secret', source.secretRef ?? {}];
        if (!known.has(`${kind} ${name}`))
          tell(manifest, [...way, index, 'envFrom', at], `the container reads the ${kind}`, name);
      }),
    );
    ((manifest.at(...own, 'volumes') ?? []) as { secret?: { secretName?: string }; configMap?: Reference }[]).forEach(
      ({ secret, configMap }, at) => {
        const [kind, name] = secret ? ['Secret', secret.secretName] : ['ConfigMap', configMap?.name];
        if (name !== undefined && !known.has(`${kind} ${name}`))
          tell(manifest, [...own, 'volumes', at], `the Pod mounts the ${kind}`, name);
      },
    );
  }

  const namespaces = new Set(
    manifests.flatMap((one) => [
      one.kind === 'Namespace' ? one.name : one.at('metadata', 'namespace'),
      ...((one.at('spec', 'parentRefs') ?? []) as { namespace?: string }[]).map(({ namespace }) => namespace),
    ]),
  );
  for (const one of manifests) {
    if (one.kind === 'HorizontalPodAutoscaler') {
      const { kind, name = '' } = (one.at('spec', 'scaleTargetRef') ?? {}) as Reference;
      if (kind && !known.has(`${kind} ${name}`))
        tell(one, ['spec', 'scaleTargetRef'], `the autoscaler scales the ${kind}`, name);
      ((one.at('spec', 'metrics') ?? []) as { object?: { describedObject?: Reference } }[]).forEach(
        ({ object }, at) => {
          const { kind: measured = '', name: which = '' } = object?.describedObject ?? {};
          if (object && !known.has(`${measured} ${which}`))
            tell(
              one,
              ['spec', 'metrics', at, 'object', 'describedObject'],
              `the autoscaler measures the ${measured}`,
              which,
            );
        },
      );
    }
    if (one.kind === 'PodDisruptionBudget') {
      const labels = (one.at('spec', 'selector', 'matchLabels') ?? {}) as Labels;
      if (chosen(labels).length === 0)
        tell(one, ['spec', 'selector'], 'the budget protects Pods with', written(labels));
    }
    if (one.kind === 'NetworkPolicy') {
      const labels = (one.at('spec', 'podSelector', 'matchLabels') ?? {}) as Labels;
      const guarded = chosen(labels);
      if (guarded.length === 0) tell(one, ['spec', 'podSelector'], 'the policy guards Pods with', written(labels));
      const open = guarded.flatMap(({ containers }) => containers).flatMap(({ ports = [] }) => ports);
      ((one.at('spec', 'ingress') ?? []) as PolicyRule[]).forEach(({ from = [], ports = [] }, rule) => {
        from.forEach(({ podSelector, namespaceSelector }, at) => {
          const place = ['spec', 'ingress', rule, 'from', at];
          const who = podSelector?.matchLabels ?? {};
          if (!namespaceSelector && chosen(who).length === 0)
            tell(one, place, 'the policy lets in Pods with', written(who));
          const space = namespaceSelector?.matchLabels?.[nameOfNamespace];
          if (space !== undefined && !namespaces.has(space))
            tell(one, place, 'the policy lets in the namespace', space);
        });
        ports.forEach(({ port }, at) => {
          if (!open.some(({ name, containerPort }) => port === name || port === containerPort))
            tell(one, ['spec', 'ingress', rule, 'ports', at], 'the policy opens the port', String(port));
        });
      });
    }
  }
  compareConnections(manifests, facts, problems);
}
