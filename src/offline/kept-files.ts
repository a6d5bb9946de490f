/** What the page (`site-copy.ts`) and the service worker agree on: where files are kept, and which are the listed ones. */
import { asFile } from './file-types.ts';

/**
 * One file: its path from the root of the site, digest, sizes in bytes on the device and on the wire (gzip), and content
 * type. Copies that readers saved before 2026-12 hold lists without the type, and scripts of such a copy read new lists:
 * what is added goes behind what is there.
 */
export type ListedFile = [path: string, hash: string, size: number, transfer: number, type?: string];

/** `/offline/files.json` */
export interface FileList {
  /** Hash of all paths and hashes; changes when any file does. */
  version: string;
  /** When the site was built, ISO 8601. */
  built: string;
  files: ListedFile[];
  /**
   * Files of each runtime (src/run-here), by its name. They are in no copy; those that a reader has asked for follow the
   * copy to its next version. Copies saved before 2026-12 have none.
   */
  runtimes?: Record<string, ListedFile[]>;
}

/** `/offline/version.json`, small enough to be asked for at every visit. */
export type VersionFile = Pick<FileList, 'version' | 'built'>;

/** What is kept in the cache `state`. */
export interface KeptState {
  /** Version that answers; absent when nothing is saved. */
  active?: string;
  /** Client id → version it was loaded from; empty for the network. */
  clients?: Record<string, string>;
}

/** Names of caches and keys. They hold the base path, so that two sites on one origin do not meet. */
export function keptNames(root: URL) {
  const start = `roadmap ${root.pathname} `;
  return {
    start,
    state: `${start}state`,
    /** Files of visits, where nothing is saved. */
    visited: `${start}visited`,
    /** Files that no copy holds by itself, and that the reader asked for. */
    asked: `${start}asked`,
    /** The page for what is not kept; it stays when a copy is removed. */
    unsaved: `${start}unsaved`,
    /** A copy: each file under its address, and `offline/files.json` once all are there. */
    files: (version: string) => `${start}files ${version}`,
    listKey: new URL('offline/files.json', root).href,
    stateKey: new URL('__state', root).href,
  };
}
export type KeptNames = ReturnType<typeof keptNames>;

/** Address of a file. @param path from the root of the site */
export const addressOf = (path: string, root: URL): string =>
  new URL(path.split('/').map(encodeURIComponent).join('/'), root).href;

/** Path of the file that answers an address: `/roadmap/map/` → `map/index.html` */
export function pathOf({ pathname }: URL, root: URL): string {
  let path = pathname.slice(root.pathname.length);
  try {
    path = path.split('/').map(decodeURIComponent).join('/');
  } catch {
    // An address that is no text, such as `%E0%A4%A`: no file has it.
  }
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

/**
 * Holds an answer against the list of files.
 *
 * @returns the file with the type of the list, or undefined when length or digest is another. Lists from before types
 * were in them get the type from the name.
 */
export async function asListed(
  answer: Response | undefined,
  [path, hash, size, , type]: ListedFile,
): Promise<Response | undefined> {
  if (!answer?.ok) return undefined;
  const content = await answer.arrayBuffer();
  if (content.byteLength !== size || (await hashOf(content)) !== hash) return undefined;
  return asFile(path, content, type);
}

/** First 96 bits of SHA-256 in hexadecimal, as in the list. */
async function hashOf(content: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return [...digest.slice(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export async function readState({ state, stateKey }: KeptNames): Promise<KeptState> {
  const kept = await (await caches.open(state)).match(stateKey);
  return kept ? ((await kept.json()) as KeptState) : {};
}

/** Does something while nobody else does it under the same name, in other tabs and in the worker. */
export const alone = <Result>(
  name: string,
  act: () => Promise<Result>,
  mode: LockMode = 'exclusive',
): Promise<Result> =>
  // Old browsers have no locks; they are as safe as they were.
  (navigator.locks as LockManager | undefined)?.request(name, { mode }, act) ?? act();

/** Removes copies that were begun and never finished, but for one version and for what a page is saving just now. */
export async function dropBegun(names: KeptNames, wanted: string): Promise<void> {
  const { held = [] } = (await (navigator.locks as LockManager | undefined)?.query()) ?? {};
  for (const name of await caches.keys()) {
    if (!name.startsWith(names.files('')) || name === names.files(wanted)) continue;
    if (held.some((lock) => lock.name === name)) continue;
    if (!(await (await caches.open(name)).match(names.listKey))) await caches.delete(name);
  }
}
