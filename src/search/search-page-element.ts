/** `<search-page>`: search as a page of its own, with what is searched in its address (`/search/?q=…&level=…`). */
import { preloadSearch } from './preload-search.ts';
import { makeSearchPanel, type Search } from './search-panel.ts';

class SearchPage extends HTMLElement {
  connectedCallback() {
    preloadSearch(this.dataset.bundle!);
    const panel = makeSearchPanel(this.dataset.bundle!, (search) => {
      const words = new URLSearchParams(search);
      if (!search.q) words.delete('q');
      history.replaceState(history.state, '', `${location.pathname}${words.size > 0 ? `?${words}` : ''}`);
      document.title = document.title.replace(/^.*?(?=Search \|)/, search.q ? `${search.q} · ` : '');
    });
    this.replaceChildren(panel.element);
    panel.show({ q: '', ...(Object.fromEntries(new URLSearchParams(location.search)) as Partial<Search>) });
    panel.input.focus();
  }
}

customElements.define('search-page', SearchPage);
