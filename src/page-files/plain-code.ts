/** Takes elements out of highlighted code that change nothing: half of them say the color that code has anyway. */
import { codeColors } from '../theme/code-themes.ts';
import { mapTexts } from './tags.ts';

const color = '--0:#[\\da-f]{6};--1:#[\\da-f]{6}';
const usual = new RegExp(`<span style="--0:${codeColors.dark.text};--1:${codeColors.light.text}">([^<]*)</span>`, 'gi');
const blank = new RegExp(`<span style="${color}">(\\s+)</span>`, 'gi');
/** Our code breaks within its indentation as elsewhere (src/theme/code.css). */
const indentation = /<span class="indent">([^<]*)<\/span>/g;
const neighbors = new RegExp(`(<span style="(${color})">[^<]*)</span>(\\s*)<span style="\\2">`, 'gi');

/**
 * Must run while colors are still style attributes (style-classes.ts).
 *
 * `<span style="blue">int</span> <span style="blue">long</span><span style="usual">;</span>` →
 * `<span style="blue">int long</span>;`, and a quotation mark in a text needs no name.
 *
 * @param html of a page, or in a file of data
 */
export function withPlainCode(html: string): string {
  if (!html.includes('style="--0')) return html;
  let plain = html.replace(usual, '$1').replace(blank, '$1');
  for (let before = ''; before !== plain;) {
    before = plain;
    plain = plain.replace(neighbors, '$1$3');
  }
  return mapTexts(plain.replace(indentation, '$1'), (text) => text.replaceAll('&quot;', '"'));
}
