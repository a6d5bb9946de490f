/** Follows names and ports between the Compose files of all samples, which readers start side by side. */
import path from 'node:path';
import { problem, type Problem } from '../curriculum/problems/problems.ts';
import type { Facts } from './facts-file.ts';
import { readDocuments, type TextFile, type YamlDocument } from './yaml-documents.ts';

interface ComposeFile extends YamlDocument {
  folder: string;
  /** Networks in which its services meet others. */
  networks: string[];
  services: Record<string, { ports?: unknown[] }>;
}

/**
 * Tells what would only show when the files run together: a network that nobody makes, two services that want one port
 * of the machine, two of one name in a network, a target of a scrape that nobody there is called.
 *
 * @param files YAML files of all samples; those without `services` are passed over
 */
export function compareComposeFiles(files: readonly TextFile[], { services }: Facts, problems: Problem[]): void {
  const documents = files.flatMap(readDocuments);
  const composed = documents.flatMap(asComposeFile);
  const made = new Set(composed.flatMap((one) => (isExternal(one) ? [] : one.networks)));
  const onMachine = new Map<string, string>();
  const inNetwork = new Map<string, string>();
  for (const one of composed) {
    if (isExternal(one) && !one.networks.some((network) => made.has(network)))
      problems.push(
        problem('fact-target', one.placeOf('networks', 'default', 'name'), {
          what: 'the services join the network',
          name: one.networks.join(', '),
        }),
      );
    for (const [name, { ports = [] }] of Object.entries(one.services)) {
      for (const network of one.networks) {
        const other = inNetwork.get(`${network}/${name}`);
        if (other !== undefined)
          problems.push(
            problem('fact-twice', one.placeOf('services', name), {
              what: `service of the network ${network}`,
              name,
              other,
            }),
          );
        inNetwork.set(`${network}/${name}`, one.file);
      }
      ports.forEach((port, index) => {
        const [, published] = /(?:^|:)(\d+):\d+(?:\/\w+)?$/.exec(String(port)) ?? [];
        if (published === undefined) return;
        const other = onMachine.get(published);
        if (other !== undefined)
          problems.push(
            problem('fact-twice', one.placeOf('services', name, 'ports', index), {
              what: 'port of the machine',
              name: published,
              other,
            }),
          );
        onMachine.set(published, `${name} in ${one.file}`);
      });
    }
  }
  for (const one of composed) compareTargets(one, composed, documents, services, problems);
}

/** Targets in configuration beside a Compose file: a service of its networks, on a port that is known of it. */
function compareTargets(
  file: ComposeFile,
  composed: readonly ComposeFile[],
  documents: readonly YamlDocument[],
  services: Facts['services'],
  problems: Problem[],
): void {
  const near = composed.filter(({ networks }) => networks.some((network) => file.networks.includes(network)));
  const names = new Set(near.flatMap((one) => Object.keys(one.services)));
  for (const document of documents.filter((one) => one.file.startsWith(`${file.folder}/`))) {
    const scrapes = document.at('scrape_configs');
    if (!Array.isArray(scrapes)) continue;
    (scrapes as { static_configs?: { targets?: unknown[] }[] }[]).forEach(({ static_configs = [] }, scrape) =>
      static_configs.forEach(({ targets = [] }, config) =>
        targets.forEach((target, index) => {
          const [host = '', port] = String(target).split(':');
          const known = Object.entries(services).find(([name, { also }]) => name === host || also.includes(host))?.[1];
          const place = () => document.placeOf('scrape_configs', scrape, 'static_configs', config, 'targets', index);
          if (!names.has(host) && host !== 'localhost')
            problems.push(problem('fact-target', place(), { what: 'is collected from the service', name: host }));
          else if (known && !Object.values(known.ports).includes(Number(port)))
            problems.push(
              problem('fact-target', place(), { what: `is collected from ${host} on the port`, name: port ?? '' }),
            );
        }),
      ),
    );
  }
}

const isExternal = (one: YamlDocument) => one.at('networks', 'default', 'external') === true;

function asComposeFile(document: YamlDocument): ComposeFile[] {
  const services = document.at('services') as ComposeFile['services'] | undefined;
  if (!/compose[\w.-]*\.ya?ml$/.test(document.file) || typeof services !== 'object' || services === null) return [];
  const folder = path.posix.dirname(document.file);
  const project = document.at('name') ?? path.posix.basename(folder);
  const network = document.at('networks', 'default', 'name') ?? `${String(project)}_default`;
  return [{ ...document, folder, services, networks: [String(network)] }];
}
