/** A diagram full-screen, to zoom and move by mouse, touch and keys. */

/** What stands in `data-diagram-words` (TwoColumnContent.astro). */
export type Words = Record<'close' | 'enlarge' | 'enlarge.named' | 'larger' | 'smaller', string>;

/**
 * Shows a picture in a dialog, and puts it back when that is closed.
 *
 * @param button gets the focus back
 */
export function showLarge(svg: SVGSVGElement, button: HTMLElement, words: Words) {
  const dialog = document.createElement('dialog');
  dialog.className = 'diagram-large';
  dialog.setAttribute('aria-label', svg.getAttribute('aria-label')!);
  dialog.innerHTML =
    '<form method="dialog"><button type="button" data-by="0.8">−</button><button type="button" data-by="1.25">+</button><button></button></form><div class="diagram" tabindex="0"></div>';
  const [smaller, larger, close] = dialog.querySelectorAll('button');
  smaller!.ariaLabel = words.smaller;
  larger!.ariaLabel = words.larger;
  close!.textContent = words.close;
  const box = dialog.lastElementChild as HTMLElement;
  const home = document.createComment('');
  svg.replaceWith(home);
  box.append(svg);
  let zoom = 1;
  const { width, height } = svg.viewBox.baseVal;
  // As large as the window allows, by width or by height.
  box.style.setProperty('--fit', `${(88 * width) / height}vh`);
  const zoomBy = (factor: number) => {
    const x = (box.scrollLeft + box.clientWidth / 2) / box.scrollWidth;
    const y = (box.scrollTop + box.clientHeight / 2) / box.scrollHeight;
    zoom = Math.min(6, Math.max(0.5, zoom * factor));
    box.style.setProperty('--zoom', String(zoom));
    box.scrollTo(x * box.scrollWidth - box.clientWidth / 2, y * box.scrollHeight - box.clientHeight / 2);
  };
  dialog.onclick = (event) => {
    const by = (event.target as HTMLElement).dataset?.by;
    if (by) zoomBy(Number(by));
  };
  dialog.onkeydown = (event) => {
    if (event.key === '+' || event.key === '=') zoomBy(1.25);
    if (event.key === '-') zoomBy(0.8);
  };
  box.onwheel = (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoomBy(event.deltaY < 0 ? 1.1 : 0.9);
  };
  box.onpointermove = (event) => {
    if (event.pointerType === 'mouse' && event.buttons === 1) box.scrollBy(-event.movementX, -event.movementY);
  };
  dialog.onclose = () => {
    home.replaceWith(svg);
    dialog.remove();
    button.focus();
  };
  document.body.append(dialog);
  dialog.showModal();
  box.focus();
}
