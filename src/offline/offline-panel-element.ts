/** `<offline-panel>`: the control for saving, on the page `/offline/`. */
import { makeOfflinePanel } from './offline-panel.ts';

customElements.define(
  'offline-panel',
  class extends HTMLElement {
    connectedCallback() {
      this.replaceChildren(makeOfflinePanel(this.dataset.base!));
    }
  },
);
