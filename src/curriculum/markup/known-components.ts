/** Names of the components that pages may use, read from the files that export them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nearest } from '../problems/nearest.ts';

const exported = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/export \{ (?:default as )?(\w+) \}/g)].map(([, name]) => name!);

/** Where components come from → their names. Our own come first. */
export const knownComponents: ReadonlyMap<string, readonly string[]> = new Map([
  ['@components', exported(fileURLToPath(new URL('../../components/index.ts', import.meta.url)))],
  ['@astrojs/starlight/components', exported(fileURLToPath(import.meta.resolve('@astrojs/starlight/components')))],
]);

/** Where a component can be imported from, or undefined when there is none of that name. */
export const homeOfComponent = (name: string): string | undefined =>
  [...knownComponents].find(([, names]) => names.includes(name))?.[0];

/** What a report on an unknown component says. */
export function unknownComponent(name: string, own: readonly string[] = []) {
  const near = nearest(name, [...own, ...[...knownComponents.values()].flat()]);
  return { name, near, allowed: [...knownComponents.values()][0]! };
}
