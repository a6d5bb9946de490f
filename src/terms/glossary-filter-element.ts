/** `<glossary-filter>`: shows the entries that have the words typed in a name or in the meaning, and says how many. */
class GlossaryFilter extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector('input')!;
    const said = this.querySelector('output')!;
    const groups = [...document.querySelectorAll<HTMLElement>('.letter')];
    const texts = new Map(
      [...document.querySelectorAll<HTMLElement>('.letter .entry')].map((entry) => [
        entry,
        entry.textContent.toLowerCase(),
      ]),
    );
    this.hidden = false;
    field.oninput = () => {
      const words = field.value.trim().toLowerCase().split(/\s+/);
      let count = 0;
      for (const [entry, text] of texts) {
        entry.hidden = !words.every((word) => text.includes(word));
        if (!entry.hidden) count++;
      }
      for (const group of groups) group.hidden = !group.querySelector('.entry:not([hidden])');
      said.value = field.value.trim() ? this.dataset.found!.replace('{count}', String(count)) : '';
    };
  }
}

customElements.define('glossary-filter', GlossaryFilter);
