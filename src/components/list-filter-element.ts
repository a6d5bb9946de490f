/**
 * `<list-filter entries=".entry" groups=".letter">`: shows the entries that have the words typed in their text, hides
 * groups with none, and says how many there are. What a style sheet leaves out of the list does not count.
 */
class ListFilter extends HTMLElement {
  connectedCallback() {
    const field = this.querySelector('input')!;
    const said = this.querySelector('output')!;
    const all = (name: string) => [...document.querySelectorAll<HTMLElement>(this.getAttribute(name)!)];
    const groups = all('groups');
    const texts = new Map(all('entries').map((entry) => [entry, entry.textContent.toLowerCase()]));
    const show = () => {
      const typed = field.value.trim().toLowerCase();
      const words = typed.split(/\s+/);
      for (const group of groups) group.hidden = false;
      for (const [entry, text] of texts) entry.hidden = !words.every((word) => text.includes(word));
      const shown = [...texts.keys()].filter((entry) => entry.checkVisibility());
      const used = new Set(shown.map((entry) => groups.find((group) => group.contains(entry))));
      for (const group of groups) group.hidden = !used.has(group);
      said.value = typed
        ? this.dataset.found!.replace('{count}', shown.length.toLocaleString(document.documentElement.lang))
        : '';
    };
    this.hidden = false;
    field.oninput = show;
    // Choices beside the field change what the style sheet shows.
    document.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === 'radio') show();
    });
  }
}

customElements.define('list-filter', ListFilter);

export {};
