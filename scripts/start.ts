/** Builds the site where something has changed since the last build, and serves it: what `npm start` does. */
import { output, repository, root } from '../src/site/folders.ts';
import { digestOfInputs, isBuilt } from './build/built.ts';
import { astro } from './run-program.ts';

const places = { repository, root, output };
if (isBuilt(places, digestOfInputs(places))) console.log('Nothing has changed since the last build.');
else {
  console.log('Building the site, which takes about half a minute, and longer where diagrams are new.\n');
  const status = await astro(['build']);
  if (status !== 0) process.exit(status);
}

const [{ project }, { serveSite }] = await Promise.all([
  import('../src/site/project.ts'),
  import('../src/site/serve.ts'),
]);
const { base } = project.curriculum.site;
const { origin } = await serveSite(project.output, base, Number(process.env.PORT ?? 4321));
console.log(`\nThe roadmap is at ${origin}${base.replace(/\/?$/, '/')}\nPress Ctrl+C to stop.`);
