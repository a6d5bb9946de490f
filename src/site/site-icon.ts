/** The icon of a roadmap: its own, or one made of its title. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SiteSettings } from '../curriculum/schema/schema.ts';

/** A square in the accent color with the first letter of the title. */
export function siteIcon({ title, accent }: Pick<SiteSettings, 'title' | 'accent'>): string {
  const [first = ''] = [...new Intl.Segmenter().segment(title)].map(({ segment }) => segment);
  const letter = /[&<>]/.test(first) ? `&#${first.charCodeAt(0)};` : first;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">',
    `<style>rect{fill:${accent.light}}text{fill:#fff}@media (prefers-color-scheme:dark){rect{fill:${accent.dark}}text{fill:#111}}</style>`,
    '<rect width="32" height="32" rx="7"/>',
    `<text x="16" y="23" text-anchor="middle" font-family="sans-serif" font-size="20" font-weight="700">${letter}</text>`,
    '</svg>',
  ].join('');
}

/** The drawing that a fork has put under `public/`. */
export function ownIcon(publicFolder: string): string | undefined {
  const file = path.join(publicFolder, 'favicon.svg');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
