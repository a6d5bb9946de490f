/** Writes the headers for hosts that read them from the built site. */
import { writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { headersFile } from './headers.ts';

/** Must run after the list of files for reading offline is made, because hosts do not hand the file out. */
export function hostHeaders({ base }: { base: string }): AstroIntegration {
  return {
    name: 'host-headers',
    hooks: {
      'astro:build:done': ({ dir }) => writeFileSync(new URL('_headers', dir), headersFile(base)),
    },
  };
}
