/** The list of files that make up a saved copy of the site. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { kept } from '../build-cache/build-cache.ts';
import { typeOf } from './file-types.ts';
import type { FileList, ListedFile } from './kept-files.ts';

/**
 * Forms for machines and hosts, which no page needs: the worker and its lists, feed and sitemap, source maps, what is
 * compressed beforehand, hidden files. Decks of cards and runtimes are kept on request (src/decks/, src/run-here/). Everything else is kept, whatever its type: a picture or a download in `public/` too.
 */
const left =
  /^runtimes\/|^(?:sw\.js|offline\/.*\.json|(?:curriculum|ids|progress)(?:\.schema)?\.json|llms\.txt|robots\.txt|changes\.xml|sitemap.*\.xml|_headers|_redirects|CNAME)$|^pagefind\/(?:pagefind-(?:ui|modular-ui|component-ui|highlight)\.|.*playground)|(?:^|\/)anki\/[^/]+\.(?:apkg|csv)$|\.(?:map|br|gz)$|(?:^|\/)\./;

/** @param all every path of the site; a page as Markdown beside the page is left out */
export const isKept = (path: string, all: ReadonlySet<string> = new Set()): boolean =>
  !left.test(path) &&
  !(
    path.endsWith('.md') &&
    all.has(path.replace(/(?:index)?\.md$/, (end) => (end === 'index.md' ? 'index.html' : '/index.html')))
  );

/**
 * Makes the list.
 *
 * @param files path from the root of the site, with forward slashes → content
 */
export function fileList(files: Iterable<readonly [string, Buffer]>, built: Date): FileList {
  const given = [...files];
  const all = new Set(given.map(([path]) => path));
  const list = (files: readonly (readonly [string, Buffer])[]) =>
    files
      .map(([path, content]): ListedFile => {
        const hash = contentHash(content);
        return [path, hash, content.length, sizeAsSent(hash, content), typeOf(path)];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1));
  const listed = list(given.filter(([path]) => isKept(path, all)));
  const ofRuntimes = Object.groupBy(
    given.filter(([path]) => runtimeOf(path) !== undefined),
    ([path]) => runtimeOf(path)!,
  );
  const runtimes = Object.fromEntries(Object.entries(ofRuntimes).map(([name, files]) => [name, list(files!)]));
  const version = contentHash(Buffer.from(listed.map(([path, hash]) => `${path} ${hash}`).join('\n')));
  return {
    version,
    built: built.toISOString(),
    files: listed,
    ...(Object.keys(runtimes).length > 0 && { runtimes }),
  };
}

/** Bytes as hosts send them. Small files are packed as fast as what is kept of them is read. */
const sizeAsSent = (hash: string, content: Buffer): number =>
  content.length < 20_000 ? gzipSync(content).length : kept('sizes', [hash], () => gzipSync(content).length);

/** `runtimes/sql-1.2.3/worker.js` → `sql` */
const runtimeOf = (path: string) => /^runtimes\/([a-z]+)-/.exec(path)?.[1];

/** First 96 bits of SHA-256 in hexadecimal, the same as `kept-files.ts` computes in the browser. */
const contentHash = (content: Buffer) => createHash('sha256').update(content).digest('hex').slice(0, 24);
