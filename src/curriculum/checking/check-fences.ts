/** Checks the fences of a page: samples exist, typed code has a reason, diagrams have their words. */
import { ExpressiveCodeBlock } from '@expressive-code/core';
import { readDiagramSource } from '../../markdown/diagram-source.ts';
import { bundledLanguagesInfo } from 'shiki/langs';
import type { Page } from '../model/model.ts';
import { nearest } from '../problems/nearest.ts';
import type { PageFence } from '../markup/page-source.ts';
import { problem, type Problem } from '../problems/problems.ts';
import { readSample } from '../samples/read-sample.ts';
import { isReference, resolveReference, type ReferenceTarget } from '../names/reference.ts';
import type { SiteSettings } from '../schema/schema.ts';

/** Languages of code that can be run or validated, and so should come from a sample. */
const plain = new Set(['', 'text', 'txt', 'mdx', 'md']);

/** Why code is no sample: `excerpt` is real code that is not run here, and the only one that gives no title. */
const reasons = ['output', 'wrong', 'pseudo', 'excerpt'];

/** Whether a block holds code that is typed into the page without a word on why it is no sample. */
export const isTyped = ({ language, attributes }: PageFence): boolean =>
  attributes.sample === undefined &&
  attributes.reason === undefined &&
  attributes.model === undefined &&
  language !== 'mermaid' &&
  !plain.has(language.toLowerCase());

/**
 * @param samples absolute path of `content/samples`
 * @param lessons what a link in a diagram may name
 * @param typedCode whether blocks that are no samples say why
 */
export function checkFences(
  page: Page,
  samples: string,
  lessons: ReadonlyMap<string, ReferenceTarget>,
  typedCode: SiteSettings['typedCode'],
  problems: Problem[],
): void {
  for (const fence of page.fences) {
    const { reason } = fence.attributes;
    if (reason !== undefined && !reasons.includes(reason))
      problems.push(
        problem('code-reason-unknown', fence.place, { reason, near: nearest(reason, reasons), allowed: reasons }),
      );
    // The step that draws code stops at a block that holds nothing.
    const { sample, model } = fence.attributes;
    if (fence.value.trim() === '' && sample === undefined && model === undefined && fence.language !== 'mermaid')
      problems.push(problem('code-empty', fence.place));
    checkLanguage(fence, problems);
    checkOptions(fence, problems);
    if (fence.language === 'mermaid') checkDiagram(fence, lessons, problems);
    else if (fence.attributes.sample !== undefined) readSample(fence.attributes.sample, samples, fence.place, problems);
    else if (typedCode === 'explained' && isTyped(fence))
      problems.push(problem('code-reason', fence.place, { language: fence.language }));
  }
}

/** Names that the highlighter knows, and those that mean text to it. */
const languages = new Set([
  ...[...bundledLanguagesInfo.flatMap(({ id, aliases = [] }) => [id, ...aliases])],
  ...['', 'text', 'txt', 'plain', 'plaintext', 'ansi', 'mermaid'],
]);

/** Says which names of languages are drawn as plain text, because the highlighter does not know them. */
function checkLanguage({ language, place }: PageFence, problems: Problem[]): void {
  const written = language.toLowerCase();
  if (languages.has(language)) return;
  // Other tools write `rust,ignore`, `js{1,3}` and `{.python}`.
  const word = /^[{.]*([\w+#-]+)/.exec(written)?.[1] ?? written;
  const near = languages.has(word) ? word : nearest(word, languages);
  problems.push(problem('code-language', place, { language, near }));
}

/** Frames that the site draws around code. */
const frames = ['code', 'terminal', 'none', 'auto'];

/** Marks are put on lines one by one, also on those that there are not. */
const mostLines = 100_000;

/** Checks what stands behind the language, as the program reads it that draws the block. */
function checkOptions({ language, meta, place }: PageFence, problems: Problem[]): void {
  if (language === 'mermaid') return;
  const refuse = (raw: string, cure: string) =>
    void problems.push(problem('fence-option', place, { written: raw.trim(), cure }));
  const { metaOptions } = new ExpressiveCodeBlock({ code: '', language, meta });
  for (const { kind, key, value, raw } of metaOptions.list()) {
    const name = key?.toLowerCase();
    if (kind === 'regexp')
      refuse(
        raw,
        'Patterns can keep the build busy for hours: mark lines by their numbers, `{1-3}`, or words in quotes, `"word"`.',
      );
    else if (kind === 'range' && linesIn(value).some((line) => line > mostLines))
      refuse(
        raw,
        `Name lines of the block, as in \`{1-3}\`; no block has more than ${mostLines.toLocaleString('en')}.`,
      );
    else if (kind === 'string' && name === 'frame' && !frames.includes(value))
      refuse(raw, `Frames are ${frames.map((one) => `\`${one}\``).join(', ')}.`);
    else if (name === 'file' || name === 'block' || name === 'lines')
      refuse(raw, 'What a block shows of a file is said by `sample="…"`, so that it is what stands there.');
  }
}

/** Numbers in a range; a label before them, as in `{"A":1-3}`, has none. */
const linesIn = (range: string): number[] => (range.replace(/^\s*(["']).*?\1:/, '').match(/\d+/g) ?? []).map(Number);

function checkDiagram(fence: PageFence, lessons: ReadonlyMap<string, ReferenceTarget>, problems: Problem[]): void {
  const { title, description, links } = readDiagramSource(fence.value);
  const name = fence.attributes.title ?? title ?? 'without a title';
  if (!title) problems.push(problem('diagram-name', fence.place, { title: name, field: 'accTitle' }));
  if (!description) problems.push(problem('diagram-name', fence.place, { title: name, field: 'accDescr' }));
  if (!fence.attributes.caption) problems.push(problem('diagram-caption', fence.place, { title: name }));
  for (const { target, line } of links) {
    // Paths are checked with the other links of the page.
    if (/^(?:\/|https:)/.test(target)) continue;
    const result = resolveReference(target, lessons);
    if (isReference(result)) continue;
    const place = { ...fence.place, line: (fence.place.line ?? 0) + line };
    problems.push(problem('diagram-target', place, { title: name, target, near: result.near }));
  }
}
