/** `npm run bench -- <name>`: measurements that compare two states in one run. */
import process from 'node:process';

const [name = '', ...words] = process.argv.slice(2);
const benches: Record<string, () => Promise<{ bench(words: string[]): Promise<void> }>> = {
  build: () => import('./build.ts'),
  diagrams: () => import('./diagrams.ts'),
  search: () => import('./search.ts'),
  scale: () => import('./scale.ts'),
  lighthouse: () => import('./lighthouse.ts'),
  weight: () => import('./weight.ts'),
  reading: () => import('./reading.ts'),
};
const load = benches[name];
if (!load) {
  console.error(`There is no bench \`${name}\`. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}
await (await load()).bench(words);
