/** Starlight’s margins in lists, without a test that makes browsers restyle the whole page at each change of it. */

const asked =
  /(\.sl-markdown-content :is\(ol,\s*ul\)):has\(>\s*li\s*>\s*:not\([^()]*\)\)\s*>\s*li\s*>\s*:is\(:last-child:not\(([^()]*),\s*:where\(\.not-content \*\)\),\s*:not\(script\):has\(~\s*script:last-child\):not\(:has\(~\s*:not\(script\)\)\)\)/g;

/**
 * The rule asks of each list whether an item of it holds a block (`:has(> li > :not(…))`). Every element that a script
 * puts anywhere into the page may be such a block, so the browser looks at all of it again: each letter typed into the
 * search of a long lesson took more than 50 ms. An item that ends in a block needs no such question. What is lost: the
 * margin below a nested list at the end of an item. Can go when Starlight writes the rule otherwise.
 *
 * @param css a finished style sheet
 * @returns the style sheet with the simpler selector; unchanged where there is no such rule
 */
export const withPlainListMargins = (css: string): string =>
  css.replace(
    asked,
    (_, lists: string, inline: string) => `${lists}>li>:last-child:not(${inline},ol,ul,:where(.not-content *))`,
  );
