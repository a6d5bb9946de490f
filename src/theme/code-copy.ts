/**
 * Lets the copy button of a code block know the code from its lines: Expressive Code would put it into each page a second
 * time (code-frame.ts takes it out).
 */

/** The text of a block as it was written. */
export const textOf = (block: ParentNode): string =>
  Array.from(block.querySelectorAll('.ec-line .code'), ({ textContent }) => textContent.replace(/\n$/, '')).join('\n');

// Before the listener of Expressive Code, which reads this attribute.
addEventListener(
  'click',
  ({ target }) => {
    const button = (target as Element).closest?.<HTMLElement>('.copy button');
    const block = button?.closest('figure');
    if (block) button!.dataset.code ??= textOf(block);
  },
  { capture: true },
);
