/** The search dialog: a field, filters, and hits by topic. */
import './search-dialog.css';
import { loadPagefind } from './pagefind-api.ts';
import { topicHits, type TopicHit } from './topic-hits.ts';

/** How many pages of results are read; each is one small file. */
const pagesRead = 8;
const queryKey = 'search:query';

let dialog: HTMLDialogElement | undefined;

/** Opens the dialog, made at the first call. @param bundle address of `pagefind/` */
export function openSearch(bundle: string): void {
  dialog ??= makeDialog(bundle);
  if (!dialog.open) dialog.showModal();
  const input = dialog.querySelector('input')!;
  input.select();
}

function makeDialog(bundle: string): HTMLDialogElement {
  const element = document.createElement('dialog');
  element.className = 'search-dialog';
  element.setAttribute('aria-label', 'Search');
  element.innerHTML = `
    <form method="dialog" role="search">
      <input type="search" placeholder="Search topics" aria-label="Search topics" autocomplete="off" spellcheck="false" enterkeyhint="search">
      <select aria-label="Level"><option value="">All levels</option></select>
      <button aria-label="Close search">Close</button>
    </form>
    <p class="search-status" role="status"></p>
    <ol></ol>`;
  const input = element.querySelector('input')!;
  const level = element.querySelector('select')!;
  const status = element.querySelector<HTMLElement>('.search-status')!;
  const list = element.querySelector('ol')!;
  let latest = 0;

  const search = async () => {
    const turn = ++latest;
    const query = input.value.trim();
    sessionStorage.setItem(queryKey, query);
    if (!query) {
      list.replaceChildren();
      status.textContent = '';
      return;
    }
    try {
      const pagefind = await loadPagefind(bundle);
      const found = await pagefind.search(query, level.value ? { filters: { level: level.value } } : {});
      const pages = await Promise.all(found.results.slice(0, pagesRead).map((result) => result.data()));
      if (turn !== latest) return;
      const hits = topicHits(pages, query);
      list.replaceChildren(...hits.map(hitElement));
      status.textContent = hits.length
        ? `${hits.length} ${hits.length === 1 ? 'section' : 'sections'} on ${pages.length} of ${found.results.length} ${found.results.length === 1 ? 'page' : 'pages'}`
        : `Nothing found for “${query}”. Try fewer or other words.`;
    } catch {
      if (turn === latest) status.textContent = 'Search could not be loaded. Check the connection and type again.';
    }
  };

  input.addEventListener('input', () => void search());
  level.addEventListener('change', () => void search());
  element.addEventListener('keydown', (event) => moveByKey(event, input, list));
  element.addEventListener('click', (event) => {
    if (event.target === element) element.close();
    if ((event.target as Element).closest('ol a')) element.close();
  });
  element.querySelector('form')!.addEventListener('submit', (event) => {
    if ((event as SubmitEvent).submitter?.tagName === 'BUTTON' && document.activeElement !== input) return;
    event.preventDefault();
    list.querySelector('a')?.click();
  });
  element.querySelector('button')!.addEventListener('click', () => element.close());
  document.body.append(element);
  input.value = sessionStorage.getItem(queryKey) ?? '';
  if (input.value) void search();
  void loadPagefind(bundle)
    .then((pagefind) => pagefind.filters())
    .then(({ level: levels = {} }) => level.append(...Object.keys(levels).map((name) => new Option(name, name))))
    .catch(() => {});
  return element;
}

function hitElement({ url, title, page, level, excerpt }: TopicHit): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  const heading = document.createElement('strong');
  heading.textContent = title;
  const place = document.createElement('span');
  place.textContent = [page, level].filter(Boolean).join(' · ');
  const text = document.createElement('p');
  text.innerHTML = excerpt;
  link.append(heading, place, text);
  item.append(link);
  return item;
}

/** Arrow keys walk through field and hits. */
function moveByKey(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops: HTMLElement[] = [input, ...list.querySelectorAll('a')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  stops[(at + (event.key === 'ArrowDown' ? 1 : -1) + stops.length) % stops.length]!.focus();
}
