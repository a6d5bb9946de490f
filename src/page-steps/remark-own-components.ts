/**
 * Puts the roadmap’s own components into pages, before any other step looks at them.
 *
 * `<InstallJava version="21" />` → what `content/components/InstallJava.mdx` holds, with `21` for `{props.version}`
 */
import type { Program } from 'estree';
import type { Root } from 'mdast';
import path from 'node:path';
import remarkSmartypants from 'remark-smartypants';
import { unified } from 'unified';
import type { VFile } from 'vfile';
import { readCode } from '../curriculum/markup/page-code.ts';
import type { Project } from '../site/project.ts';
import { expandComponents } from '../curriculum/markup/expand-components.ts';
import { loadComponents } from '../curriculum/markup/own-components.ts';

const smart = unified().use(remarkSmartypants).freeze();

/**
 * @param options.root absolute path of the folder that holds `content/`
 */
export function remarkOwnComponents({
  root,
  curriculum: { components },
  languageOf,
}: Pick<Project, 'root' | 'curriculum' | 'languageOf'>) {
  const docs = path.join(root, 'content/docs') + path.sep;
  // While an author writes, components are read when a page asks for them.
  const isWritten = process.argv.includes('dev');
  const current = () => (isWritten ? loadComponents(root, [...components.keys()].filter(Boolean), []) : components);
  return (tree: Root, file: Pick<VFile, 'path' | 'value'> & Partial<Pick<VFile, 'data'>>) => {
    const own = current().get(languageOf(file.path).folder);
    if (!own || own.size === 0 || !file.path.startsWith(docs) || !file.path.endsWith('.mdx')) return;
    const names = readCode(tree, String(file.value), file.data?.astro?.frontmatter ?? {}, file.path, []);
    const page = path.relative(root, file.path).replaceAll('\\', '/');
    // Quotes and dashes of the page have their form already.
    const prepare = (body: Root) => void smart.runSync(body);
    const { imports } = expandComponents(
      tree,
      { file: page, names, components: own, prepare, movesPictures: true },
      [],
    );
    for (const [name, home] of imports) if (!names.components.has(name)) tree.children.unshift(importOf(name, home));
  };
}

/** `import { Aside } from '@astrojs/starlight/components'`, as the parser of pages gives it. */
function importOf(name: string, from: string): Root['children'][number] {
  const identifier = { type: 'Identifier', name } as const;
  const estree: Program = {
    type: 'Program',
    sourceType: 'module',
    comments: [],
    body: [
      {
        type: 'ImportDeclaration',
        specifiers: [{ type: 'ImportSpecifier', imported: identifier, local: { ...identifier } }],
        source: { type: 'Literal', value: from, raw: JSON.stringify(from) },
        attributes: [],
      },
    ],
  };
  return { type: 'mdxjsEsm', value: `import { ${name} } from ${JSON.stringify(from)}`, data: { estree } };
}
