import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Code, Paragraph, Parent, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { fenceAttributes, withoutAttribute } from '../markdown/fence-meta.ts';
import { runNote } from './checks-file.ts';
import { regionLines, sampleText } from './region.ts';

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
 * and a line below it that links to the file in the repository and to the whole sample. A fence with a reason instead
 * of a sample gets that reason as its title.
 *
 * @param options.folder absolute path of `content/samples`
 * @param options.source address of that folder in the repository; without it the line links to the download only
 * @throws when the file or region does not exist; the content check reports the same fault with its line first
 */
export function remarkSample(options: { folder: string; source?: string }) {
  return (tree: Root, file: VFile) => {
    visit(tree, 'code', (node: Code, index: number | undefined, parent: Parent | undefined) => {
      const { sample, reason, title } = fenceAttributes(node.meta);
      if (sample !== undefined) {
        const text = readSample(options.folder, sample, file, node);
        const [name, region] = sample.split('#') as [string, string?];
        node.value = sampleText(text, region)!;
        node.meta = withoutAttribute(node.meta ?? '', 'sample');
        if (title === undefined) node.meta = `title="${path.basename(name)}" ${node.meta}`;
        parent!.children.splice(
          index! + 1,
          0,
          sourceLine(name, region && regionLines(text, region), options, runNote(options.folder, name)),
        );
        return [SKIP, index! + 2];
      } else if (reason !== undefined) {
        node.meta = withoutAttribute(node.meta ?? '', 'reason');
        if (title === undefined && reasons[reason]) node.meta = `title="${reasons[reason]}" ${node.meta}`;
      }
      return undefined;
    });
  };
}

/** `<p class="sample-source"><a href="…/caching/tour.sh#L3-L9">caching/tour.sh</a> <a href="/samples/caching.zip">…</a> Not run here: …</p>` */
function sourceLine(
  name: string,
  lines: '' | [number, number] | undefined,
  { source }: { source?: string },
  note: string | undefined,
): Paragraph {
  const [slug] = name.split('/') as [string];
  const text = (value: string) => ({ type: 'text' as const, value });
  const link = (url: string, value: string) => ({ type: 'link' as const, url, children: [text(value)] });
  const anchor = lines ? `#L${lines[0]}-L${lines[1]}` : '';
  return {
    type: 'paragraph',
    children: [
      source ? link(`${source}/${name}${anchor}`, name) : text(name),
      text(' '),
      link(`/samples/${slug}.zip`, `Download all of ${slug}`),
      ...(note ? [text(` ${note}`)] : []),
    ],
    // mdast-util-to-hast makes these the attributes of the element.
    data: { hProperties: { className: ['sample-source'], dataPagefindIgnore: '' } } as Paragraph['data'],
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
  if (sampleText(text, region) === undefined) file.fail(`The sample \`${name}\` has no region \`${region}\`.`, node);
  return text;
}
