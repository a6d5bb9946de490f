/**
 * The scripts that may stand in a page itself: those that Starlight and the site’s own components mark with `is:inline`,
 * read from their files. Astro writes these as they are, so that an update of Starlight needs no work here.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('../', import.meta.url));
const starlight = path.dirname(fileURLToPath(import.meta.resolve('@astrojs/starlight/components')));

/** Texts of the scripts that may stand in a page. */
export function knownScripts(): ReadonlySet<string> {
  const files = [here, starlight].flatMap((folder) =>
    globSync('**/*.astro', { cwd: folder }).map((name) => path.join(folder, name)),
  );
  return new Set(files.flatMap((file) => inlineScripts(readFileSync(file, 'utf8'))));
}

/** `<script is:inline>a()</script>` → `a()` */
export const inlineScripts = (component: string): string[] =>
  [...component.matchAll(/<script\b[^>]*\sis:inline\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, text]) => text!);
