/** The content security policy of a page: only its own files, and its own inline scripts by their hashes. */
import { createHash } from 'node:crypto';

/**
 * Adds a policy to a page as the first thing in its head that can load something.
 *
 * `'wasm-unsafe-eval'` is needed by Pagefind. Style attributes stay allowed: Expressive Code and Starlight set custom
 * properties with them; scripts have no such exception.
 *
 * @param html a finished page
 * @returns the page with `<meta http-equiv="content-security-policy">`
 */
export function withPolicy(html: string): string {
  const scripts = hashes(
    html,
    /<script\b([^>]*)>([\s\S]*?)<\/script>/g,
    (attributes) => !/\ssrc\s*=|type="?application\/(?:ld\+)?json/.test(attributes),
  );
  const styles = hashes(html, /<style\b([^>]*)>([\s\S]*?)<\/style>/g, () => true);
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval'${scripts}`,
    `style-src-elem 'self'${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');
  const meta = `<meta http-equiv="content-security-policy" content="${policy}">`;
  return html.replace(/<meta charset="?utf-8"?\s*\/?>/i, (charset) => `${charset}${meta}`);
}

function hashes(html: string, pattern: RegExp, counts: (attributes: string) => boolean): string {
  const found = [...html.matchAll(pattern)]
    .filter(([, attributes]) => counts(attributes!))
    .map(([, , body]) => `'sha256-${createHash('sha256').update(body!).digest('base64')}'`);
  return [...new Set(found)].map((hash) => ` ${hash}`).join('');
}
