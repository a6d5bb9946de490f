/** YAML files of samples, read so that each value has its line. */
import { LineCounter, parseAllDocuments, type Document } from 'yaml';
import type { Place } from '../curriculum/problems/problems.ts';

/** A file of samples: path from the repository, and its text. */
export interface TextFile {
  file: string;
  text: string;
}

/** One document of a YAML file. */
export interface YamlDocument {
  file: string;
  /** What stands at the path; undefined where there is nothing. */
  at(...path: (string | number)[]): unknown;
  /** Where it stands; for a path that is not there, the nearest part that is. */
  placeOf(...path: (string | number)[]): Place;
}

/** The documents of a file; none where it has template marks or faults. */
export function readDocuments({ file, text }: TextFile): YamlDocument[] {
  // Templates of Helm are YAML only after they are filled in.
  if (text.includes('{{')) return [];
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, logLevel: 'silent' });
  if (!Array.isArray(documents)) return [];
  return documents.flatMap((document: Document.Parsed) => {
    if (document.errors.length > 0) return [];
    const data = document.toJS() as unknown;
    return [
      {
        file,
        at: (...path) =>
          path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined | null)?.[key], data),
        placeOf(...path) {
          for (let length = path.length; length > 0; length -= 1) {
            const node = document.getIn(path.slice(0, length), true) as { range?: [number] } | undefined;
            if (node?.range) return { file, line: lines.linePos(node.range[0]).line };
          }
          return { file, line: lines.linePos(document.range[0]).line };
        },
      } satisfies YamlDocument,
    ];
  });
}
