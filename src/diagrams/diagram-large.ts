/** The large view of a diagram: it fills the window, zooms by wheel, pinch, double tap, keys and buttons, and moves. */
import { firstScale, firstScroll, fitScale, scrollFor, within, type Label } from './zoom.ts';

/** What stands in `data-diagram-words` (TwoColumnContent.astro). */
export type DiagramWords = Record<
  'close' | 'enlarge' | 'enlarge.named' | 'fit' | 'larger' | 'smaller' | 'whole',
  string
>;

const icons = {
  smaller: 'M3 8h10',
  larger: 'M3 8h10M8 3v10',
  fit: 'M2 6V2h4M14 6V2h-4M2 10v4h4M14 10v4h-4',
  close: 'm3.5 3.5 9 9m0-9-9 9',
};
const icon = (name: keyof typeof icons) =>
  `<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${icons[name]}"/></svg>`;

/**
 * @param svg the picture; it moves into the dialog and back, so that its ids stay unique
 * @param button what opened it and gets the focus back
 */
export function showLarge(svg: SVGSVGElement, button: HTMLElement, words: DiagramWords): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'diagram-large';
  dialog.ariaLabel = svg.ariaLabel;
  dialog.innerHTML =
    `<form method="dialog"><p></p><button type="button" data-by="0.8">${icon('smaller')}</button>` +
    `<button type="button" data-by="1.25">${icon('larger')}</button>` +
    `<button type="button" data-to="fit">${icon('fit')}<span></span></button>` +
    `<button type="button" data-to="whole"><span></span></button><button>${icon('close')}<span></span></button></form>` +
    '<div class="diagram" tabindex="0"></div>';
  const caption = dialog.querySelector('p')!;
  caption.textContent = button.closest('figure')?.querySelector('figcaption')?.textContent ?? '';
  const [smaller, larger, fit, whole, close] = dialog.querySelectorAll('button');
  for (const [one, name] of [
    [smaller!, words.smaller],
    [larger!, words.larger],
  ] as const)
    one.ariaLabel = one.title = name;
  for (const [one, name] of [
    [fit!, words.fit],
    [whole!, words.whole],
    [close!, words.close],
  ] as const)
    one.querySelector('span')!.textContent = name;

  const box = dialog.querySelector<HTMLElement>('.diagram')!;
  const home = document.createComment('');
  svg.replaceWith(home);
  box.append(svg);
  document.body.append(dialog);
  dialog.showModal();
  box.focus();

  const drawing = svg.viewBox.baseVal;
  const room = () => ({ width: box.clientWidth, height: box.clientHeight });
  let scale = firstScale(drawing, room());
  const draw = () => {
    svg.style.width = `${drawing.width * scale}px`;
    svg.style.height = `${drawing.height * scale}px`;
  };
  draw();
  const size = { width: drawing.width * scale, height: drawing.height * scale };
  const isRightToLeft = getComputedStyle(dialog).direction === 'rtl';
  box.scrollTo({ ...firstScroll(size, room(), isRightToLeft, labelsOf(svg)), behavior: 'instant' });

  /** Changes the size and keeps what lies under a point of the window there; without a point, the middle. */
  const zoomTo = (next: number, x?: number, y?: number) => {
    const frame = box.getBoundingClientRect();
    const at = { x: x ?? frame.x + frame.width / 2, y: y ?? frame.y + frame.height / 2 };
    const before = svg.getBoundingClientRect();
    const share = { x: (at.x - before.x) / before.width, y: (at.y - before.y) / before.height };
    scale = within(next, fitScale(drawing, room()));
    draw();
    box.scrollTo({
      left: scrollFor(share.x, at.x - frame.x, drawing.width * scale),
      top: scrollFor(share.y, at.y - frame.y, drawing.height * scale),
      behavior: 'instant',
    });
  };

  dialog.onclick = ({ target }) => {
    const { by, to } = (target as Element).closest('button')?.dataset ?? {};
    if (by) zoomTo(scale * Number(by));
    if (to) zoomTo(to === 'fit' ? fitScale(drawing, room()) : 1);
  };
  dialog.onkeydown = ({ key, ctrlKey, metaKey }) => {
    if (ctrlKey || metaKey) return;
    if (key === '+' || key === '=') zoomTo(scale * 1.25);
    if (key === '-') zoomTo(scale * 0.8);
    if (key === '0') zoomTo(fitScale(drawing, room()));
    if (key === '1') zoomTo(1);
  };
  box.onwheel = (event) => {
    // Sideways, the wheel of a touchpad moves the drawing.
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    zoomTo(scale * Math.exp((-event.deltaY * lines) / 400), event.clientX, event.clientY);
  };
  box.ondblclick = (event) => {
    const whole = fitScale(drawing, room());
    zoomTo(scale < whole * 1.5 ? Math.max(1, whole) * 2 : whole, event.clientX, event.clientY);
  };
  box.onpointermove = (event) => {
    if (event.pointerType === 'mouse' && event.buttons === 1) box.scrollBy(-event.movementX, -event.movementY);
  };
  pinch(box, (by, x, y) => zoomTo(scale * by, x, y));
  dialog.onclose = () => {
    svg.removeAttribute('style');
    home.replaceWith(svg);
    dialog.remove();
    button.focus();
  };
}

/** Where the words of a picture stand in it. */
function labelsOf(svg: SVGSVGElement): Label[] {
  const { left, top } = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')].map((text) => {
    const box = text.getBoundingClientRect();
    return { left: box.left - left, top: box.top - top, right: box.right - left, bottom: box.bottom - top };
  });
}

/** Tells how two fingers spread, as a factor since the last move, and the point between them. */
function pinch(box: HTMLElement, moved: (by: number, x: number, y: number) => void): void {
  let last = 0;
  const fingers = ({ touches: [one, two] }: TouchEvent) =>
    one && two
      ? {
          apart: Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY),
          x: (one.clientX + two.clientX) / 2,
          y: (one.clientY + two.clientY) / 2,
        }
      : undefined;
  box.addEventListener('touchstart', (event) => (last = fingers(event)?.apart ?? 0));
  box.addEventListener(
    'touchmove',
    (event) => {
      const now = fingers(event);
      if (!now || last === 0) return;
      event.preventDefault();
      moved(now.apart / last, now.x, now.y);
      last = now.apart;
    },
    { passive: false },
  );
  box.addEventListener('touchend', (event) => (last = fingers(event)?.apart ?? 0));
}
