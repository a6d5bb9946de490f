/** Reads what is named below `content/samples`, for pages and questions alike. */
import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { excerptOf, regionNames, sampleReference } from '../../markdown/sample-region.ts';
import { filesBelow, readText } from '../files/content-files.ts';
import { nearest } from '../problems/nearest.ts';
import { problem, type Place, type Problem } from '../problems/problems.ts';

/** What a reference such as `caching/Cache.java#evict` names. */
export interface SampleText {
  /** Path below `content/samples`. */
  file: string;
  region?: string;
  /** As readers see it: without marker lines, dedented. */
  text: string;
}

/**
 * Reads a sample or one of its regions.
 *
 * @param samples absolute path of `content/samples`
 * @param place where it is named, for the problem that is added when it cannot be read
 */
export function readSample(
  reference: string,
  samples: string,
  place: Place,
  problems: Problem[],
): SampleText | undefined {
  const { file, region } = sampleReference(reference);
  const text = readSampleFile(file, samples, place, problems);
  if (text === undefined) return undefined;
  const excerpt = excerptOf(text, region);
  if (excerpt) return { file, ...(region !== undefined && { region }), text: excerpt.text };
  problems.push(problem('sample-region', place, { path: file, region: region!, allowed: regionNames(text) }));
  return undefined;
}

/** Reads a whole file below `content/samples`. @returns its text, or undefined and a problem more */
export function readSampleFile(name: string, samples: string, place: Place, problems: Problem[]): string | undefined {
  const absolute = path.resolve(samples, name);
  if (!absolute.startsWith(samples + path.sep)) {
    problems.push(problem('sample-outside', place, { path: name }));
    return undefined;
  }
  const real = realPath(absolute);
  if (real === undefined || !statSync(real).isFile()) {
    const near = nearest(name, filesBelow(path.join(samples, '../..'), 'content/samples', []));
    problems.push(problem('sample-missing', place, { path: name, near }));
    return undefined;
  }
  if (!real.startsWith(realpathSync(samples) + path.sep)) {
    problems.push(problem('sample-outside', place, { path: name }));
    return undefined;
  }
  if (!name.includes('/')) problems.push(problem('sample-folder', place, { path: name }));
  return readText(path.join(samples, '../..'), `content/samples/${name}`, problems);
}

/** Where a path leads when links are followed; undefined when it leads nowhere or in a circle. */
function realPath(absolute: string): string | undefined {
  try {
    return realpathSync(absolute);
  } catch {
    return undefined;
  }
}
