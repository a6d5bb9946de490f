/** Problems in the groups in which the page about them shows them. */
import { problemCodes, type ProblemCode } from '../curriculum/problems/problems.ts';

export interface ProblemGroup {
  /** Anchor of the group. */
  id: string;
  title: string;
  codes: ProblemCode[];
}

/** Group of a code by how the code starts; the first that fits counts. */
const starts: [id: string, title: string, pattern: RegExp][] = [
  ['fields', 'Fields and YAML', /^(?:yaml|field|frontmatter|review)-/],
  [
    'files',
    'Files and folders',
    /^(?:file|line|folder|home|phases|page-file|page-folder|page-taken|number|slug|track-file)/,
  ],
  ['diagrams-and-code', 'Diagrams, code, samples and states', /^(?:diagram|code|sample|state|fence|run|http)-/],
  ['links-and-pictures', 'Links and pictures', /^(?:link|image|media|svg|public|external|html)-/],
  ['looks', 'Head and style sheet', /^(?:head|style)-/],
  ['text', 'Text', /^(?:mdx|heading|aside|component|import|markup)-/],
  ['languages', 'Languages and translations', /^(?:language|translation|string)-/],
  ['questions', 'Questions', /^question-/],
  ['exercises', 'Exercises', /^exercise-/],
  ['ids', 'Ids and renames', /^id-/],
  ['references', 'References between files', /./],
];

export const problemGroups: readonly ProblemGroup[] = starts.map(([id, title], index) => ({
  id,
  title,
  codes: problemCodes.filter((code) => starts.findIndex(([, , pattern]) => pattern.test(code)) === index),
}));
