/**
 * The saved copy of the site, as the page sees it: saving, resuming, updating, removing.
 *
 * Kept in caches named after the base path: `files <version>` holds the files, each under its address, and
 * `offline/files.json` once all are there; `state` holds which version is active. The service worker reads both.
 */
import { typeOf } from './file-types.ts';
import {
  addressOf,
  alone,
  asListed,
  dropBegun,
  keptNames,
  readState,
  type FileList,
  type ListedFile,
  type VersionFile,
} from './kept-files.ts';

export interface CopyState {
  /** Version that answers, and when it was built; absent when nothing is saved. */
  saved?: VersionFile;
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
  readonly reason: 'altered' | 'changed' | 'full' | 'lost' | 'reach' | 'refused' | 'removed' | 'stalled' | 'storage';
  /** The file it happened with, where that is of interest. */
  readonly file: string;
  constructor(reason: CopyError['reason'], file = '') {
    super(reason);
    this.reason = reason;
    this.file = file;
  }
}

const parallel = 6;
/** How long a server may send nothing, in ms. */
const patience = 30_000;
/** What a browser keeps beside the content of a file: address, headers, place on the disk (measured in Chromium). */
const besideFile = 600;

/** @param base base path of the site, with a slash at the end */
export function siteCopy(base: string) {
  const root = new URL(base, location.href);
  const names = keptNames(root);

  async function ask<Answer>(file: string): Promise<Answer> {
    try {
      const answer = await fetchWhole(new URL(file, root), 'no-store');
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

  async function savedList(): Promise<FileList | undefined> {
    await open(names.state);
    const { active } = await readState(names);
    if (active === undefined || !(await caches.has(names.files(active)))) return undefined;
    const kept = await (await open(names.files(active))).match(names.listKey);
    return kept ? ((await kept.json()) as FileList) : undefined;
  }

  const addressIn = ([path]: ListedFile) => addressOf(path, root);

  async function missingOf(list: FileList): Promise<ListedFile[]> {
    if (!(await caches.has(names.files(list.version)))) return list.files;
    const keys = new Set((await (await open(names.files(list.version))).keys()).map((request) => request.url));
    return list.files.filter((file) => !keys.has(addressIn(file)));
  }

  /** Copies, finished or begun, that may hold the same files as another version. */
  async function otherCopies(version: string): Promise<Cache[]> {
    const others = (await caches.keys()).filter(
      (name) => name.startsWith(names.files('')) && name !== names.files(version),
    );
    return Promise.all(others.map(open));
  }

  const published = () => ask<VersionFile>('offline/version.json');

  async function download(file: ListedFile, version: string, signal?: AbortSignal): Promise<Response> {
    const address = addressIn(file);
    let status = 0;
    // What a cache on the way still had may be old: the second try goes past it.
    for (const mode of ['no-cache', 'reload'] as const) {
      const answer = await fetchWhole(address, mode, signal).catch((error: unknown) => {
        throw error instanceof CopyError ? error : new CopyError('lost');
      });
      const listed = await asListed(answer, file);
      if (listed) return listed;
      status = answer.status;
    }
    const now = await published().catch(() => undefined);
    if (now && now.version !== version) throw new CopyError('changed');
    throw now && status === 200 ? new CopyError('altered', file[0]) : new CopyError('lost');
  }

  /** Where the files of runtimes stand that the reader has asked for, of any version. */
  async function askedRuntimes({ runtimes = {} }: FileList) {
    const asked = (await caches.has(names.asked)) ? await open(names.asked) : undefined;
    const keys = (await asked?.keys())?.map(({ url }) => url) ?? [];
    return Object.entries(runtimes).flatMap(([name, files]) => {
      const own = keys.filter((url) => url.startsWith(addressOf(`runtimes/${name}-`, root)));
      return asked && own.length > 0 ? [{ asked, own, files }] : [];
    });
  }

  /** Fetches what is new of these runtimes; those of the version before stay until it is left. */
  async function followRuntimes(list: FileList, signal?: AbortSignal): Promise<void> {
    for (const { asked, own, files } of await askedRuntimes(list))
      for (const file of files)
        if (!own.includes(addressIn(file)))
          await keep(asked, addressIn(file), await download(file, list.version, signal));
  }

  async function dropOldRuntimes(list: FileList): Promise<void> {
    for (const { asked, own, files } of await askedRuntimes(list)) {
      const listed = files.map(addressIn);
      for (const url of own) if (!listed.includes(url)) await asked.delete(url);
    }
  }

  return {
    /** What is there, without asking the network. */
    async state(): Promise<CopyState> {
      return { saved: await savedList() };
    },

    /** The version that is published now. @throws CopyError when the network does not answer */
    published,

    /** What saving the published version takes. */
    async plan(): Promise<Plan> {
      const list = await ask<FileList>('offline/files.json');
      const saved = await savedList();
      if (saved?.version === list.version) await dropBegun(names, list.version);
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
        size: sum(list.files, 2) + list.files.length * besideFile,
      };
    },

    /**
     * Saves a version. What is there already, in this copy or in another one, is held against the list and kept; the
     * rest is downloaded. Only when all is there does the version become the active one.
     *
     * @param progress called with the share that is there, 0 to 1
     * @throws CopyError; what was saved is kept, but for a full device: there room for visited pages matters more
     */
    async save({ list }: Plan, progress: (share: number) => void, signal?: AbortSignal): Promise<void> {
      const name = names.files(list.version);
      const cache = await open(name);
      let done = 0;
      const put = async (file: ListedFile, content: Response) => {
        // A copy that is removed in another tab goes on taking files, for nobody.
        if (!(await caches.has(name))) throw new CopyError('removed');
        await keep(cache, addressIn(file), content);
      };
      const count = () => progress((done += 1) / list.files.length);

      const takeOver = async () => {
        const others = await otherCopies(list.version);
        const rest: ListedFile[] = [];
        for (const file of list.files) {
          if (signal?.aborted) return [];
          const own = await cache.match(addressIn(file));
          const hasType = own?.headers.get('content-type') === (file[4] ?? typeOf(file[0]));
          let found = await asListed(own, file);
          if (found && hasType) {
            count();
            continue;
          }
          for (const other of others) found ??= await asListed(await other.match(addressIn(file)), file);
          if (found) {
            await put(file, found);
            count();
          } else {
            if (own) await cache.delete(addressIn(file));
            rest.push(file);
          }
        }
        return rest;
      };
      const downloadAll = async (todo: ListedFile[]) => {
        // One failure ends the downloads that are on their way.
        const stop = new AbortController();
        signal?.addEventListener('abort', () => stop.abort());
        const next = async () => {
          for (let file = todo.shift(); file && !stop.signal.aborted; file = todo.shift()) {
            await put(file, await download(file, list.version, stop.signal));
            if (!stop.signal.aborted) count();
          }
        };
        try {
          await Promise.all(Array.from({ length: parallel }, next));
        } finally {
          stop.abort();
        }
      };

      const saveAll = async () => {
        const rest = await takeOver();
        await dropBegun(names, list.version);
        await downloadAll(rest);
        if (signal?.aborted) return;
        await followRuntimes(list, signal);
        if (signal?.aborted) return;
        await alone(names.state, async () => {
          if ((await missingOf(list)).length > 0) throw new CopyError('removed');
          await keep(cache, names.listKey, Response.json(list));
          const state = await readState(names);
          await keep(await open(names.state), names.stateKey, Response.json({ ...state, active: list.version }));
        });
        await dropOldRuntimes(list);
        await navigator.storage?.persist?.().catch(() => false);
      };
      try {
        // The name of the lock says to others that this copy is being saved; two tabs may do it at once.
        await alone(name, saveAll, 'shared');
      } catch (error) {
        if (signal?.aborted) return;
        if (error instanceof CopyError && error.reason === 'full' && !(await cache.match(names.listKey)))
          await caches.delete(name);
        throw error;
      }
    },

    /** Removes every copy and what visits have left; only the page that says what is kept stays. */
    async remove(): Promise<void> {
      await alone(names.state, async () => {
        for (const name of await caches.keys())
          if (name.startsWith(names.start) && name !== names.unsaved) await caches.delete(name);
      });
    },
  };
}

/** Fetches a file to its end. @throws CopyError when the server sends nothing for too long */
async function fetchWhole(address: string | URL, cache: RequestCache, signal?: AbortSignal): Promise<Response> {
  const stop = new AbortController();
  signal?.addEventListener('abort', () => stop.abort());
  if (signal?.aborted) stop.abort();
  let stalled = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      stalled = true;
      stop.abort();
    }, patience);
  };
  try {
    wait();
    const answer = await fetch(address, { cache, headers: { 'x-offline': '1' }, signal: stop.signal });
    const parts: BlobPart[] = [];
    const reader = answer.body?.getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      parts.push(part.value);
      wait();
    }
    return new Response(new Blob(parts), { status: answer.status, headers: answer.headers });
  } catch (error) {
    throw stalled ? new CopyError('stalled') : error;
  } finally {
    clearTimeout(timer);
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
