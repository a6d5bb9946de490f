/** `<diagram-frame>`: adds a button that shows the diagram full-screen; what it opens is loaded when it is pressed. */
import type { Words } from './large-diagram.ts';

class DiagramFrame extends HTMLElement {
  connectedCallback() {
    const tools = this.closest('figure')!.querySelector('.diagram-tools')!;
    if (tools.querySelector('.diagram-open')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'diagram-open';
    const words = JSON.parse(this.closest<HTMLElement>('[data-diagram-words]')!.dataset.diagramWords!) as Words;
    button.textContent = words.enlarge;
    const svg = this.querySelector('svg')!;
    button.setAttribute('aria-label', words['enlarge.named'].replace('{title}', svg.getAttribute('aria-label')!));
    button.onclick = () => void import('./large-diagram.ts').then((large) => large.showLarge(svg, button, words));
    tools.append(button);
  }
}

customElements.define('diagram-frame', DiagramFrame);
