/** Takes the drawing of a chain out of the links of headings: it is the same at each, and a style draws it once. */

/** @param html of a finished page; the style is in src/theme/prose.css */
export const withoutHeadingIcons = (html: string): string =>
  html.replace(/(<span aria-hidden="true" class="sl-anchor-icon">)<svg\b[^]*?<\/svg>(?=<\/span>)/g, '$1');
