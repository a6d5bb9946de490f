/** Writes the content security policy into every built page, and stops the build when a page has what nobody meant. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { kept, writtenOut } from '../build-cache/build-cache.ts';
import type { Project } from '../site/project.ts';
import { customElements, knownScripts } from './known-scripts.ts';
import { pageFaults } from './page-faults.ts';
import { withPolicy } from './policy.ts';

/**
 * Must run after every step that changes pages.
 *
 * @throws when a page has no place for the policy, or something that no page may have
 */
export function contentSecurityPolicy({ curriculum, publicFolder }: Project): AstroIntegration {
  return {
    name: 'content-security-policy',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const { url, base } = curriculum.site;
        const site = new URL(base.replace(/\/?$/, '/'), url).href;
        const languages = curriculum.translations.map(({ language }) => new URL(`${language.folder}/`, site).href);
        const allowed = { scripts: knownScripts(), elements: customElements(), site, languages };
        const wall = createHash('sha256').update(writtenOut(allowed)).digest('hex');
        // Patterns pass over names that start with a dot; a policy passes over nothing.
        const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.html?$/i.test(name));
        const faults: string[] = [];
        for (const page of pages) {
          const file = path.join(root, page);
          const html = readFileSync(file, 'utf8');
          const { refused, scripts } = kept('page-faults', [html, wall], () => pageFaults(html, allowed));
          faults.push(...refused.map((what) => `  ${page}: ${what}`));
          const guarded = withPolicy(html, scripts);
          if (guarded !== undefined) writeFileSync(file, guarded);
          // A fork’s own file, such as one that proves an owner, may be a line without a head; it has no script either.
          else if (!existsSync(path.join(publicFolder, page)) || scripts.size > 0)
            throw new Error(`${page} has no <meta charset> at its beginning to put the policy behind.`);
        }
        if (faults.length > 0) throw new Error(explain(faults));
        logger.info(`${pages.length} pages have their policy`);
      },
    },
  };
}

const explain = (faults: readonly string[]) =>
  [
    'These pages hold what no page of the site may have:',
    ...faults.slice(0, 20),
    ...(faults.length > 20 ? [`  … and ${faults.length - 20} more`] : []),
    'If the content brought it, find it there and take it out. If you changed the code of the site: scripts and styles',
    'belong into the <script> or <style> of a component, which Astro makes files of; a script that must run before the',
    'first paint is marked `is:inline` and has no values put in; and src/security/page-elements.ts lists the elements and',
    'attributes that components may write.',
  ].join('\n');
