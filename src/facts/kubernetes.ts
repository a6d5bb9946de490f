/** Follows the names within the Kubernetes manifests of one folder of samples, and compares them with the facts. */
import { problem, type Place, type Problem } from '../curriculum/problems/problems.ts';
import { factsFile, type Facts } from './facts-file.ts';
import { readDocuments, type TextFile, type YamlDocument } from './yaml-documents.ts';

/** One document of a YAML file that is a manifest. */
export interface Manifest extends YamlDocument {
  kind: string;
  name: string;
}

export type Labels = Record<string, string>;
interface Container {
  name?: string;
  image?: string;
  ports?: { name?: string; containerPort?: number }[];
  [probe: string]: unknown;
}
interface Probe {
  httpGet?: { path?: string; port?: number | string };
}

const label = 'app.kubernetes.io/name';
/** Kinds that make Pods from `spec.template`. */
export const workloads = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Job']);

/**
 * Checks what a cluster would only tell when it is too late: a probe of a port that no container has, a Service that
 * finds no Pod, a route to a Service that is not there.
 *
 * @param files YAML files of the folder; those with template marks, or that are no manifests, are passed over
 */
export function compareManifests(files: readonly TextFile[], facts: Facts, problems: Problem[]): void {
  const manifests = files.flatMap(readManifests);
  const pods = podsOf(manifests);
  for (const { manifest, way, labels, containers } of pods) {
    const service = facts.services[labels[label] ?? ''];
    containers.forEach((container, index) => {
      const ports = container.ports ?? [];
      ports.forEach(({ name = '', containerPort }, number) => {
        const right = service?.ports[name];
        if (right !== undefined && containerPort !== right)
          problems.push(
            differs(manifest.placeOf(...way, index, 'ports', number), `port ${name}`, containerPort, [right]),
          );
      });
      for (const kind of ['startupProbe', 'readinessProbe', 'livenessProbe']) {
        const probe = (container[kind] as Probe | undefined)?.httpGet;
        if (!probe) continue;
        const place = manifest.placeOf(...way, index, kind, 'httpGet');
        const known = ports.flatMap(({ name, containerPort }) => [name, containerPort]);
        if (!known.includes(probe.port as string))
          problems.push(problem('fact-target', place, { what: `${kind} asks the port`, name: String(probe.port) }));
        if (service?.health.length && !service.health.includes(probe.path ?? ''))
          problems.push(differs(place, 'health path', probe.path, service.health));
      }
    });
  }
  const services = manifests.filter(({ kind }) => kind === 'Service');
  for (const service of services) {
    const selector = service.at('spec', 'selector') as Labels | undefined;
    if (!selector) continue;
    const chosen = pods.filter(({ labels }) => Object.entries(selector).every(([key, value]) => labels[key] === value));
    if (chosen.length === 0) {
      const name = Object.entries(selector).map(([key, value]) => `${key}: ${value}`);
      const values = { what: 'the Service selects Pods with', name: name.join(', ') };
      if (pods.length > 0) problems.push(problem('fact-target', service.placeOf('spec', 'selector'), values));
      continue;
    }
    const open = chosen.flatMap(({ containers }) => containers).flatMap(({ ports = [] }) => ports);
    const known = open.flatMap(({ name, containerPort }) => [name, containerPort]);
    const ports = (service.at('spec', 'ports') ?? []) as { port?: number; targetPort?: number | string }[];
    ports.forEach(({ port, targetPort = port }, index) => {
      if (known.includes(targetPort as string)) return;
      const values = { what: 'the Service sends to the port', name: String(targetPort) };
      problems.push(problem('fact-target', service.placeOf('spec', 'ports', index), values));
    });
  }
  if (services.length > 0) compareRoutes(manifests, services, problems);
}

/** Pods that manifests make, with the way to their containers. */
export function podsOf(manifests: readonly Manifest[]) {
  return manifests.flatMap((manifest) => {
    const way = workloads.has(manifest.kind) ? ['spec', 'template'] : [];
    if (way.length === 0 && manifest.kind !== 'Pod') return [];
    const labels = (manifest.at(...way, 'metadata', 'labels') ?? {}) as Labels;
    const containers = (manifest.at(...way, 'spec', 'containers') ?? []) as Container[];
    return [{ manifest, way: [...way, 'spec', 'containers'], labels, containers }];
  });
}

/** Routes and Ingresses lead to Services of the folder, on ports that these have; a canary is a copy of its Service. */
function compareRoutes(manifests: readonly Manifest[], services: readonly Manifest[], problems: Problem[]): void {
  const check = (place: Place, name: string, port: number | string | undefined) => {
    const service = services.find((one) => one.name === name.replace(/-canary$/, ''));
    if (!service) problems.push(problem('fact-target', place, { what: 'the route leads to the Service', name }));
    const ports = (service?.at('spec', 'ports') ?? []) as { name?: string; port?: number }[];
    if (service && !ports.some((one) => one.port === port || one.name === port))
      problems.push(problem('fact-target', place, { what: `the route asks ${name} on the port`, name: String(port) }));
  };
  for (const manifest of manifests) {
    const rules = (manifest.at('spec', 'rules') ?? []) as Record<string, never>[];
    if (!Array.isArray(rules)) continue;
    rules.forEach((rule, index) => {
      if (manifest.kind === 'Ingress')
        ((rule['http'] as { paths?: [] } | undefined)?.paths ?? []).forEach((way: { backend?: IngressBackend }, at) => {
          const { name = '', port } = way.backend?.service ?? {};
          check(manifest.placeOf('spec', 'rules', index, 'http', 'paths', at), name, port?.name ?? port?.number);
        });
      else if (manifest.kind === 'HTTPRoute')
        ((rule['backendRefs'] ?? []) as { name: string; port?: number }[]).forEach(({ name, port }, at) =>
          check(manifest.placeOf('spec', 'rules', index, 'backendRefs', at), name, port),
        );
    });
  }
}

interface IngressBackend {
  service?: { name?: string; port?: { name?: string; number?: number } };
}

/**
 * Copies at the most, times the pool of each, against what the database accepts. The pool is that of the settings in
 * the autoscaler’s own folder, or else the largest of all.
 */
export function compareConnections(manifests: readonly Manifest[], { database }: Facts, problems: Problem[]): void {
  if (!database) return;
  const folder = ({ file }: Manifest) => file.split('/')[2];
  const pools = manifests
    .filter(({ kind }) => kind === 'ConfigMap')
    .flatMap((manifest) =>
      Object.entries((manifest.at('data') ?? {}) as Labels)
        .filter(([key]) => /MAXIMUM_?POOL_?SIZE$/i.test(key))
        .map(([, value]) => ({ size: Number(value), folder: folder(manifest) })),
    );
  for (const scaler of manifests.filter(({ kind }) => kind === 'HorizontalPodAutoscaler')) {
    const own = pools.filter((pool) => pool.folder === folder(scaler));
    const pool = Math.max(...(own.length > 0 ? own : pools).map(({ size }) => size));
    const copies = Number(scaler.at('spec', 'maxReplicas'));
    if (!(copies * pool > database.connections)) continue;
    const values = { copies, pool, most: database.connections };
    problems.push(problem('fact-connections', scaler.placeOf('spec', 'maxReplicas'), values));
  }
}

/** A value that differs from the facts. */
export function differs(place: Place, what: string, found: unknown, allowed: readonly unknown[]): Problem {
  return problem('fact-differs', place, { what, found, allowed, facts: factsFile });
}

/** The manifests of a file; none where it has template marks, or something else. */
export const readManifests = (file: TextFile): Manifest[] =>
  readDocuments(file).flatMap((document) => {
    const kind = document.at('kind');
    return typeof kind === 'string' ? [{ ...document, kind, name: String(document.at('metadata', 'name') ?? '') }] : [];
  });
