/** Takes values out of a style sheet that nothing reads: a theme sets many more than a site has use for. */
import postcss, { type Declaration } from 'postcss';

/**
 * Takes out custom properties that nothing asks for, and those of the root of a page that are always set again: by a
 * later rule for `:root`, or by one outside of all layers.
 *
 * @param readElsewhere names of custom properties that scripts and pages speak of
 */
export function withoutDeadProperties(css: string, readElsewhere: ReadonlySet<string>): string {
  const root = postcss.parse(css);
  const last = new Map<string, Declaration>();
  root.walkDecls(/^--/, (declaration) => {
    if (selectorOf(declaration) === ':root' && declaration.parent?.parent?.type === 'root')
      last.set(declaration.prop, declaration);
  });
  const passed = new Set<string>();
  root.walkDecls(/^--/, (declaration) => {
    const always = last.get(declaration.prop);
    if (always === declaration) passed.add(declaration.prop);
    const selector = selectorOf(declaration);
    if (!always || always === declaration || declaration.important) return;
    if (inLayer(declaration) ? /^:root\b/.test(selector) : selector === ':root' && !passed.has(declaration.prop))
      declaration.remove();
  });
  // What is read only by what is dead is dead as well.
  for (let found = true; found;) {
    found = false;
    const read = new Set(readElsewhere);
    const note = (text: string) => text.match(/--[\w-]+/g)?.forEach((name) => read.add(name));
    root.walkDecls(({ value }) => note(value));
    root.walkAtRules(({ params }) => note(params));
    root.walkDecls(/^--/, (declaration) => {
      if (read.has(declaration.prop)) return;
      declaration.remove();
      found = true;
    });
  }
  root.walkRules((rule) => void (rule.nodes.length > 0 || rule.remove()));
  return root.toString();
}

const selectorOf = ({ parent }: Declaration) => (parent?.type === 'rule' ? (parent as postcss.Rule).selector : '');

function inLayer(declaration: Declaration): boolean {
  for (let node: postcss.Node | undefined = declaration; node; node = node.parent as postcss.Node | undefined)
    if (node.type === 'atrule' && (node as postcss.AtRule).name === 'layer') return true;
  return false;
}
