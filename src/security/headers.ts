/** Headers that a host should send with the site. The configurations in scripts/publish hold the same. */
import { runtimePolicy } from '../runtimes/runtime-policy.ts';

/** Sent with every file. The policy of a page stands in the page; this header adds what a page cannot say itself. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** For pictures in SVG in place of the policy of pages: opened by itself one is a page, and nothing in it may run. */
export const drawingPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox";

/** Whether a file is a picture in SVG. */
export const isDrawing = (file: string): boolean => /\.svg$/i.test(file);

/** For files that have the hash of their content, or the version of a runtime, in their name. */
export const foreverHeader = 'public, max-age=31536000, immutable';

/** For everything else: kept, and asked for again each time. */
export const freshHeader = 'public, max-age=0, must-revalidate';

/**
 * The file `_headers`, which Cloudflare and Netlify read.
 *
 * @param base base path of the site
 */
export function headersFile(base: string): string {
  const root = base.replace(/\/$/, '');
  const lines = Object.entries(securityHeaders).map(([name, value]) => `  ${name}: ${value}`);
  // Cloudflare joins values of rules that both fit, so the general rule says nothing about caching.
  // Of two policies that a host joins, a browser keeps both.
  return [
    `${root}/*`,
    ...lines,
    '',
    `${root}/_astro/*`,
    `  Cache-Control: ${foreverHeader}`,
    '',
    `${root}/*.svg`,
    `  Content-Security-Policy: ${drawingPolicy}`,
    '',
    `${root}/runtimes/*`,
    `  Content-Security-Policy: ${runtimePolicy}`,
    `  Cache-Control: ${foreverHeader}`,
    '',
  ].join('\n');
}
