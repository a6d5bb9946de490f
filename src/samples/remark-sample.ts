import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Code, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Translator } from '../strings/translator.ts';
import { fenceAttributes, withoutAttribute } from '../markdown/fence-meta.ts';
import { excerptOf, sampleReference, type Excerpt } from '../markdown/sample-region.ts';

/** Captions for blocks that are no sample, by the reason the author gives. */
const reasons = ['output', 'wrong', 'pseudo'] as const;

/**
 * Fills fences that name a sample with the text of that file or region.
 *
 * ```sql sample="relational-databases/schema.sql#order" title="schema.sql"
 * ```
 * becomes the same fence with the region `order` of `content/samples/relational-databases/schema.sql` as its body and
 * `file="…" block="…" lines="3-9"` for the step that makes its frame (src/theme/code-frame.ts). A fence with a reason instead of a
 * sample gets that reason as its title.
 *
 * @param options.folder absolute path of `content/samples`
 * @param options.languageOf words of the language of a page
 * @param options.guides pages that take their samples from a folder of their own, which is no download
 * @throws when the file or region does not exist; the content check reports the same fault with its line first
 */
export function remarkSample(options: {
  folder: string;
  languageOf(file: string | undefined): { t: Translator };
  guides?: { pages: string; folder: string };
}) {
  return (tree: Root, file: VFile) => {
    const { t } = options.languageOf(file.path);
    const guides = options.guides && file.path?.startsWith(options.guides.pages) ? options.guides : undefined;
    visit(tree, 'code', (node: Code) => {
      const { sample, reason, title, wide } = fenceAttributes(node.meta);
      if (wide !== undefined) node.meta = withoutAttribute(node.meta ?? '', 'wide');
      if (sample !== undefined) {
        const { file: name } = sampleReference(sample);
        const { text, lines } = readSample((guides ?? options).folder, sample, file, node);
        node.value = text;
        node.meta = withoutAttribute(node.meta ?? '', 'sample');
        if (title === undefined) node.meta = `title="${path.basename(name)}" ${node.meta}`;
        if (!guides) node.meta += ` file="${name}" block="${sample}"${lines ? ` lines="${lines.join('-')}"` : ''}`;
      } else if (reason !== undefined) {
        node.meta = withoutAttribute(node.meta ?? '', 'reason');
        if (reason === 'output') node.meta += ' output';
        const known = reasons.find((one) => one === reason);
        if (title === undefined && known) node.meta = `title="${t(`sample.${known}`)}" ${node.meta}`;
      }
    });
  };
}

function readSample(folder: string, reference: string, file: VFile, node: Code): Excerpt {
  const { file: name, region } = sampleReference(reference);
  let text: string;
  try {
    text = readFileSync(path.join(folder, name), 'utf8');
  } catch {
    return file.fail(`The sample \`${name}\` does not exist under content/samples.`, node);
  }
  return excerptOf(text, region) ?? file.fail(`The sample \`${name}\` has no region \`${region}\`.`, node);
}
