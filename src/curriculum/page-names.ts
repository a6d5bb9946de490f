/** What a page of MDX gives names to. */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { isPictureName } from './check-pictures.ts';

export interface PageNames {
  /** Components that come from elsewhere. */
  imported: ReadonlySet<string>;
  /** All components: those, and functions of the page itself that give elements. */
  components: ReadonlySet<string>;
  /** Imported pictures. */
  pictures: ReadonlySet<string>;
  /** Constants of the page. */
  values: ReadonlySet<string>;
}

/** Whether an import names a picture beside the page. */
export const isPictureImport = (from: string): boolean => /^\.{1,2}\//.test(from) && isPictureName(from);

/** Reads the imports and constants of a page; what is declared in another way is refused (check-code.ts). */
export function pageNames(tree: Root): PageNames {
  const [imported, own, pictures, values] = Array.from({ length: 4 }, () => new Set<string>()) as [
    Set<string>,
    Set<string>,
    Set<string>,
    Set<string>,
  ];
  visit(tree, 'mdxjsEsm', (node) => {
    for (const statement of node.data?.estree?.body ?? [])
      if (statement.type === 'ImportDeclaration') {
        const names = isPictureImport(String(statement.source.value)) ? pictures : imported;
        for (const { local } of statement.specifiers) names.add(local.name);
      } else if (
        statement.type === 'ExportNamedDeclaration' &&
        statement.declaration?.type === 'VariableDeclaration' &&
        statement.declaration.kind === 'const'
      )
        for (const { id, init } of statement.declaration.declarations)
          if (id.type === 'Identifier')
            // A text that is used as a component would be the element of that name, `script` among them.
            (init?.type === 'ArrowFunctionExpression' && /^[A-Z]/.test(id.name) ? own : values).add(id.name);
  });
  return { imported, components: new Set([...imported, ...own]), pictures, values };
}
