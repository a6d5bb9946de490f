/** Takes sample files apart into what runs before, as, and after a block. */
import { sampleReference } from '../../markdown/sample-region.ts';
import { around, cutAtRegions, type Cut } from '../../runtimes/cut.ts';
import type { RuntimeKind } from '../../runtimes/runtime-kind.ts';

/**
 * @param reference `shop/joins.sql#left`
 * @param read gives the text of a file below `content/samples`
 * @returns the parts of the file, with those of scripts that it includes
 */
export function runParts(
  reference: string,
  runtime: Pick<RuntimeKind, 'withIncludes'>,
  read: (file: string) => string,
): { above: Cut[]; own: Cut[]; below: Cut[] } {
  const { file, region } = sampleReference(reference);
  const { above, own, below } = around(cutAtRegions(read(file), file), region);
  const flat = (cuts: Cut[]) => runtime.withIncludes?.(cuts, file, read) ?? cuts;
  return { above: flat(above), own: flat(own), below: flat(below) };
}
