/** Writes the content security policy into every built page. */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withPolicy } from './policy.ts';

/** Must run after every step that changes pages. @throws when a page has no place for the policy */
export function contentSecurityPolicy(): AstroIntegration {
  return {
    name: 'content-security-policy',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const pages = globSync('**/*.html', { cwd: root });
        for (const page of pages) {
          const file = path.join(root, page);
          const html = readFileSync(file, 'utf8');
          const guarded = withPolicy(html);
          if (guarded === html) throw new Error(`${page} has no <meta charset> to put the policy behind.`);
          writeFileSync(file, guarded);
        }
        logger.info(`${pages.length} pages have their policy`);
      },
    },
  };
}
