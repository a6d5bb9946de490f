/** `<ready-next>`: loads what it shows when it comes into sight. */
// A roadmap that has turned progress off builds nothing of it.
if (import.meta.env.READER_PROGRESS)
  customElements.define(
    'ready-next',
    class extends HTMLElement {
      #stop?: () => void;

      connectedCallback() {
        const seen = new IntersectionObserver(
          async ([entry]) => {
            if (!entry!.isIntersecting) return;
            seen.disconnect();
            const { showReadyNext } = await import('./show-ready-next.ts');
            this.#stop = await showReadyNext(this);
          },
          { rootMargin: '50px' },
        );
        seen.observe(this);
        this.#stop = () => seen.disconnect();
      }

      disconnectedCallback() {
        this.#stop?.();
      }
    },
  );
