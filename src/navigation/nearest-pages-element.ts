/** `<nearest-pages>`: lists the pages of the menu whose addresses are most like the one that was asked for. */
import { nearestPages } from './nearest-pages.ts';

class NearestPages extends HTMLElement {
  connectedCallback() {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('#starlight__sidebar li a')];
    const near = nearestPages(
      location.pathname,
      links.map((link) => ({ path: link.pathname, title: link.textContent.trim() })),
    );
    this.querySelector('ul')!.append(
      ...near.map(({ path, title }) => {
        const link = document.createElement('a');
        link.href = path;
        link.textContent = title;
        const item = document.createElement('li');
        item.append(link);
        return item;
      }),
    );
    this.hidden = near.length === 0;
  }
}

customElements.define('nearest-pages', NearestPages);
