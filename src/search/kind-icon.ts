/** A small drawing for each kind of text, so that kinds are told apart at a glance. */
import type { Kind } from './page-sections.ts';

/** Strokes in a square of 16. */
const strokes: Readonly<Record<Kind, string>> = {
  lesson: 'M8 4C6.5 2.8 4.5 2.5 2 2.5v10c2.5 0 4.5.3 6 1.5 1.5-1.2 3.5-1.5 6-1.5v-10c-2.5 0-4.5.3-6 1.5zm0 0v10',
  code: 'm5 4.5-3.5 3.5L5 11.5M11 4.5l3.5 3.5-3.5 3.5M9 3l-2 10',
  diagram: 'M2 2.5h4.5v3.5H2zM9.5 10H14v3.5H9.5zM4.25 6v5.75H9.5',
  question: 'M5.5 5.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M8 12.6v.2',
  project: 'm2.5 13.5 6-6M7 3.5a3.5 3.5 0 0 0 5.5 5.5L14 7.5 8.5 2z',
  glossary: 'M3 13.5v-11h9.5v9H4.5a1.5 1.5 0 0 0 0 2h8M6 5.5h4M6 8h3',
  message: 'M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 11.8v.2',
  track: 'M3 13.5c5 0 1-11 6-11h4m-2-2 2 2-2 2',
  guide: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4zm2.5-8.7-1.5 3.5-3.5 1.5 1.5-3.5z',
};

const namespace = 'http://www.w3.org/2000/svg';

export function kindIcon(kind: Kind): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  const facts = { viewBox: '0 0 16 16', width: '16', height: '16', fill: 'none', stroke: 'currentColor' };
  for (const [name, value] of Object.entries({ ...facts, 'stroke-width': '1.4', 'aria-hidden': 'true' }))
    svg.setAttribute(name, value);
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', strokes[kind]);
  svg.append(path);
  return svg;
}
