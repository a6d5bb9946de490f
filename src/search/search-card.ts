/** Draws the answer that stands above the hits. */
import type { Translator } from '../strings/translator.ts';
import type { Card } from './answer.ts';
import { kindIcon } from './kind-icon.ts';

/** A message, term or question with its answer. */
export function cardParts(t: Translator, { kind, title, text, url, linked }: Card): HTMLElement[] {
  const heading = document.createElement('h2');
  const name = document.createElement('bdi');
  name.textContent = title;
  const icon = kind === 'term' ? 'glossary' : kind === 'message' ? 'message' : 'guide';
  heading.append(kindIcon(icon), name);
  const words = document.createElement('p');
  words.dir = 'auto';
  // Not for a card that the next letter takes away.
  setTimeout(() => {
    if (!words.isConnected) return;
    void text().then(
      (html) => words.replaceChildren(...inlineNodes(html)),
      () => words.remove(),
    );
  }, 150);
  if (!url) return [heading, words];
  const more = document.createElement('a');
  more.href = url;
  more.textContent = t('search.read', { title: linked });
  return [heading, words, more];
}

/** Reads HTML of one line: code and text; everything else in it is text, whatever it looks like. */
function inlineNodes(html: string): Node[] {
  // Nothing in a document that is only parsed loads or runs.
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes].map((node) => {
    if (node.nodeName !== 'CODE') return new Text(node.textContent ?? '');
    const code = document.createElement('code');
    code.textContent = node.textContent;
    return code;
  });
}
