/** `<offline-panel>`: the control for saving, on the page `/offline/`. */
import { loadTranslator } from '../strings/load-translator.ts';
import { makeOfflinePanel } from './offline-panel.ts';

customElements.define(
  'offline-panel',
  class extends HTMLElement {
    async connectedCallback() {
      const t = await loadTranslator(this.dataset.root!);
      this.replaceChildren(makeOfflinePanel(this.dataset.base!, t));
    }
  },
);
