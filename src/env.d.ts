// Starlight ships the types of its locals only in this file, which no entry of its package names.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="../node_modules/@astrojs/starlight/dist/global.d.ts" />

declare module 'virtual:curriculum' {
  const view: import('./site/curriculum-view.ts').CurriculumView;
  export default view;
}

declare module 'virtual:markdown-pages' {
  const pages: import('./machine-readable/page-markdown.ts').MarkdownPage[];
  export default pages;
}

declare module 'virtual:samples' {
  /** Absolute path of `content/samples`. */
  export const folder: string;
  /** Sample folders that pages show, sorted. */
  export const slugs: string[];
}
