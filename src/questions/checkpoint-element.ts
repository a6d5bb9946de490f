/**
 * `<check-point>`: questions of a lesson in a page. The few bytes every lesson has: what makes them answerable is loaded
 * when they come near, and a link to one of them opens it.
 */
import { anchorIn } from '../addresses/anchor.ts';

class CheckPoint extends HTMLElement {
  #seen?: IntersectionObserver;

  readonly #follow = () => {
    const named = document.getElementById(anchorIn(location.hash));
    if (!(named instanceof HTMLDetailsElement) || !this.contains(named)) return;
    named.open = true;
    named.scrollIntoView();
  };

  connectedCallback() {
    this.#follow();
    addEventListener('hashchange', this.#follow);
    this.#seen = new IntersectionObserver(
      ([entry]) => {
        if (!entry!.isIntersecting) return;
        this.#seen!.disconnect();
        void import('./show-checkpoint.ts').then(({ showCheckpoint }) => showCheckpoint(this));
      },
      { rootMargin: '400px' },
    );
    this.#seen.observe(this);
  }

  disconnectedCallback() {
    removeEventListener('hashchange', this.#follow);
    this.#seen?.disconnect();
  }
}

customElements.define('check-point', CheckPoint);
