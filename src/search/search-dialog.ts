/** The search dialog: the panel over the page. What was searched stays when the reader goes on and comes back. */
import { loadTranslator } from '../strings/load-translator.ts';
import type { Translator } from '../strings/translator.ts';
import { button } from '../theme/elements.ts';
import type { SearchPlace } from './answer.ts';
import { keepLastSearch, lastSearch } from './recent-searches.ts';
import { makeSearchPanel, type SearchPanel } from './search-panel.ts';

let dialog: HTMLDialogElement | undefined;
let panel: SearchPanel;

/** Loads the words of the dialog. @returns a function that opens it */
export async function loadSearch(place: SearchPlace): Promise<() => void> {
  const t = await loadTranslator(place.root);
  return () => openSearch(place, t);
}

/** Opens the dialog, made at the first call. */
function openSearch(place: SearchPlace, t: Translator): void {
  dialog ??= makeDialog(place, t);
  if (!dialog.open) dialog.showModal();
  panel.input.focus();
  panel.input.select();
}

function makeDialog(place: SearchPlace, t: Translator): HTMLDialogElement {
  const element = document.createElement('dialog');
  element.className = 'search-dialog';
  element.setAttribute('aria-label', t('page.search'));
  panel = makeSearchPanel(place, t, keepLastSearch);
  const tools = document.createElement('p');
  tools.className = 'search-tools';
  const full = document.createElement('a');
  full.textContent = t('search.page');
  full.href = `${place.root}search/`;
  full.addEventListener('click', () => {
    full.href = `${place.root}search/?${new URLSearchParams(panel.current())}`;
  });
  tools.append(
    full,
    button(t('search.close'), () => element.close()),
  );
  element.append(panel.element, tools);
  element.addEventListener('click', (event) => {
    if (event.target === element) element.close();
    if (!(event.target as Element).closest('ol a')) return;
    history.replaceState({ ...(history.state as object | null), search: true }, '');
    element.close();
  });
  document.body.append(element);
  const last = lastSearch();
  if (last) panel.show(last);
  return element;
}
