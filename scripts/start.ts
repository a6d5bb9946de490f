/** Builds the site where something has changed since the last build, and serves it: what `npm start` does. */
import { output, repository, root } from '../src/repository/folders.ts';
import { digestOfInputs, isBuilt } from './build/built.ts';
import { astro } from './run-program.ts';
import { startOptions, whereItIs, whyNot } from './start-options.ts';

const options = startOptions(process.argv.slice(2), process.env.PORT);
if (typeof options === 'string') {
  console.error(options);
  process.exit(1);
}

const places = { repository, root, output };
if (isBuilt(places, digestOfInputs(places))) console.log('Nothing has changed since the last build.');
else {
  console.log('Building the site, which takes about half a minute, and longer where diagrams are new.\n');
  const status = await astro(['build']);
  if (status !== 0) process.exit(status);
}

const [{ project }, { serveSite }] = await Promise.all([
  import('../src/site/project.ts'),
  import('../src/build/serve.ts'),
]);
const base = project.curriculum.site.base.replace(/\/?$/, '/');
try {
  const { origin, taken } = await serveSite(project.output, base, options.port, options.host);
  console.log(`\n${whereItIs(origin, taken, base, options)}`);
} catch (error) {
  const reason = whyNot(error as NodeJS.ErrnoException, options);
  if (!reason) throw error;
  console.error(`\n${reason}`);
  process.exit(1);
}
