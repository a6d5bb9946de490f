/** Makes elements of parts that a script fills. */

/** An element with some of its properties. */
export const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
): HTMLElementTagNameMap[Name] => Object.assign(document.createElement(name), properties);

/** A button that does something, as `controls.css` shows it unless it has classes of its own. */
export function button(words: string, act: (event: MouseEvent) => void, className = 'button'): HTMLButtonElement {
  const made = element('button', { type: 'button', textContent: words, className });
  made.addEventListener('click', act);
  return made;
}

/** A paragraph of words. */
export const paragraph = (words: string, className = ''): HTMLParagraphElement =>
  element('p', { textContent: words, className });
