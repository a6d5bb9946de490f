/**
 * Answers requests of pages from what is kept on the device.
 *
 * - A saved copy answers first, whole: an open page gets every file from the version it was loaded from.
 * - Without a copy the network answers first and pages that were visited answer when it does not.
 *
 * The file is published as it is, without types; it imports nothing. Names of caches hold the scope, so that two sites
 * on one origin do not meet.
 */
(() => {
  /** Folders of the further languages; written by write-offline-files.ts. */
  const languages: string[] = [];
  const worker = self as unknown as ServiceWorkerGlobalScope;
  const scope = new URL(worker.registration.scope);
  const cacheName = (part: string) => `roadmap ${scope.pathname} ${part}`;
  const stateKey = new URL('__state', scope).href;
  /** How long a page that was visited before waits for a slow network, in ms. */
  const patience = 4000;
  /** How many visited files are kept. */
  const visitedMost = 300;

  interface State {
    active?: string;
    /** Client id → version it was loaded from; empty for the network. */
    clients?: Record<string, string>;
  }
  let versions: Record<string, string> | undefined;

  const readState = async (): Promise<State> => {
    const cache = await caches.open(cacheName('state'));
    const kept = await cache.match(stateKey);
    return kept ? ((await kept.json()) as State) : {};
  };

  /** Path below the scope of the file that answers an address. */
  const fileOf = ({ pathname }: URL) => {
    const file = decodeURI(pathname.slice(scope.pathname.length));
    return file === '' || file.endsWith('/') ? `${file}index.html` : file;
  };

  /** The page for an unknown address, in the language of the address. */
  const missingPage = ({ pathname }: URL) => {
    const [folder = ''] = pathname.slice(scope.pathname.length).split('/');
    return new URL(languages.includes(folder) ? `${folder}/404.html` : '404.html', scope);
  };

  worker.addEventListener('install', (event) => {
    event.waitUntil(
      (async () => {
        const cache = await caches.open(cacheName('visited'));
        for (const folder of ['', ...languages.map((one) => `${one}/`)]) {
          const page = new URL(`${folder}404.html`, scope);
          const answer = await fetch(page).catch(() => undefined);
          if (answer?.ok) await cache.put(page, new Response(answer.body, { headers: answer.headers }));
        }
        await worker.skipWaiting();
      })(),
    );
  });
  worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

  worker.addEventListener('fetch', (event) => {
    const { request } = event;
    const url = new URL(request.url);
    const ours = url.origin === scope.origin && url.pathname.startsWith(scope.pathname);
    // Requests of `site-copy.ts` carry this header: they are meant for the network.
    if (request.method !== 'GET' || !ours || request.headers.has('x-offline')) return;
    if (fileOf(url).startsWith('offline/') && url.pathname.endsWith('.json')) return;
    event.respondWith(answer(event, url));
  });

  async function answer(event: FetchEvent, url: URL): Promise<Response> {
    const version = await versionFor(event);
    if (version) {
      const kept = await fromCopy(version, url, event.request.mode === 'navigate');
      if (kept) return kept;
    }
    return fromNetwork(event, url, version);
  }

  /** The version the asking page belongs to. */
  async function versionFor(event: FetchEvent): Promise<string> {
    if (event.request.mode !== 'navigate') {
      const state = versions === undefined || !(event.clientId in versions) ? await readState() : undefined;
      versions ??= state?.clients ?? {};
      // Workers of a page are clients of their own: they belong to the version of the page that starts them.
      const version = versions[event.clientId] ?? state?.active ?? '';
      if (event.resultingClientId) versions[event.resultingClientId] = version;
      return version;
    }
    const state = await readState();
    const active = state.active ?? '';
    const alive = new Set((await worker.clients.matchAll({ includeUncontrolled: true })).map((client) => client.id));
    const kept = Object.entries({ ...state.clients, ...versions }).filter(([id]) => alive.has(id));
    versions = { ...Object.fromEntries(kept), [event.resultingClientId]: active };
    event.waitUntil(keepState({ ...state, clients: versions }));
    return active;
  }

  async function keepState(state: State): Promise<void> {
    const cache = await caches.open(cacheName('state'));
    // The page may have made another version the active one in the meantime.
    const { active } = await readState();
    await cache.put(stateKey, Response.json({ ...state, active }));
    await dropUnused(active, Object.values(state.clients ?? {}));
  }

  /** Removes copies that are neither active, nor shown by an open page, nor being saved (no list of files in them yet). */
  async function dropUnused(active: string | undefined, shown: readonly string[]): Promise<void> {
    const start = cacheName('files ');
    for (const name of await caches.keys()) {
      if (!name.startsWith(start)) continue;
      const version = name.slice(start.length);
      if (version === active || shown.includes(version)) continue;
      const cache = await caches.open(name);
      if (await cache.match(new URL('offline/files.json', scope))) await caches.delete(name);
    }
  }

  async function fromCopy(version: string, url: URL, navigates: boolean): Promise<Response | undefined> {
    if (!(await caches.has(cacheName(`files ${version}`)))) return undefined;
    const cache = await caches.open(cacheName(`files ${version}`));
    const file = fileOf(url);
    const kept = await cache.match(new URL(file, scope));
    if (kept) return kept;
    if (navigates && (await cache.match(new URL(`${file}/index.html`, scope))))
      return Response.redirect(new URL(`${file}/${url.search}`, scope).href, 301);
    return undefined;
  }

  async function fromNetwork(event: FetchEvent, url: URL, version: string): Promise<Response> {
    const { request } = event;
    const visited = await caches.open(cacheName('visited'));
    const key = new URL(fileOf(url), scope);
    const kept = await visited.match(key);
    // Names of these files hold a hash of their content.
    if (kept && /\/(?:_astro|pagefind\/(?:fragment|index|filter))\//.test(url.pathname)) return kept;
    try {
      const asked = fetch(request);
      const answered = kept
        ? await Promise.race([asked, new Promise<undefined>((go) => setTimeout(go, patience))])
        : await asked;
      if (!answered) throw new Error('slow');
      if (answered.ok && !answered.redirected && !version) event.waitUntil(keepVisited(visited, key, answered.clone()));
      return answered;
    } catch {
      void tellOffline(event);
      if (kept) return kept;
      if (request.mode !== 'navigate') return Response.error();
      const missing =
        (version && (await (await caches.open(cacheName(`files ${version}`))).match(missingPage(url)))) ||
        (await visited.match(missingPage(url)));
      return missing ? new Response(missing.body, { status: 404, headers: missing.headers }) : Response.error();
    }
  }

  async function keepVisited(cache: Cache, key: URL, answered: Response): Promise<void> {
    try {
      await cache.delete(key);
      await cache.put(key, answered);
      const keys = await cache.keys();
      await Promise.all(keys.slice(0, Math.max(0, keys.length - visitedMost)).map((one) => cache.delete(one)));
    } catch {
      // No room: the page was shown all the same.
    }
  }

  /** Tells the page that the network did not answer. */
  async function tellOffline({ clientId, resultingClientId }: FetchEvent): Promise<void> {
    // A page that is being loaded cannot listen yet.
    if (!clientId) await new Promise((go) => setTimeout(go, 1000));
    (await worker.clients.get(resultingClientId || clientId))?.postMessage('offline');
  }
})();
