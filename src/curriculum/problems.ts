/**
 * Everything that can be wrong in `content/`, in one table: a code and the sentence an author reads.
 * A sentence names the bad value, what is allowed, and the next step.
 */

/** Where a problem is: a path relative to the repository and, where known, line and column from 1. */
export interface Place {
  file: string;
  line?: number;
  column?: number;
}

/** One problem found in the content. */
export interface Problem extends Place {
  code: keyof typeof sentences;
  message: string;
}

const list = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');
const hint = (near: string | undefined) => (near ? ` Did you mean \`${near}\`?` : '');

const sentences = {
  'folder-missing': (p: { folder: string }) =>
    `The folder \`${p.folder}\` is missing. Create it, or restore it from the repository.`,
  'file-missing': (p: { path: string }) =>
    `The file \`${p.path}\` is missing. Create it, or restore it from the repository.`,
  'yaml-syntax': (p: { reason: string }) =>
    `This is not valid YAML: ${p.reason} Correct the line; tabs are not allowed for indentation.`,
  'mdx-syntax': (p: { reason: string }) =>
    `This is not valid MDX: ${p.reason} Put \`<\` and \`{\` in backticks where they are text.`,
  'frontmatter-missing': () => 'The page has no frontmatter. Start the file with `---`, the fields, and `---`.',
  'field-missing': (p: { field: string; allowed: string }) =>
    `The field \`${p.field}\` is missing. Add it: ${p.allowed}`,
  'field-unknown': (p: { field: string; allowed: readonly string[]; near?: string }) =>
    `The field \`${p.field}\` is unknown.${hint(p.near)} Allowed are ${list(p.allowed)}.`,
  'field-wrong': (p: { field: string; value: unknown; allowed: string }) =>
    `The field \`${p.field}\` has the value \`${show(p.value)}\`: ${p.allowed}.`,
  'file-name': (p: { name: string }) =>
    `The file name \`${p.name}\` is not of the form \`NN-slug.mdx\`. Rename it, for example to \`07-my-phase.mdx\` (lower case, hyphens).`,
  'number-twice': (p: { number: number; other: string }) =>
    `The number ${p.number} is also used by \`${p.other}\`. Give one of the two another number; addresses do not change.`,
  'slug-twice': (p: { slug: string; other: string }) =>
    `The slug \`${p.slug}\` is also used by \`${p.other}\`. Rename one of the two files.`,
  'phase-unknown': (p: { slug: string; near?: string; field: string }) =>
    `\`${p.field}\` names the phase \`${p.slug}\`, which does not exist.${hint(p.near)} A phase is named by its file name without number and ending.`,
  'page-unknown': (p: { id: string; near?: string }) =>
    `The sidebar names the page \`${p.id}\`, which does not exist.${hint(p.near)} A page is named by its path under \`content/docs\` without the ending.`,
  'prerequisite-cycle': (p: { cycle: readonly string[] }) =>
    `These prerequisites form a circle: ${p.cycle.join(' → ')}. Remove one of them, so that there is a phase to start with.`,
  'topic-unknown': (p: { id: string; allowed: readonly string[]; near?: string }) =>
    `The topic \`${p.id}\` has no section.${hint(p.near)} The sections (H2) of the page are ${list(p.allowed)}.`,
  'topic-twice': (p: { id: string }) => `The topic \`${p.id}\` is listed twice. Keep one of the two.`,
  'topic-reference': (p: { reference: string; near?: string }) =>
    `\`${p.reference}\` leads to no phase, supplement or topic.${hint(p.near)} Write \`phase\` or \`phase#topic\` with the id of one of its sections.`,
  'track-file-name': (p: { name: string }) =>
    `The file name \`${p.name}\` is not of the form \`N-slug.yaml\`. Rename it, for example to \`2-eight-stages.yaml\` (lower case, hyphens).`,
  'track-twice': (p: { name: string; other: string }) =>
    `\`${p.name}\` has the number or the slug of \`${p.other}\`. Give one of the two files another name.`,
  'stage-twice': (p: { id: string }) =>
    `The stage id \`${p.id}\` is used twice in this track. Give each stage its own id.`,
  'stage-unknown': (p: { id: string; near?: string; allowed: readonly string[] }) =>
    `The timeline names the stage \`${p.id}\`, which the track does not have.${hint(p.near)} Its stages are ${list(p.allowed)}.`,
  'project-section': (p: { id: string; near?: string; allowed: readonly string[] }) =>
    `The project \`${p.id}\` has no section on this page.${hint(p.near)} The page’s sections are ${list(p.allowed)}.`,
  'project-twice': (p: { id: string }) =>
    `The project id \`${p.id}\` is used twice. Give each project its own id, on whichever page it stands.`,
  'project-unknown': (p: { id: string; near?: string }) =>
    `There is no project \`${p.id}\`.${hint(p.near)} Projects are listed in the frontmatter of the pages under \`content/docs/projects\`.`,
  'diagram-target': (p: { title: string; target: string; near?: string }) =>
    `In the diagram “${p.title}” the link \`${p.target}\` leads nowhere.${hint(p.near)} Write \`phase\`, \`phase#topic\`, or a path from the root of the site.`,
  'question-twice': (p: { id: string }) =>
    `The question id \`${p.id}\` is used twice in this file. Give each question its own id.`,
  'question-topic': (p: { id: string; allowed: readonly string[]; near?: string }) =>
    `The question belongs to the topic \`${p.id}\`, which the phase does not have.${hint(p.near)} Its topics are ${list(p.allowed)}.`,
  'question-phase': (p: { slug: string; near?: string }) =>
    `There is no phase or supplement \`${p.slug}\` for this question file.${hint(p.near)} Name the file after the page it belongs to.`,
  'sample-missing': (p: { path: string; near?: string }) =>
    `The sample \`${p.path}\` does not exist under \`content/samples\`.${hint(p.near)} Correct the path or add the file.`,
  'sample-region': (p: { path: string; region: string; allowed: readonly string[] }) =>
    `The sample \`${p.path}\` has no region \`${p.region}\`. ${p.allowed.length ? `Its regions are ${list(p.allowed)}.` : 'It has no regions.'} A region starts with a comment \`#region name\` and ends with \`#endregion name\`.`,
  'sample-outside': (p: { path: string }) =>
    `The sample \`${p.path}\` lies outside \`content/samples\`. Move the file there and name it by its path below that folder.`,
  'sample-check-file': (p: { name: string; near?: string }) =>
    `\`${p.name}\` is no file of this sample folder.${hint(p.near)} Name a file by its path below the folder; \`*\` stands for any part of a name.`,
  'sample-check-kind': (p: { kind: string; allowed: readonly string[] }) =>
    `There is no kind of check \`${p.kind}\`. Allowed are ${list(p.allowed)}.`,
  'code-reason': (p: { language: string }) =>
    `This \`${p.language}\` block is typed into the page. Pull it from a file with \`sample="…"\`, or say why not with \`reason="output"\`, \`"wrong"\` or \`"pseudo"\`.`,
  'diagram-name': (p: { title: string; field: string }) =>
    `The diagram “${p.title}” has no \`${p.field}\`. Add a line \`${p.field}: …\` as its first lines, so that people who cannot see it know what it shows.`,
  'diagram-caption': (p: { title: string }) =>
    `The diagram “${p.title}” has no caption. Add \`caption="…"\` after \`\`\`mermaid.`,
  'diagram-syntax': (p: { title: string; reason: string }) =>
    `The diagram “${p.title}” cannot be drawn. Mermaid says: ${p.reason}`,
  'diagram-link': (p: { title: string; node: string; near?: string }) =>
    `The diagram “${p.title}” links the node \`${p.node}\`, which it does not have.${hint(p.near)} Name a node of the diagram by its id or its label.`,
  'link-broken': (p: { target: string; near?: string }) =>
    `The link \`${p.target}\` leads nowhere.${hint(p.near)} Write a path from the root of the site, such as \`/phases/slug/\`.`,
  'promise-kept-not': (p: { what: string; where: string }) =>
    `\`content/coverage.yaml\` promises ${p.what} in ${p.where}, and it is not there. Add it, or take the promise back.`,
} as const;

type Sentences = typeof sentences;

/**
 * Makes a problem from its code, place and values.
 *
 * @param code key of the table above
 * @param place file (relative to the repository), line and column
 * @param values what the sentence of that code needs
 */
export function problem<Code extends keyof Sentences>(
  code: Code,
  place: Place,
  ...[values]: Parameters<Sentences[Code]>
): Problem {
  const sentence = sentences[code] as (values: unknown) => string;
  return { code, message: sentence(values), ...place };
}

/** Prints a value so that an author recognises it, cut after 80 characters. */
function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/**
 * Formats problems for a terminal: grouped by file, sorted by line, with a count at the end.
 *
 * @returns several lines without a trailing line break
 */
export function reportProblems(problems: readonly Problem[]): string {
  const files = [...new Set(problems.map((one) => one.file))].sort();
  const blocks = files.map((file) => {
    const lines = problems
      .filter((one) => one.file === file)
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
      .map((one) => {
        const where = one.line ? `${one.line}:${one.column ?? 1}` : '-';
        return `  ${where.padEnd(7)} ${one.message} [${one.code}]`;
      });
    return [file, ...lines].join('\n');
  });
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return [...blocks, `${count} in content. Nothing was built; an earlier build is untouched.`].join('\n\n');
}

/** Thrown when the content has problems; its message is the whole report. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(reportProblems(problems));
    this.name = 'ContentError';
    this.problems = problems;
    this.stack = `\n${this.message}`;
  }
}
