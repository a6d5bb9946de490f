/** `<site-search>`: opens search by button, `/` or Ctrl/Cmd+K, and loads what it needs at the first sign of interest. */
import type { SearchPlace } from './answer.ts';
import { preloadSearch } from './preload-search.ts';

class SiteSearch extends HTMLElement {
  #dialog?: Promise<() => void>;

  connectedCallback() {
    const button = this.querySelector('button')!;
    button.addEventListener('click', () => void this.open());
    for (const sign of ['focus', 'pointerenter'])
      button.addEventListener(sign, () => void this.load().catch(() => {}), { once: true });
    addEventListener('keydown', (event) => {
      const typing = (event.target as Element).closest?.('input, textarea, select, [contenteditable]');
      const wanted =
        (event.key === '/' && !typing) || (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey));
      if (!wanted) return;
      event.preventDefault();
      void this.open();
    });
    // A reader who opened a hit and comes back finds the hits again.
    if ((history.state as { search?: boolean } | null)?.search) {
      history.replaceState({ ...(history.state as object), search: undefined }, '');
      void this.open();
    }
  }

  load() {
    const place = { ...this.dataset } as unknown as SearchPlace;
    const loading = (this.#dialog ??= (async () => {
      preloadSearch(place.root);
      const { loadSearch } = await import('./search-dialog.ts');
      return loadSearch(place);
    })());
    // A part that did not come is asked for again at the next sign.
    loading.catch(() => (this.#dialog = undefined));
    return loading;
  }

  async open() {
    const status = this.querySelector('p')!;
    try {
      (await this.load())();
      status.hidden = true;
    } catch {
      // Browsers may keep a script that failed as failed until the page is left: the page for searching is a way round.
      if (!status.hidden) return location.assign(`${this.dataset.root!}search/`);
      status.hidden = false;
      status.textContent = this.dataset.failed!;
    }
  }
}

customElements.define('site-search', SiteSearch);
