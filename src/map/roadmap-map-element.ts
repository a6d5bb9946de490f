import { chosenTrack, trackEvent } from '../tracks/chosen-track.ts';

/**
 * Lights up, on the map, the track that the reader follows, the way to a station and what it opens, and shows what the map in words says of it. A pointer
 * or the keyboard on a station is enough; a finger chooses a station first and opens its lesson with a second tap.
 *
 * It sets `data-lit` on a picture and `data-role` (`here`, `needs` or `opens`) on its stations and lines.
 */
class RoadmapMap extends HTMLElement {
  #chosen = '';
  #byTouch = false;
  #leaving = 0;

  /** Lines as they are painted when nothing is lit. */
  #order: [Element, Element[]][] = [];

  connectedCallback() {
    this.#order = [...this.querySelectorAll('svg > g')].map((group) => [group, [...group.children]]);
    this.#findReady();
    this.#lightTrack();
    addEventListener(trackEvent, () => this.#lightTrack());
    new MutationObserver(() => this.#findReady()).observe(this, { attributeFilter: ['data-state'], subtree: true });
    const stationOf = ({ target }: Event) => (target as Element).closest<SVGAElement>('svg [data-lesson]');
    this.addEventListener('pointerover', (event) => {
      const station = stationOf(event);
      if (event.pointerType !== 'touch' && station) this.#light(station);
    });
    this.addEventListener('pointerdown', (event) => (this.#byTouch = event.pointerType === 'touch'));
    this.addEventListener('focusin', (event) => {
      const station = stationOf(event);
      if (station?.matches(':focus-visible')) this.#light(station);
    });
    this.addEventListener('click', (event) => {
      const station = stationOf(event);
      if (!station || !this.#byTouch || this.#chosen === station.dataset.lesson) return;
      event.preventDefault();
      this.#light(station);
    });
    const leave = () => {
      clearTimeout(this.#leaving);
      this.#leaving = window.setTimeout(() => this.#clear(), 350);
    };
    this.addEventListener('pointerout', (event) => event.pointerType !== 'touch' && leave());
    this.addEventListener('pointermove', (event) => {
      if ((event.target as Element).closest('[data-lesson], .card')) clearTimeout(this.#leaving);
    });
    this.addEventListener('focusout', leave);
    document.addEventListener('keydown', (event) => event.key === 'Escape' && this.#clear());
    document.addEventListener('pointerdown', ({ target }) => {
      if (!(target as Element).closest('roadmap-map svg a, roadmap-map .card')) this.#clear();
    });
  }

  /** Chooses the light of the followed track; a track that leads everywhere has none. */
  #lightTrack() {
    const light =
      this.querySelector<HTMLInputElement>(`[id="light-${chosenTrack()}"]`) ??
      this.querySelector<HTMLInputElement>('[name=light]');
    if (light) light.checked = true;
  }

  /** Marks the stations that the reader can go to next: all that they need is done, and they are not. */
  #findReady() {
    for (const picture of this.querySelectorAll('svg')) {
      const stations = new Map(
        [...picture.querySelectorAll<SVGElement>('[data-lesson]')].map((one) => [one.dataset.lesson, one]),
      );
      const isDone = (slug?: string) => /done|changed|skip/.test(stations.get(slug)?.dataset.state ?? '');
      const lines = [...picture.querySelectorAll<SVGElement>('.line')];
      for (const [slug, station] of stations) {
        const before = lines.filter((line) => line.dataset.to === slug);
        const isReady =
          before.length > 0 &&
          before.every((line) => isDone(line.dataset.from)) &&
          (station.dataset.state ?? 'none') === 'none';
        if (!isReady) delete station.dataset.ready;
        else {
          station.dataset.ready = '';
          station.setAttribute('aria-description', this.dataset.readyWords!);
        }
      }
    }
  }

  #light(station: SVGAElement) {
    clearTimeout(this.#leaving);
    const slug = station.dataset.lesson!;
    if (slug === this.#chosen && station.closest('[data-lit]')) return;
    this.#clear();
    this.#chosen = slug;
    const picture = station.closest('svg')!;
    const lines = [...picture.querySelectorAll<SVGElement>('.line')];
    const needs = new Set<string>();
    const opens = new Set<string>();
    const follow = (to: string) => {
      for (const line of lines)
        if (line.dataset.to === to) {
          line.dataset.role = 'needs';
          needs.add(line.dataset.from!);
          follow(line.dataset.from!);
        }
    };
    follow(slug);
    for (const line of lines)
      if (line.dataset.from === slug) {
        line.dataset.role = 'opens';
        opens.add(line.dataset.to!);
      }
    for (const one of picture.querySelectorAll<SVGElement>('[data-lesson]')) {
      const name = one.dataset.lesson!;
      if (name === slug) one.dataset.role = 'here';
      else if (needs.has(name)) one.dataset.role = 'needs';
      else if (opens.has(name)) one.dataset.role = 'opens';
    }
    picture.dataset.lit = '';
    // What is lit lies above the rest.
    for (const line of lines) if (line.dataset.role) line.parentNode!.append(line);
    const card = this.querySelector<HTMLElement>('.card')!;
    const words = document.getElementById(`station-${slug}`);
    card.replaceChildren(...[...(words?.children ?? [])].map((one) => one.cloneNode(true)));
    card.hidden = !words;
  }

  #clear() {
    this.#chosen = '';
    for (const [group, lines] of this.#order) group.append(...lines);
    this.querySelector<HTMLElement>('.card')!.hidden = true;
    for (const one of this.querySelectorAll<SVGElement>('[data-lit], [data-role]')) {
      delete one.dataset.lit;
      delete one.dataset.role;
    }
  }
}
customElements.define('roadmap-map', RoadmapMap);
