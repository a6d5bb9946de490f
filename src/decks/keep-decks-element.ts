/** `<keep-decks>`: keeps the decks beside it for reading offline, on request, since few readers want them twice. */
import { addressOf, keptNames, pathOf } from '../offline/kept-files.ts';
import { asFile } from '../offline/file-types.ts';
import { button } from '../theme/elements.ts';

customElements.define(
  'keep-decks',
  class extends HTMLElement {
    async connectedCallback() {
      // Without a worker nothing that is kept would ever be given.
      if (!navigator.serviceWorker || !('caches' in window)) return;
      const { base, keep, kept, failed } = this.dataset as Record<string, string>;
      const scope = new URL(base!, location.href);
      const names = keptNames(scope);
      const files = [...(this.parentElement?.querySelectorAll<HTMLAnchorElement>('.decks a[href$=".apkg"]') ?? [])].map(
        ({ href }) => pathOf(new URL(href), scope),
      );
      const said = document.createElement('span');
      said.setAttribute('role', 'status');
      const save = async () => {
        made.disabled = true;
        try {
          const cache = await caches.open(names.asked);
          for (const path of files) {
            const answer = await fetch(addressOf(path, scope), { cache: 'no-cache' });
            if (!answer.ok) throw new Error(String(answer.status));
            await cache.put(addressOf(path, scope), asFile(path, await answer.arrayBuffer()));
          }
          said.textContent = kept!;
        } catch {
          said.textContent = failed!;
        }
        made.disabled = false;
      };
      const made = button(keep!, () => void save());
      this.replaceChildren(made, said);
      if (!(await caches.has(names.asked).catch(() => false))) return;
      const cache = await caches.open(names.asked);
      const there = await Promise.all(files.map((path) => cache.match(addressOf(path, scope))));
      if (there.every(Boolean)) said.textContent = kept!;
    }
  },
);
