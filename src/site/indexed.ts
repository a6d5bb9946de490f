/** Whether search engines are to show a page, by its path without base and language. */
export const isIndexed = (path: string): boolean =>
  !/^\/(?:404(?:\.html)?|search|offline(?:\/unsaved)?)\/?$/.test(path);
