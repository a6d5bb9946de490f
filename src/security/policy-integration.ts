/** Writes the content security policy into every built page, and stops the build when a page has what it refuses. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { knownScripts } from './known-scripts.ts';
import { withPolicy } from './policy.ts';

/**
 * Must run after every step that changes pages.
 *
 * @throws when a page has no place for the policy, or something that the policy refuses
 */
export function contentSecurityPolicy({ base }: { base: string }): AstroIntegration {
  return {
    name: 'content-security-policy',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        // Patterns pass over names that start with a dot; a policy passes over nothing.
        const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
        const allowed = { scripts: knownScripts(), files: `${base.replace(/\/$/, '')}/_astro/` };
        const faults: string[] = [];
        for (const page of pages) {
          const file = path.join(root, page);
          const html = readFileSync(file, 'utf8');
          const guarded = withPolicy(html, allowed);
          if (guarded.html === html) throw new Error(`${page} has no <meta charset> to put the policy behind.`);
          faults.push(...guarded.refused.map((what) => `  ${page}: ${what}`));
          writeFileSync(file, guarded.html);
        }
        if (faults.length > 0) throw new Error(explain(faults));
        logger.info(`${pages.length} pages have their policy`);
      },
    },
  };
}

const explain = (faults: readonly string[]) =>
  [
    'These pages hold what readers’ browsers are told not to run:',
    ...faults.slice(0, 20),
    ...(faults.length > 20 ? [`  … and ${faults.length - 20} more`] : []),
    'Scripts and styles belong into the <script> or <style> of a component, which Astro makes files of; a script that',
    'must run before the first paint is marked `is:inline` and has no values put in. After an update of Starlight, see',
    'src/security/known-scripts.ts. Anything else came with the content: find it there and take it out.',
  ].join('\n');
