/** Commands of a state in the frame of all other code (src/theme/code-frame.ts), with the switch that wraps them. */
import { escapeHtml } from '../markdown/escape-html.ts';
import { codeLine, codeLines } from '../questions/code-html.ts';
import type { Translator } from '../strings/translator.ts';
import { languageName } from '../theme/code-language.ts';
import { wrapButtonClasses } from '../theme/wrap-button.ts';

/**
 * Writes the commands that start a state.
 *
 * @param t words of the page
 * @returns HTML of a block of code
 */
export async function commandsHtml(code: string, t: Translator): Promise<string> {
  const title = languageName('bash');
  const lines = (await codeLines(code, 'bash')).map(codeLine).join('');
  const classes = wrapButtonClasses(code);
  const words = escapeHtml(t('code.wrap'));
  const tools = classes
    ? `<div class="tools"><button type="button" class="${classes.join(' ')}" title="${words}" aria-label="${words}" aria-pressed="false"></button></div>`
    : '';
  const name = escapeHtml(t('code.block', { title, number: 1 }));
  return `<div class="expressive-code"><figure class="frame has-title"><figcaption class="header"><span class="title">${title}</span>${tools}</figcaption><pre class="wrap" role="group" aria-label="${name}" tabindex="0"><code>${lines}</code></pre></figure></div>`;
}
