/**
 * The scripts that may stand in a page itself, and the elements that scripts define: those of Starlight and of the
 * site’s own components, read from their files, so that an update of Starlight needs no work here.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('../', import.meta.url));
const starlight = path.dirname(fileURLToPath(import.meta.resolve('@astrojs/starlight/components')));

const textsOf = (folder: string, pattern: string) =>
  globSync(pattern, { cwd: folder }).map((name) => readFileSync(path.join(folder, name), 'utf8'));
const components = [...textsOf(here, '**/*.astro'), ...textsOf(starlight, '**/*.astro')];

/** Texts of the scripts that may stand in a page. Components mark them with `is:inline`, and Astro writes them as they are. */
export const knownScripts = (): ReadonlySet<string> => new Set(components.flatMap(inlineScripts));

/** Names of the elements that are defined by scripts, such as `site-search`. */
export const customElements = (): ReadonlySet<string> =>
  new Set(
    [...components, ...textsOf(here, '**/*-element.ts')].flatMap((text) =>
      [...text.matchAll(/(?:<|customElements\.define\(\s*['"])([a-z][a-z0-9]*(?:-[a-z0-9]+)+)/g)].map(
        ([, name]) => name!,
      ),
    ),
  );

/** `<script is:inline>a()</script>` → `a()` */
export const inlineScripts = (component: string): string[] =>
  [...component.matchAll(/<script\b[^>]*\sis:inline\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, text]) => text!);
