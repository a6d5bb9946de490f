/**
 * Answers requests of pages from what is kept on the device.
 *
 * - A saved copy answers first, whole: an open page gets every file from the version it was loaded from. A file is held
 *   against the list of its version before it is given; one that is damaged is fetched again.
 * - Without a copy the network answers first, and what was visited answers when it does not. Nothing visited goes before
 *   the network, because no list says that it is right: one wrong answer of a host would stand for ever.
 */
import { isOfRuntime } from '../../runtimes/runtime-policy.ts';
import { asFile, canBe, typeOf } from '../file-types.ts';
import {
  addressOf,
  alone,
  asListed,
  dropBegun,
  keptNames,
  pathOf,
  readState,
  type FileList,
  type KeptState,
  type ListedFile,
  type VersionFile,
} from '../kept-files.ts';

/** Folders of the further languages; written by write-offline-files.ts. */
declare const LANGUAGES: string[];

const worker = self as unknown as ServiceWorkerGlobalScope;
const scope = new URL(worker.registration.scope);
const names = keptNames(scope);
/** How long a file that was visited before waits for a slow network, in ms. */
const patience = 4000;
/** How many visited files are kept. */
const visitedMost = 300;
/** Names of these files hold a hash of their content. */
const hashed = /^(?:_astro|pagefind\/(?:fragment|index|filter))\//;

let versions: Record<string, string> | undefined;
const lists = new Map<string, ReadonlyMap<string, ListedFile>>();

/** The page that says what is kept, in the language of an address. */
const unsavedPage = ({ pathname }: URL) => {
  const [folder = ''] = pathname.slice(scope.pathname.length).split('/');
  return new URL(`${LANGUAGES.includes(folder) ? `${folder}/` : ''}offline/unsaved/`, scope).href;
};

worker.addEventListener('install', (event) => event.waitUntil(keepUnsavedPages().then(() => worker.skipWaiting())));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

/** Keeps the page for what is not saved in each language, with its style sheets, which the browser has already. */
async function keepUnsavedPages(): Promise<void> {
  const ask = (address: string) => fetch(address).catch(() => undefined);
  const pages = ['', ...LANGUAGES.map((one) => `${one}/`)].map((one) => new URL(`${one}offline/unsaved/`, scope).href);
  const found = new Map<string, string>();
  for (const page of pages) {
    const answer = await ask(page);
    if (answer?.ok && canBe('index.html', answer.headers.get('content-type'))) found.set(page, await answer.text());
  }
  if (found.size === 0) return;
  await caches.delete(names.unsaved);
  const cache = await caches.open(names.unsaved);
  for (const [page, html] of found) await cache.put(page, asFile('index.html', html));
  const sheets = [...found.values()].flatMap((html) => [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)]);
  for (const sheet of new Set(sheets.map(([, href]) => new URL(href!, scope).href))) {
    const answer = await ask(sheet);
    if (answer) await keepVisited(cache, pathOf(new URL(sheet), scope), answer);
  }
}

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const ours = url.origin === scope.origin && url.pathname.startsWith(scope.pathname);
  // Requests of `site-copy.ts` carry this header: they are meant for the network.
  if (request.method !== 'GET' || !ours || request.headers.has('x-offline')) return;
  const path = pathOf(url, scope);
  if (path === 'offline/version.json') return event.respondWith(tellPublished(event));
  if (path === 'offline/files.json') return;
  event.respondWith(answer(event, url, path).then((found) => inRange(request, found)));
});

/** Asks which version is published; when the saved one is, what was begun of others is not wanted any more. */
async function tellPublished(event: FetchEvent): Promise<Response> {
  const answered = await fetch(event.request);
  const copy = answered.clone();
  const tidy = async () => {
    const { version } = (await copy.json()) as VersionFile;
    if ((await readState(names)).active === version) await dropBegun(names, version);
  };
  event.waitUntil(tidy().catch(() => {}));
  return answered;
}

async function answer(event: FetchEvent, url: URL, path: string): Promise<Response> {
  const version = await versionFor(event);
  if (version) {
    const kept = await fromCopy(event, version, url, path);
    if (kept) return kept;
  }
  return fromNetwork(event, url, path, version);
}

/** The version the asking page belongs to. */
async function versionFor(event: FetchEvent): Promise<string> {
  if (event.request.mode !== 'navigate') {
    const state = versions === undefined || !(event.clientId in versions) ? await readState(names) : undefined;
    versions ??= state?.clients ?? {};
    // Workers of a page are clients of their own: they belong to the version of the page that starts them.
    const version = versions[event.clientId] ?? state?.active ?? '';
    if (event.resultingClientId) versions[event.resultingClientId] = version;
    return version;
  }
  const state = await readState(names);
  const active = state.active ?? '';
  const alive = new Set((await worker.clients.matchAll({ includeUncontrolled: true })).map((client) => client.id));
  const kept = Object.entries({ ...state.clients, ...versions }).filter(([id]) => alive.has(id));
  versions = { ...Object.fromEntries(kept), [event.resultingClientId]: active };
  event.waitUntil(keepClients(versions));
  return active;
}

async function keepClients(clients: Record<string, string>): Promise<void> {
  const active = await alone(names.state, async () => {
    // The page may have made another version the active one in the meantime.
    const state: KeptState = { ...(await readState(names)), clients };
    await (await caches.open(names.state)).put(names.stateKey, Response.json(state));
    return state.active;
  });
  await dropUnused(active, Object.values(clients));
}

/** Removes copies that are neither active, nor shown by an open page, nor being saved (no list of files in them yet). */
async function dropUnused(active: string | undefined, shown: readonly string[]): Promise<void> {
  const start = names.files('');
  for (const name of await caches.keys()) {
    if (!name.startsWith(start)) continue;
    const version = name.slice(start.length);
    if (version === active || shown.includes(version)) continue;
    const cache = await caches.open(name);
    if (await cache.match(names.listKey)) await caches.delete(name);
  }
}

/** The files of a saved version by their paths. */
async function listOf(version: string): Promise<ReadonlyMap<string, ListedFile> | undefined> {
  if (!(await caches.has(names.files(version)))) return undefined;
  const known = lists.get(version);
  if (known) return known;
  const kept = await (await caches.open(names.files(version))).match(names.listKey);
  if (!kept) return undefined;
  const list = new Map(((await kept.json()) as FileList).files.map((file) => [file[0], file]));
  lists.set(version, list);
  return list;
}

async function fromCopy(event: FetchEvent, version: string, url: URL, path: string): Promise<Response | undefined> {
  const list = await listOf(version);
  const file = list?.get(path);
  if (!file) {
    const folder = event.request.mode === 'navigate' && list?.has(`${path}/index.html`);
    return folder ? Response.redirect(`${url.origin}${url.pathname}/${url.search}`, 301) : undefined;
  }
  const cache = await caches.open(names.files(version));
  const address = addressOf(path, scope);
  const kept = await asListed(await cache.match(address), file);
  if (kept) return kept;
  // Damaged or gone: mended, where the site still has the same file.
  const again = fetch(address, { cache: 'reload', signal: AbortSignal.timeout(patience) });
  const mended = await asListed(await again.catch(() => undefined), file).catch(() => undefined);
  if (mended) event.waitUntil(cache.put(address, mended.clone()).catch(() => {}));
  return mended;
}

async function fromNetwork(event: FetchEvent, url: URL, path: string, version: string): Promise<Response> {
  const { request } = event;
  const visited = await caches.open(names.visited);
  const key = addressOf(path, scope);
  const keptIn = async (name: string) => (await caches.has(name)) && (await (await caches.open(name)).match(key));
  const found = (await visited.match(key)) || (await keptIn(names.asked)) || (await keptIn(names.unsaved)) || undefined;
  const kept = found && canBe(path, found.headers.get('content-type')) ? found : undefined;
  // Names of runtimes change with their content: what the reader has asked for is right.
  if (kept && isOfRuntime(path)) return kept;
  try {
    const asked = fetch(request);
    const answered = kept
      ? await Promise.race([asked, new Promise<undefined>((go) => setTimeout(go, patience))])
      : await asked;
    if (!answered) throw new Error('slow');
    if (kept && answered.status >= 500) throw new Error('busy');
    // A page of the version before asks for what the host has no more.
    const isGone = !answered.ok || !canBe(path, answered.headers.get('content-type'));
    if (kept && isGone && hashed.test(path)) return kept;
    // Runtimes are large, and kept on request.
    if (!version && !isOfRuntime(path)) event.waitUntil(keepVisited(visited, path, answered.clone()));
    return answered;
  } catch {
    void tellOffline(event);
    if (kept) return kept;
    return request.mode === 'navigate' ? sayUnsaved(url, version, visited) : Response.error();
  }
}

/** Keeps a file of a visit, unless it is evidently another one: a host’s error page, or the sign-in page of a network. */
async function keepVisited(cache: Cache, path: string, answered: Response): Promise<void> {
  if (answered.status !== 200 || answered.redirected || !canBe(path, answered.headers.get('content-type'))) return;
  const content = await answered.arrayBuffer();
  // Every page of ours brings the element that has registered this worker.
  const isOurs = !path.endsWith('.html') || new TextDecoder().decode(content).includes('<offline-status');
  if (content.byteLength === 0 || !isOurs) return;
  const key = addressOf(path, scope);
  try {
    await cache.delete(key);
    await cache.put(key, asFile(path, content));
    const keys = await cache.keys();
    await Promise.all(keys.slice(0, Math.max(0, keys.length - visitedMost)).map((one) => cache.delete(one)));
  } catch {
    // No room: the page was shown all the same.
  }
}

/** The page that says that something is not kept, and what is: the saved copy, or the pages that were visited. */
async function sayUnsaved(url: URL, version: string, visited: Cache): Promise<Response> {
  const page = await (await caches.open(names.unsaved)).match(unsavedPage(url));
  if (!page) return Response.error();
  const links = version ? [] : await visitedPages(visited);
  const shown = version ? 'copy' : links.length > 0 ? 'visited' : 'nothing';
  const html = (await page.text())
    .replace(`data-kept="${shown}" hidden`, `data-kept="${shown}"`)
    .replace('<ul data-visited></ul>', () => `<ul>${links.join('')}</ul>`);
  return new Response(html, { status: 503, headers: { 'content-type': typeOf('index.html') } });
}

/** Links to the pages that were visited last, as HTML. */
async function visitedPages(visited: Cache): Promise<string[]> {
  const pages = (await visited.keys()).filter(({ url }) => url.endsWith('/index.html')).slice(-30);
  return Promise.all(
    pages.reverse().map(async ({ url }) => {
      const html = (await (await visited.match(url))?.text()) ?? '';
      const title = /<title>(.*?)(?: \| [^|]*)?<\/title>/s.exec(html)?.[1] ?? url;
      return `<li><a href="${url.replace(/index\.html$/, '')}">${title.replaceAll('<', '&lt;')}</a></li>`;
    }),
  );
}

/** Gives the part that a player of sound or video asks for. */
async function inRange(request: Request, whole: Response): Promise<Response> {
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('range') ?? '');
  if (!range || whole.status !== 200) return whole;
  const content = await whole.blob();
  const from = Number(range[1]);
  const to = Math.min(range[2] ? Number(range[2]) : Infinity, content.size - 1);
  return new Response(content.slice(from, to + 1), {
    status: 206,
    headers: {
      'content-type': whole.headers.get('content-type') ?? '',
      'content-range': `bytes ${from}-${to}/${content.size}`,
    },
  });
}

/** Tells the page that the network did not answer. */
async function tellOffline({ clientId, resultingClientId }: FetchEvent): Promise<void> {
  // A page that is being loaded cannot listen yet.
  if (!clientId) await new Promise((go) => setTimeout(go, 1000));
  (await worker.clients.get(resultingClientId || clientId))?.postMessage('offline');
}
