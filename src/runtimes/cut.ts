/** Cuts sample files at the marks of their regions, so that a block can run after what stands above it. */
import { regionMark } from '../markdown/sample-region.ts';

/** A part of a file between two marks. */
export interface Cut {
  /** `shop/joins.sql:2`, the same for every block of the file. */
  id: string;
  text: string;
  /** Regions it is part of. */
  regions: readonly string[];
}

/**
 * Cuts a text; parts with nothing in them are left out.
 *
 * @param file path of the file, for the ids
 */
export function cutAtRegions(text: string, file: string): Cut[] {
  const cuts: Cut[] = [];
  let open: string[] = [];
  let lines: string[] = [];
  const close = () => {
    if (lines.some((line) => line.trim()))
      cuts.push({ id: `${file}:${cuts.length}`, text: `${lines.join('\n')}\n`, regions: open });
    lines = [];
  };
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    const mark = regionMark(line);
    if (!mark) {
      lines.push(line);
      continue;
    }
    close();
    open = mark.isEnd ? open.filter((name) => name !== mark.name) : [...open, mark.name];
  }
  close();
  return cuts;
}

/**
 * Parts of a file that stand above a region, those that it is made of, and those below it.
 *
 * @param region the whole file when it is undefined
 */
export function around(cuts: readonly Cut[], region: string | undefined): { above: Cut[]; own: Cut[]; below: Cut[] } {
  const isOwn = ({ regions }: Cut) => region === undefined || regions.includes(region);
  const first = cuts.findIndex(isOwn);
  const last = cuts.findLastIndex(isOwn);
  return { above: cuts.slice(0, Math.max(0, first)), own: cuts.filter(isOwn), below: cuts.slice(last + 1) };
}
