import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Code, Paragraph, Parent, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Translator } from '../strings/translator.ts';
import { fenceAttributes, withoutAttribute } from '../markdown/fence-meta.ts';
import { runNote } from './checks-file.ts';
import { excerptOf, sampleReference, type Excerpt } from './region.ts';

/** Captions for blocks that are no sample, by the reason the author gives. */
const reasons = ['output', 'wrong', 'pseudo'] as const;

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
 * @param options.languageOf words of the language of a page
 * @param options.source address of that folder in the repository; without it the line links to the download only
 * @param options.guides pages that take their samples from a folder of their own, which is no download
 * @throws when the file or region does not exist; the content check reports the same fault with its line first
 */
export function remarkSample(options: {
  folder: string;
  source?: string;
  languageOf(file: string | undefined): { t: Translator };
  guides?: { pages: string; folder: string };
}) {
  return (tree: Root, file: VFile) => {
    const { t } = options.languageOf(file.path);
    const guides = options.guides && file.path?.startsWith(options.guides.pages) ? options.guides : undefined;
    visit(tree, 'code', (node: Code, index: number | undefined, parent: Parent | undefined) => {
      const { sample, reason, title } = fenceAttributes(node.meta);
      if (sample !== undefined) {
        const { file: name } = sampleReference(sample);
        const { text, lines } = readSample((guides ?? options).folder, sample, file, node);
        node.value = text;
        node.meta = withoutAttribute(node.meta ?? '', 'sample');
        if (title === undefined) node.meta = `title="${path.basename(name)}" ${node.meta}`;
        if (guides) return undefined;
        const note = runNote(options.folder, name, t);
        parent!.children.splice(index! + 1, 0, sourceLine(name, lines, options.source, note, t));
        return [SKIP, index! + 2];
      } else if (reason !== undefined) {
        node.meta = withoutAttribute(node.meta ?? '', 'reason');
        const known = reasons.find((one) => one === reason);
        if (title === undefined && known) node.meta = `title="${t(`sample.${known}`)}" ${node.meta}`;
      }
      return undefined;
    });
  };
}

/** `<p class="sample-source"><a href="…/caching/tour.sh#L3-L9">caching/tour.sh</a> <a href="/samples/caching.zip">…</a> Not run here: …</p>` */
function sourceLine(
  name: string,
  lines: Excerpt['lines'],
  source: string | undefined,
  note: string | undefined,
  t: Translator,
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
      link(`/samples/${slug}.zip`, t('sample.download', { sample: slug })),
      ...(note ? [text(` ${note}`)] : []),
    ],
    // mdast-util-to-hast makes these the attributes of the element.
    data: { hProperties: { className: ['sample-source'], dataPagefindIgnore: '' } } as Paragraph['data'],
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
