/** The content security policy of a page: only files of the site, and those scripts in the page that are known. */
import { createHash } from 'node:crypto';

/**
 * Adds a policy to a page as the first thing in its head that can load something.
 *
 * `'wasm-unsafe-eval'` is needed by Pagefind; nothing else is excepted, and styles come from files only. Scripts are
 * allowed by `'self'` and not by their folder: a folder has to be named with the host before it, and the same pages are
 * read from other hosts (`npm start`, a preview, a copy). Which files a page itself loads is checked in page-faults.ts.
 *
 * @param html a finished page
 * @param scripts texts of the scripts in it that may run
 * @returns the page with `<meta http-equiv="content-security-policy">`; undefined when it does not begin as pages of the
 * site do, with `<meta charset>` as the first thing in its head
 */
export function withPolicy(html: string, scripts: Iterable<string>): string | undefined {
  const start = beginning.exec(html)?.[0];
  if (start === undefined) return undefined;
  const policy = [
    "default-src 'self'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...[...scripts].map(digest)].join(' '),
    "style-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `${start}<meta http-equiv="content-security-policy" content="${policy}">${html.slice(start.length)}`;
}

const beginning =
  /^<!DOCTYPE html><html(?:\s+[\w-]+(?:="[^"<>]*")?)*><head>(?:<!--[\w\s.:,’'/]*-->|\s)*<meta charset="?utf-8"?\s*\/?>/i;

const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
