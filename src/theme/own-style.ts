/**
 * The style sheet of a roadmap, `content/style.css`. It stands in no layer and behind all others, so that it wins over
 * the theme; only the insides of drawings are out of its reach, whose letters have been measured.
 */
import path from 'node:path';
import postcss, { type Rule } from 'postcss';
import type { Plugin } from 'vite';
import { styleFile } from '../curriculum/checking/check-style.ts';

/** What no rule of the sheet reaches; `:where()` leaves the weight of a selector as it is. */
const beyond = ':where(:not(svg *, .diagram svg))';

/**
 * Keeps a selector off drawings.
 *
 * `text` → `text:where(:not(svg *, .diagram svg))`, `a::before` → `a:where(…)::before`
 */
export function offDrawings(selector: string): string {
  const at = pseudoElementIn(selector, lastCompound(selector));
  return selector.slice(0, at) + beyond + selector.slice(at);
}

/** Where the last compound of a selector begins: `p > a:not(.b c)::before` → at `a` */
function lastCompound(selector: string): number {
  let depth = 0;
  for (let at = selector.length; at > 0; at -= 1) {
    const sign = selector[at - 1]!;
    if (sign === ')' || sign === ']') depth += 1;
    else if (sign === '(' || sign === '[') depth -= 1;
    else if (depth === 0 && /[\s>+~]/.test(sign)) return at;
  }
  return 0;
}

/** Where the pseudo-element of a compound begins, behind which only pseudo-classes may stand; its end without one. */
function pseudoElementIn(selector: string, start: number): number {
  const legacy = /:(?:before|after|first-line|first-letter)(?![\w-])/y;
  let depth = 0;
  for (let at = start; at < selector.length; at += 1) {
    const sign = selector[at]!;
    if (sign === '(' || sign === '[') depth += 1;
    else if (sign === ')' || sign === ']') depth -= 1;
    legacy.lastIndex = at;
    if (depth === 0 && sign === ':' && (selector[at + 1] === ':' || legacy.test(selector))) return at;
  }
  return selector.length;
}

/** @param css a sheet that the check has let pass */
export function ownStyle(css: string): string {
  const sheet = postcss.parse(css, { map: false });
  sheet.walkRules((rule: Rule) => {
    if (rule.parent?.type === 'atrule' && /keyframes$/i.test((rule.parent as { name?: string }).name ?? '')) return;
    rule.selectors = rule.selectors.map(offDrawings);
  });
  return sheet.toString();
}

/** @param root absolute path of the folder that holds `content/` */
export function ownStylePlugin(root: string): Plugin {
  const file = path.join(root, styleFile).replaceAll('\\', '/');
  return {
    name: 'own-style',
    enforce: 'pre',
    transform: (code, id) => (id.replace(/\?.*/, '') === file ? { code: ownStyle(code), map: null } : undefined),
  };
}
