/** Lines that changed, in HTML: highlighted in the language of their file, what is new and what is gone told apart. */
import { codeLines } from '../questions/code-html.ts';
import type { Hunk } from './compare-states.ts';

/**
 * Writes a piece of a change. Colors are style attributes with `--0` (dark) and `--1` (light), those of all other code.
 *
 * @param language as a fence names it
 */
export async function diffHtml({ code, added, removed }: Hunk, language: string): Promise<string> {
  const lines = await codeLines(code, language);
  const isNew = new Set(added);
  const isGone = new Set(removed);
  const written = lines.map((line, index) => {
    const name = isNew.has(index + 1) ? 'ins' : isGone.has(index + 1) ? 'del' : 'span';
    return `<${name} class="line">${line}\n</${name}>`;
  });
  return `<pre class="diff" dir="ltr" tabindex="0"><code>${written.join('')}</code></pre>`;
}
