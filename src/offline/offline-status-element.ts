/**
 * `<offline-status>`: registers the service worker, says discreetly that a page is read offline or that a new version
 * can be saved, and opens the control from links to it. Everything else is loaded when it is asked for.
 */
class OfflineStatus extends HTMLElement {
  connectedCallback() {
    const base = this.dataset.base!;
    document.addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('[data-offline]');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      void import('./offline-dialog.ts')
        .then(({ openOfflineDialog }) => openOfflineDialog(base, this.dataset.root!))
        .catch(() => location.assign(link.href));
    });
    addEventListener('offline', () => this.say(this.dataset.reading!));
    addEventListener('online', () => this.say(''));
    if (!navigator.onLine) this.say(this.dataset.reading!);
    const { serviceWorker } = navigator;
    if (!serviceWorker || import.meta.env.DEV) return;
    serviceWorker.addEventListener('message', ({ data }) => data === 'offline' && this.say(this.dataset.reading!));
    addEventListener('load', () => {
      // Refused registration (blocked storage) leaves a page that works.
      serviceWorker.register(`${base}sw.js`, { scope: base, updateViaCache: 'none' }).catch(() => {});
      void this.compare(base).catch(() => {});
    });
  }

  /** Where a copy is saved: is the network there, and is there a new version? */
  async compare(base: string) {
    const path = new URL(base, location.href).pathname;
    if (!(await caches.has(`roadmap ${path} state`))) return;
    const kept = await (await caches.open(`roadmap ${path} state`)).match(`${base}__state`);
    const { active } = kept ? ((await kept.json()) as { active?: string }) : {};
    if (!active) return;
    document.documentElement.dataset.saved = '';
    try {
      const answer = await fetch(`${base}offline/version.json`, { cache: 'no-store' });
      const { version } = (await answer.json()) as { version: string };
      if (version !== active) this.say(this.dataset.newer!);
    } catch {
      this.say(this.dataset.reading!);
    }
  }

  say(words: string) {
    this.hidden = words === '';
    this.querySelector('span')!.textContent = words;
  }
}

customElements.define('offline-status', OfflineStatus);
