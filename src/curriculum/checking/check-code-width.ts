/** Tells lines of code that are wider than the roadmap wants them. */
import type { Page } from '../model/model.ts';
import { problem, type Problem } from '../problems/problems.ts';
import { readSample } from '../samples/read-sample.ts';

/** Languages of what was printed, which wraps, of text and of pictures. */
const noCode = new Set(['', 'text', 'txt', 'plain', 'plaintext', 'log', 'md', 'mdx', 'mermaid']);

/**
 * Only code counts, since what was printed wraps on the page. A block with `wide="reason"` may be wider.
 *
 * @param samples absolute path of `content/samples`
 * @param width most characters of a line; undefined where every width is right
 */
export function checkCodeWidth(page: Page, samples: string, width: number | undefined, problems: Problem[]): void {
  if (width === undefined) return;
  for (const { attributes, language, value, place } of page.fences) {
    const { sample, reason, wide } = attributes;
    const isOutput = reason === 'output' || sample?.includes('/output/');
    if (isOutput || wide !== undefined || noCode.has(language.toLowerCase())) continue;
    // A sample that cannot be read is told by checkFences.
    const text = sample === undefined ? value : (readSample(sample, samples, place, [])?.text ?? '');
    const long = text.split('\n').filter((line) => line.length > width);
    if (long.length > 0)
      problems.push(
        problem('code-width', place, { width, count: long.length, line: long[0]!.trim(), sample: sample ?? '' }),
      );
  }
}
