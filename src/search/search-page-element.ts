/** `<search-page>`: search as a page of its own, with what is searched in its address (`/search/?q=…&level=…`). */
import { loadTranslator } from '../strings/load-translator.ts';
import type { SearchPlace } from './answer.ts';
import { preloadSearch } from './preload-search.ts';
import type { Search } from './filters.ts';
import { makeSearchPanel } from './search-panel.ts';

class SearchPage extends HTMLElement {
  async connectedCallback() {
    const place = { ...this.dataset } as unknown as SearchPlace;
    const { root } = place;
    preloadSearch(root);
    const t = await loadTranslator(root);
    const { title } = document;
    const panel = makeSearchPanel(place, t, (search) => {
      const words = new URLSearchParams(search);
      if (!search.q) words.delete('q');
      history.replaceState(history.state, '', `${location.pathname}${words.size > 0 ? `?${words}` : ''}`);
      document.title = search.q ? `${search.q} · ${title}` : title;
    });
    this.replaceChildren(panel.element);
    panel.show({ q: '', ...(Object.fromEntries(new URLSearchParams(location.search)) as Partial<Search>) });
    panel.input.focus();
  }
}

customElements.define('search-page', SearchPage);
