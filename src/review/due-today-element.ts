/** `<due-today>`: shows its link where questions are due, with how many. */
import { dueEvent, dueKey, dueToday } from '../schedule/day.ts';

class DueToday extends HTMLElement {
  connectedCallback() {
    const base = this.dataset.base!;
    const show = () => {
      const count = dueToday(base);
      this.hidden = count === 0;
      this.querySelector('span')!.textContent = count.toLocaleString(document.documentElement.lang);
    };
    addEventListener(dueEvent, show);
    addEventListener('storage', ({ key }) => void (key === dueKey(base) && show()));
    // A page that stood open over night, or comes back as it was left.
    addEventListener('pageshow', show);
    document.addEventListener('visibilitychange', show);
    show();
  }
}

// A roadmap that has turned progress off builds nothing of it.
if (import.meta.env.READER_PROGRESS) customElements.define('due-today', DueToday);
