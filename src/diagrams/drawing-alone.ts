/** A drawing that stands outside the site, with its own styles and without links. */
import { escapeHtml } from '../markdown/escape-html.ts';
import type { Drawing } from './draw.ts';
import { idPrefix } from './paint.ts';

/**
 * Makes an SVG that takes its colors from the custom properties `--diagram-…` around it.
 *
 * @param title what the picture shows, for those who do not see it
 */
export function drawingAlone({ svg, rules }: Drawing, title: string): string {
  // The same drawing has the same names, and another one has others, where several stand on a page.
  const id = `d${Object.keys(rules).sort().join('').replace(/\W/g, '').slice(0, 12)}`;
  const styles = Object.entries(rules)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => `.${name}{${text}}`)
    .join('');
  return svg
    .replace(/<[^<>]*>/g, (tag) => tag.replaceAll(idPrefix, () => id))
    .replace(/<\/?a(?:\s[^<>]*)?>/g, '')
    .replace(
      /<svg([^>]*)>/,
      (_all, rest: string) => `<svg role="img" aria-label="${escapeHtml(title)}"${rest}><style>${styles}</style>`,
    );
}
