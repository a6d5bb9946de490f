import { isOfRuntime, runtimePolicy } from '../runtimes/runtime-policy.ts';

/** Content types by the ending of a name: what a kept file is given with, whatever the host said when it was fetched. */
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  xml: 'text/xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  ico: 'image/x-icon',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  webm: 'video/webm',
  vtt: 'text/vtt; charset=utf-8',
  woff: 'font/woff',
  woff2: 'font/woff2',
  ttf: 'font/ttf',
  wasm: 'application/wasm',
  pdf: 'application/pdf',
  epub: 'application/epub+zip',
  zip: 'application/zip',
  ics: 'text/calendar; charset=utf-8',
};

/** `guide/index.html` → `text/html; charset=utf-8`; what is not known is plain data. */
export const typeOf = (path: string): string =>
  types[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream';

/** A content as a host would send it, with its type, workers with their policy, and without anything else. */
export const asFile = (path: string, content: BodyInit, type = typeOf(path)): Response =>
  new Response(content, {
    headers: { 'content-type': type, ...(isOfRuntime(path) && { 'content-security-policy': runtimePolicy }) },
  });

/**
 * Whether an answer can be the file: hosts call data and fonts by many names, but none sends a style sheet, a script or
 * a picture as a page. Hosts with a fallback page do, for a file that is not there (yet).
 */
export function canBe(path: string, contentType: string | null): boolean {
  const said = contentType?.split(';')[0]!.trim().toLowerCase() ?? '';
  const own = typeOf(path).split(';')[0]!;
  if (own === 'text/javascript') return said.includes('javascript');
  return own === 'text/html' || own === 'text/css' ? said === own : said !== 'text/html';
}
