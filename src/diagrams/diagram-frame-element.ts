/** `<diagram-frame>`: adds a button that shows the diagram large; the large view is loaded when it is pressed. */
class DiagramFrame extends HTMLElement {
  connectedCallback() {
    const tools = this.closest('figure')!.querySelector('.diagram-tools')!;
    if (tools.querySelector('.diagram-open')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'diagram-open';
    const words = JSON.parse(this.closest<HTMLElement>('[data-diagram-words]')!.dataset.diagramWords!) as DiagramWords;
    button.textContent = words.enlarge;
    const svg = this.querySelector('svg')!;
    button.ariaLabel = words['enlarge.named'].replace('{title}', svg.ariaLabel!);
    button.onclick = async () => (await import('./diagram-large.ts')).showLarge(svg, button, words);
    tools.append(button);
  }
}

/** What stands in `data-diagram-words` (TwoColumnContent.astro). */
export type DiagramWords = Record<
  'close' | 'enlarge' | 'enlarge.named' | 'fit' | 'larger' | 'smaller' | 'whole',
  string
>;

customElements.define('diagram-frame', DiagramFrame);
