/**
 * The saved copy of the site, as the page sees it: saving, resuming, updating, removing.
 *
 * Kept in caches named after the base path: `files <version>` holds the files, each under its address, and
 * `offline/files.json` once all are there; `state` holds which version is active. The service worker reads both.
 */
import type { FileList, ListedFile, VersionFile } from './file-list.ts';

export interface CopyState {
  /** Version that answers, and when it was built; absent when nothing is saved. */
  saved?: VersionFile;
  /** Share of the newest version that is there already, when saving was interrupted, 0 to 1. */
  begun?: number;
}

/** What saving would take. */
export interface Plan {
  list: FileList;
  /** Files that are missing. */
  missing: ListedFile[];
  /** Bytes to download, compressed, and bytes the whole copy takes on the device. */
  transfer: number;
  size: number;
}

/** Why something could not be done; the string `offline.error.<reason>` says it to the reader. */
export class CopyError extends Error {
  readonly reason: 'changed' | 'full' | 'lost' | 'reach' | 'refused' | 'storage';
  constructor(reason: CopyError['reason']) {
    super(reason);
    this.reason = reason;
  }
}

const parallel = 6;

/** @param base base path of the site, with a slash at the end */
export function siteCopy(base: string) {
  const root = new URL(base, location.href);
  const cacheName = (part: string) => `roadmap ${root.pathname} ${part}`;
  const filesName = (version: string) => cacheName(`files ${version}`);
  const listKey = new URL('offline/files.json', root).href;
  const stateKey = new URL('__state', root).href;

  async function ask<Answer>(file: string): Promise<Answer> {
    try {
      const answer = await fetch(new URL(file, root), { cache: 'no-store', headers: { 'x-offline': '1' } });
      if (!answer.ok) throw new Error(String(answer.status));
      return (await answer.json()) as Answer;
    } catch {
      throw new CopyError('reach');
    }
  }

  /** Opens a cache, or says why this browser has none. */
  async function open(name: string): Promise<Cache> {
    try {
      return await caches.open(name);
    } catch {
      throw new CopyError('storage');
    }
  }

  async function readState(): Promise<{ active?: string; clients?: unknown }> {
    const kept = await (await open(cacheName('state'))).match(stateKey);
    return kept ? ((await kept.json()) as { active?: string }) : {};
  }

  async function listIn(version: string): Promise<FileList | undefined> {
    if (!(await caches.has(filesName(version)))) return undefined;
    const kept = await (await open(filesName(version))).match(listKey);
    return kept ? ((await kept.json()) as FileList) : undefined;
  }

  async function savedList(): Promise<FileList | undefined> {
    const { active } = await readState();
    return active === undefined ? undefined : listIn(active);
  }

  const addressOf = ([path]: ListedFile) => new URL(path.split('/').map(encodeURIComponent).join('/'), root).href;

  async function missingOf(list: FileList): Promise<ListedFile[]> {
    if (!(await caches.has(filesName(list.version)))) return list.files;
    const keys = new Set((await (await open(filesName(list.version))).keys()).map((request) => request.url));
    return list.files.filter((file) => !keys.has(addressOf(file)));
  }

  return {
    /** What is there, without asking the network. */
    async state(): Promise<CopyState> {
      const saved = await savedList();
      const unfinished = (await caches.keys()).filter((name) => name.startsWith(filesName('')));
      for (const name of unfinished) {
        const cache = await open(name);
        if (await cache.match(listKey)) continue;
        const total = await cache.match(new URL('__total', root).href);
        const count = total ? Number(await total.text()) : 0;
        if (count) return { saved, begun: ((await cache.keys()).length - 1) / count };
      }
      return { saved };
    },

    /** The version that is published now. @throws CopyError when the network does not answer */
    published: () => ask<VersionFile>('offline/version.json'),

    /** What saving the published version takes. */
    async plan(): Promise<Plan> {
      const list = await ask<FileList>('offline/files.json');
      const saved = await savedList();
      const unchanged = new Map(saved?.files.map(([path, hash]) => [path, hash]));
      const missing = await missingOf(list);
      const sum = (files: readonly ListedFile[], at: 2 | 3) => files.reduce((bytes, file) => bytes + file[at], 0);
      return {
        list,
        missing,
        transfer: sum(
          missing.filter(([path, hash]) => unchanged.get(path) !== hash),
          3,
        ),
        size: sum(list.files, 2),
      };
    },

    /**
     * Saves a version; what is there already is kept, what has not changed is taken from the copy before. Only when
     * everything is there does it become the active one.
     *
     * @param progress called with the share that is done, 0 to 1
     * @throws CopyError with the reason; what was saved stays for the next try
     */
    async save({ list, missing }: Plan, progress: (share: number) => void, signal?: AbortSignal): Promise<void> {
      const cache = await open(filesName(list.version));
      const before = await savedList();
      const old = before && (await open(filesName(before.version)));
      const unchanged = new Map(before?.files.map(([path, hash]) => [path, hash]));
      const todo = [...missing];
      let done = list.files.length - missing.length;
      await keep(cache, new URL('__total', root).href, new Response(String(list.files.length)));
      let failed = false;
      const saveNext = async () => {
        for (let file = todo.shift(); file; file = todo.shift()) {
          const [path, hash] = file;
          const kept = unchanged.get(path) === hash ? await old?.match(addressOf(file)) : undefined;
          await keep(cache, addressOf(file), kept ?? (await download(file, signal)));
          if (failed || signal?.aborted) return;
          done += 1;
          progress(done / list.files.length);
        }
      };
      try {
        await Promise.all(Array.from({ length: parallel }, saveNext));
      } catch (error) {
        failed = true;
        todo.length = 0;
        if (signal?.aborted) return;
        throw error;
      }
      if (signal?.aborted) return;
      await cache.delete(new URL('__total', root).href);
      await keep(cache, listKey, Response.json(list));
      const state = await readState();
      await keep(await open(cacheName('state')), stateKey, Response.json({ ...state, active: list.version }));
      await navigator.storage?.persist?.().catch(() => false);
    },

    /** Removes every copy and what visits have left. */
    async remove(): Promise<void> {
      for (const name of await caches.keys()) if (name.startsWith(cacheName(''))) await caches.delete(name);
    },
  };

  async function download([path, hash]: ListedFile, signal?: AbortSignal): Promise<Response> {
    let answer: Response;
    let content: ArrayBuffer;
    try {
      answer = await fetch(new URL(path, root), { cache: 'no-cache', headers: { 'x-offline': '1' }, signal });
      if (!answer.ok) throw new Error(String(answer.status));
      content = await answer.arrayBuffer();
    } catch {
      throw new CopyError('lost');
    }
    if ((await hashOf(content)) !== hash) throw new CopyError('changed');
    return new Response(content, { headers: { 'content-type': answer.headers.get('content-type') ?? '' } });
  }
}

async function keep(cache: Cache, key: string, response: Response): Promise<void> {
  try {
    await cache.put(key, response);
  } catch (error) {
    const full = error instanceof DOMException && error.name === 'QuotaExceededError';
    throw new CopyError(full ? 'full' : 'refused');
  }
}

async function hashOf(content: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return [...digest.slice(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
