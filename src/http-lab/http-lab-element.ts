/** `<http-lab>`: a recorded exchange with a button; what lets readers send requests is loaded when it is pressed. */
class HttpLab extends HTMLElement {
  connectedCallback() {
    if (this.querySelector('.lab-open')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button lab-open';
    button.textContent = this.dataset.open!;
    button.onclick = async () => {
      button.ariaBusy = 'true';
      try {
        await (await import('./show-http-lab.ts')).showHttpLab(this, button);
      } finally {
        button.ariaBusy = null;
      }
    };
    this.append(button);
  }
}

customElements.define('http-lab', HttpLab);
