/** `<diagram-frame>`: adds a button that shows the diagram large; the large view is loaded when it is pressed. */
import type { DiagramWords } from './diagram-large.ts';

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

customElements.define('diagram-frame', DiagramFrame);
