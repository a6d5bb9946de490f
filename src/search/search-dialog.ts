/** The search dialog: the panel over the page. What was searched stays when the reader goes on and comes back. */
import { makeSearchPanel, type Search, type SearchPanel } from './search-panel.ts';

const key = 'search';

let dialog: HTMLDialogElement | undefined;
let panel: SearchPanel;

/** Opens the dialog, made at the first call. @param bundle address of `pagefind/` */
export function openSearch(bundle: string): void {
  dialog ??= makeDialog(bundle);
  if (!dialog.open) dialog.showModal();
  panel.input.focus();
  panel.input.select();
}

function makeDialog(bundle: string): HTMLDialogElement {
  const element = document.createElement('dialog');
  element.className = 'search-dialog';
  element.setAttribute('aria-label', 'Search');
  panel = makeSearchPanel(bundle, (search) => sessionStorage.setItem(key, JSON.stringify(search)));
  const tools = document.createElement('p');
  tools.className = 'search-tools';
  const full = document.createElement('a');
  full.textContent = 'Open as a page';
  full.href = `${bundle}../search/`;
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = 'Close';
  close.addEventListener('click', () => element.close());
  full.addEventListener('click', () => {
    full.href = `${bundle}../search/?${new URLSearchParams(panel.current())}`;
  });
  tools.append(full, close);
  element.append(panel.element, tools);
  element.addEventListener('click', (event) => {
    if (event.target === element) element.close();
    if (!(event.target as Element).closest('ol a')) return;
    history.replaceState({ ...(history.state as object | null), search: true }, '');
    element.close();
  });
  document.body.append(element);
  const last = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Search | null;
  if (last?.q) panel.show(last);
  return element;
}
