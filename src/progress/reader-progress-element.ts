/**
 * `<reader-progress>`: shows on every page what the reader has marked, and loads what keeps it when something is marked.
 * A page shows it from a copy in `localStorage`, so nothing is loaded for it.
 */
import { pendingKey, readPending, readPlace, readShown, shownKey, writeKept } from './kept-here.ts';
import type { Extent, Shown, ShownState } from '../record/reading.ts';

const { documentElement: page } = document;

class ReaderProgress extends HTMLElement {
  #shown?: Shown;
  /** Changes on their way: a reader who goes on choosing with the keyboard is not set back to the choice before. */
  #keeping = 0;
  #queue = Promise.resolve();

  connectedCallback() {
    const { base, version, lesson } = this.dataset as Record<string, string>;
    const key = shownKey(base!);
    const read = () => readShown(base!);
    const shown = read();
    this.paint(shown);
    document.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLSelectElement && target.dataset.mark) void this.keep(target);
    });
    const paintAgain = () => this.paint(read());
    // Another tab has changed the copy, or this one.
    addEventListener('storage', (event) => void (event.key === key && paintAgain()));
    // A page that the reader comes back to stands as it was left; what waits for changes hears of this one too.
    addEventListener(
      'pageshow',
      ({ persisted }) => persisted && dispatchEvent(new CustomEvent('progress-changed', { detail: read() })),
    );
    addEventListener('progress-changed', (event) => this.paint((event as CustomEvent<Shown>).detail));
    // What is chosen elsewhere moves with the progress.
    for (const choice of ['track', 'plan'])
      addEventListener(`roadmap:${choice}`, () => void this.keeper().then(({ keepChoices }) => keepChoices(this)));
    // The sidebar was made anew for the chosen track.
    addEventListener('roadmap:followed', paintAgain);
    // Where the reader leaves matters only once they have moved; without a network what keeps it may not be there.
    const watchPlace = () =>
      void import('./keep-place.ts').then(
        ({ keepPlace }) => keepPlace(base!),
        () => undefined,
      );
    if (lesson) addEventListener('scroll', watchPlace, { once: true });
    // The roadmap was published anew, or the copy is gone and the record may still be there.
    if (shown?.version !== version || readPending(base!)[0]) void this.lookAgain(shown);
  }

  async keep({ dataset, value }: HTMLSelectElement) {
    const base = this.dataset.base!;
    const mark = { id: dataset.mark!, state: value, revision: Number(dataset.revision ?? 1) };
    // It stands here until it is kept: without a network, what keeps it may not be there.
    const marks = [...readPending(base), mark];
    writeKept(pendingKey(base), marks);
    this.#keeping += 1;
    // One after the other: of two choices in a row the second must be the later one.
    const work = this.#queue.then(async () => (await this.keeper()).keepMarks(this, marks));
    this.#queue = work.catch(() => undefined);
    const isKept = await work.then(
      () => true,
      () => false,
    );
    this.#keeping -= 1;
    if (isKept) this.paint(this.#shown);
  }

  keeper() {
    return import('./keep-mark.ts');
  }

  async lookAgain(shown?: Shown) {
    // A browser that keeps nothing may have no such storage, or refuse to tell.
    const known =
      shown ??
      (await globalThis.indexedDB?.databases?.().catch(() => undefined))?.some(
        ({ name }) => name === `progress ${this.dataset.base}`,
      );
    if (!known && !readPending(this.dataset.base!)[0]) return;
    await (await this.keeper()).refresh(this);
  }

  paint(shown?: Shown) {
    this.#shown = shown;
    for (const select of document.querySelectorAll<HTMLSelectElement>('[data-mark]')) {
      const state = stateOf(shown, select.dataset.mark!) ?? 'none';
      if (this.#keeping === 0) select.value = state === 'changed' ? 'done' : state;
      select.parentElement!.dataset.state = state;
      select.disabled = false;
      markInContents(select, state);
    }
    for (const element of document.querySelectorAll<HTMLElement>('[data-extent]')) {
      const { extent = '', words = '' } = element.dataset;
      element.dataset.words ??= element.textContent;
      const [kind, name = ''] = extent.split(/:/);
      const found =
        kind === 'all'
          ? shown?.all
          : kind === 'lesson'
            ? shown?.lessons[name]?.extent
            : shown?.[kind as 'stages' | 'tracks']?.[name];
      element.dataset.done = `${found?.[0] ?? 0}`;
      // Behind the dot is what is left, which is not said where nothing is.
      if (found) element.textContent = fill((element.dataset.of || words).split(found[3] > 0 ? /$/ : ' · ')[0]!, found);
      else if (words) element.textContent = words;
    }
    for (const element of document.querySelectorAll<HTMLElement | SVGElement>(':is(a, li)[data-lesson]'))
      this.tell(element, shown?.lessons[element.dataset.lesson!]);
    const place = readPlace(this.dataset.base!);
    for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-continue]')) {
      link.hidden = !place;
      if (!place) continue;
      link.href = this.dataset.base + place.path;
      (link.querySelector('span') ?? link).textContent = place.title;
    }
  }

  /** Says in a link how far the reader is in its lesson: a sign to look at, and words to hear. */
  tell(element: HTMLElement | SVGElement, lesson?: Shown['lessons'][string]) {
    const { state, extent } = lesson ?? {};
    element.dataset.state = state ?? 'none';
    const words = state && extent && (state === 'reading' ? fill(this.dataset.count!, extent) : this.dataset[state]!);
    if (element instanceof SVGElement) {
      // A picture shows the state by its style sheet and describes itself in words.
      const about = element.querySelector<SVGElement>('desc');
      if (about) about.textContent = `${(about.dataset.words ??= about.textContent)} ${words ?? ''}`.trim();
      return;
    }
    element.querySelector('.lesson-state')?.remove();
    if (!words) return;
    const sign = state === 'reading' ? `${digits(extent![0])}/${digits(extent![1])}` : signs[state];
    const badge = Object.assign(document.createElement('span'), { className: 'lesson-state' });
    badge.innerHTML = '<span aria-hidden="true"></span><span class="sr-only"></span>';
    badge.firstElementChild!.textContent = sign;
    badge.lastElementChild!.textContent = words;
    (element.localName === 'a' ? element : element.querySelector('a')!).append(badge);
  }
}

/** Shows the state of a topic or project at its link in the table of contents; the style sheet draws the sign. */
function markInContents({ dataset, selectedOptions }: HTMLSelectElement, state: ShownState | 'none') {
  const section = dataset.mark!.split(/[:/]/).at(-1)!;
  const links = document.querySelectorAll<HTMLAnchorElement>(
    `:is(starlight-toc, mobile-starlight-toc) a[href="#${CSS.escape(section)}"]`,
  );
  for (const link of links) {
    link.dataset.state = state;
    link.ariaDescription = state === 'none' ? null : (selectedOptions[0]?.text ?? null);
  }
}

const signs = { done: '✓', skip: '–', changed: '↻' };

function stateOf(shown: Shown | undefined, id: string): ShownState | undefined {
  const [kind, slug = '', topic = ''] = id.split(/[:/]/);
  const lesson = shown?.lessons[slug];
  if (kind === 'topic') return lesson?.topics[topic];
  if (kind === 'project') return shown?.projects[slug];
  return kind === 'build' ? lesson?.build : lesson?.own;
}

const digits = (value: number) => Math.ceil(value).toLocaleString(page.lang);

/** `{done} of 12 topics, {least}–{most} h left` with the values of an extent; `1–1` is written as `1`. */
const fill = (text: string, [done, count, least, most]: Extent) =>
  text
    .replace(/\{(\w+)\}/g, (_, name: string) => digits({ done, count, least, most }[name] ?? 0))
    .replace(/([^\s\u2060]+)(\u2060?–\u2060?)\1(?!\S)/, '$1');

customElements.define('reader-progress', ReaderProgress);
