import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Code, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { fenceAttributes, withoutAttribute } from '../markdown/fence-meta.ts';
import { sampleText } from './region.ts';

/** Captions for blocks that are no sample, by the reason the author gives. */
const reasons: Record<string, string> = {
  output: 'Output',
  wrong: 'Wrong on purpose',
  pseudo: 'Pseudo-code',
};

/**
 * Fills fences that name a sample with the text of that file or region.
 *
 * ```sql sample="relational-databases/schema.sql#order" title="schema.sql"
 * ```
 * becomes the same fence with the region `order` of `content/samples/relational-databases/schema.sql` as its body.
 * A fence with a reason instead of a sample gets that reason as its title.
 *
 * @param options.folder absolute path of `content/samples`
 * @throws when the file or region does not exist; the content check reports the same fault with its line first
 */
export function remarkSample(options: { folder: string }) {
  return (tree: Root, file: VFile) => {
    visit(tree, 'code', (node: Code) => {
      const { sample, reason, title } = fenceAttributes(node.meta);
      if (sample !== undefined) {
        node.value = readSample(options.folder, sample, file, node);
        node.meta = withoutAttribute(node.meta ?? '', 'sample');
        if (title === undefined) node.meta = `title="${path.basename(sample.split('#')[0]!)}" ${node.meta}`;
      } else if (reason !== undefined) {
        node.meta = withoutAttribute(node.meta ?? '', 'reason');
        if (title === undefined && reasons[reason]) node.meta = `title="${reasons[reason]}" ${node.meta}`;
      }
    });
  };
}

function readSample(folder: string, reference: string, file: VFile, node: Code): string {
  const [name, region] = reference.split('#') as [string, string?];
  let text: string;
  try {
    text = readFileSync(path.join(folder, name), 'utf8');
  } catch {
    return file.fail(`The sample \`${name}\` does not exist under content/samples.`, node);
  }
  return sampleText(text, region) ?? file.fail(`The sample \`${name}\` has no region \`${region}\`.`, node);
}
