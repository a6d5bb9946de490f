/** Writes the small pictures of a style sheet as plain SVG: letters of Base64 are by chance, and cannot be compressed. */

const pictures = /url\(\s*(["']?)data:image\/svg\+xml(?:;[\w=-]+?)??(;base64)?,((?:(?!\1\)).)*)\1\s*\)/gs;

/** `url(data:image/svg+xml;base64,PHN2Zy8+)` → `url("data:image/svg+xml,<svg/>")` */
export const withPlainPictures = (css: string): string =>
  css.replace(pictures, (_all, _quote: string, isBase64: string | undefined, data: string) => {
    const svg = isBase64 ? Buffer.from(data, 'base64').toString() : decodeURIComponent(data);
    // What ends the address or the string is written by its number; a browser reads everything else as it is.
    const written = svg
      .trim()
      .replaceAll('%', '%25')
      .replaceAll('#', '%23')
      .replaceAll('"', "'")
      .replace(/[\r\n\t]+/g, ' ')
      .replaceAll('\\', '%5C');
    return `url("data:image/svg+xml,${written}")`;
  });
