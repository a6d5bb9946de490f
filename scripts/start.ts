/** Builds the site and serves it: what `npm start` does. */
import { astro } from './run-program.ts';

console.log('Building the site. Diagrams that are new are drawn in a browser, the rest is taken from the cache.\n');
const status = await astro(['build']);
if (status !== 0) process.exit(status);

const [{ project }, { serveSite }] = await Promise.all([
  import('../src/site/project.ts'),
  import('../src/site/serve.ts'),
]);
const { base } = project.curriculum.site;
const { origin } = await serveSite(project.output, base, Number(process.env.PORT ?? 4321));
console.log(`\nThe roadmap is at ${origin}${base.replace(/\/?$/, '/')}\nPress Ctrl+C to stop.`);
