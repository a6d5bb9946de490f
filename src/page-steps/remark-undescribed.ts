/**
 * Says of pictures without words that nobody has described them, so that people who cannot see them know that there is
 * something to ask for. A roadmap allows such pictures in its `site.yaml`; otherwise there are none.
 *
 * `![](./plan.png)` → `![Picture without a description](./plan.png)`
 */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Project } from '../site/project.ts';

export function remarkUndescribed({ languageOf }: Pick<Project, 'languageOf'>) {
  return (tree: Root, file: Pick<VFile, 'path'>) => {
    const words = () => languageOf(file.path).t('picture.undescribed');
    visit(tree, ['image', 'imageReference'], (node) => {
      const picture = node as { alt?: string | null };
      if (!picture.alt?.trim()) picture.alt = words();
    });
  };
}
