/** Says in the table of contents which section of how many each is, and how long it takes to read. */
import { escapeHtml } from '../markdown/escape-html.ts';

/** A section of the page; one that takes something else than reading has no time. */
export interface ListedSection {
  id: string;
  minutes?: number;
}

/** Words of the numbers. */
interface Words {
  number(value: number): string;
  minutes(value: number): string;
}

/**
 * `<a href="#joins"><span>Joins</span></a>` →
 * `<a href="#joins"><span class="section-place">5<span> / 13</span></span> Joins <span class="section-time">6 min</span></a>`
 *
 * Starlight’s bar for narrow windows shows the text of the current link, and so says “5 / 13 Joins 6 min”.
 *
 * @param html Starlight’s table of contents
 * @param sections those of the page, in order; links to other places stay as they are
 */
export function withSections(html: string, sections: readonly ListedSection[], words: Words): string {
  return html.replace(
    /(<a\b[^>]*\bhref="#([^"]*)"[^>]*>)\s*<span\b[^>]*>([\s\S]*?)<\/span>\s*<\/a>/g,
    (whole, start: string, id: string, text: string) => {
      const index = sections.findIndex((section) => escapeHtml(section.id) === id);
      if (index < 0) return whole;
      const place = `${words.number(index + 1)}<span> / ${words.number(sections.length)}</span>`;
      const { minutes } = sections[index]!;
      const time =
        minutes === undefined ? '' : ` <span class="section-time">${escapeHtml(words.minutes(minutes))}</span>`;
      return (
        `${start}<span class="section-place">${place}</span> <span class="section-title">${text}</span>` + `${time}</a>`
      );
    },
  );
}
