/**
 * Everything that can be wrong in `content/`, in one table: a code and the sentence an author reads.
 * A sentence names the bad value, what is allowed, and the next step.
 */

import { didYouMean } from './nearest.ts';

/** Where a problem is: a path relative to the repository and, where known, line and column from 1. */
export interface Place {
  file: string;
  line?: number;
  column?: number;
}

/** One problem found in the content. */
export interface Problem extends Place {
  code: ProblemCode;
  /** An error keeps the site from being built, a warning does not. */
  severity: 'error' | 'warning';
  message: string;
}

/** Name of a kind of problem; the guide (`problem-guide.ts`) explains each. */
export type ProblemCode = keyof typeof sentences;

const list = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');
/** A field in a sentence; no field at all is the whole file. */
const name = (field: string) => (field ? `The field \`${field}\`` : 'The file as a whole');

/** Fields that other programs know, and what does the same here. */
const fieldCures: Readonly<Record<string, string>> = {
  slug: 'The address of a page is that of its file: rename the file, and `npm run new -- ids` leads the old address to the new one.',
  head: 'Tags of the head of a page come from its title and description, those of all pages also from `head` in `content/site.yaml`; scripts and styles of others are not loaded.',
  sidebar_position:
    'The number in the name of the file gives the order; `sections` in `content/site.yaml` that of other pages.',
  weight: 'The number in the name of the file gives the order; `sections` in `content/site.yaml` that of other pages.',
  redirect_from: 'Old addresses lead on through `content/ids.yaml`: write `now` behind the id that was renamed.',
  aliases: 'Old addresses lead on through `content/ids.yaml`: write `now` behind the id that was renamed.',
  redirects: 'Old addresses lead on through `content/ids.yaml`: write `now` behind the id that was renamed.',
  customCss: 'Write the rules into `content/style.css`; nothing has to name it.',
  plugins: 'Packages of others are not loaded from `content/`; what a site is built with stands in `astro.config.mjs`.',
  sidebar: 'Groups of the sidebar are `sections`, each with `title` and `pages` or `firstPhase`.',
  autogenerate: 'A group names its `pages`, or the `firstPhase` from which it holds all phases up to the next group.',
  locales: 'Languages beside the first one are `languages`, each with its `code`; the first one is `language`.',
  defaultLocale: 'The language of the roadmap is `language`, those beside it are `languages`.',
  editLink: 'Links to edit a page come from `repository` and `branch`.',
};

/** How to write what is no constant, by what it is; where something else is given, it is written out. */
const instead: Readonly<Record<string, string>> = {
  Identifier: 'Where braces are text, put them in backticks.',
  JSXElement: 'Write the element without braces around it.',
  JSXFragment: 'Write what stands in it without braces around it.',
  ImportSpecifier: 'Import a component by its own name, once.',
  ImportNamespaceSpecifier: 'Import each component by its name.',
  ImportDefaultSpecifier: 'Import a picture by a name of its own in small letters, and a component in braces.',
};

/** What can be wrong with a line of `public/_redirects`. */
const redirectFaults = {
  form: 'is no redirect. Write the old address, with `/*` at its end for all below it, the new one, and 301 or 302.',
  taken: 'is an address of the site itself, or covers some. Let only addresses lead on that the site does not have.',
  leaves: 'could lead to another site. Begin with `/` and the name of a page or folder, without `.` and `..` as steps.',
  status: 'gives one file out in the place of another. Write 301 or 302.',
} as const;
export type RedirectFault = keyof typeof redirectFaults;

function importCure({ from, isComponent }: { from: string; isComponent?: boolean }): string {
  if (/\.mdx?$/.test(from))
    return 'A component of your own is a file under `content/components/`, and needs no import: write its tag, and take this line out.';
  const pictures = isComponent
    ? '; a picture is written `![what it shows](./name.png)`'
    : ', and pictures from files beside the page';
  return `Import components from \`@components\` or \`@astrojs/starlight/components\`${pictures}.`;
}

const sentences = {
  'file-unreadable': (p: { reason: string }) =>
    `The file cannot be read: ${p.reason} Put a readable text file there, or remove it.`,
  'file-empty': () => 'The file is empty. Write its content, or remove it.',
  'file-large': (p: { size: string; most: string }) =>
    `The file has ${p.size}, at most ${p.most} are allowed. Split it, or move pictures and data into files of their own.`,
  'file-encoding': (p: { byte: string }) => `The byte ${p.byte} is not UTF-8. Save the file with the encoding UTF-8.`,
  'file-control': (p: { name: string }) =>
    `The character ${p.name} stands here, which no reader can see. Remove it; a text editor can show such characters.`,
  'line-long': (p: { length: string; most: string }) =>
    `The line has ${p.length} characters, at most ${p.most} are allowed. Break it; pictures and data belong into files of their own.`,
  'file-link': () =>
    'This is a symbolic link, and links are not followed, because they break edit links and can lead in circles. Put the file itself there.',
  'file-ending': (p: { name: string; allowed: string }) =>
    `\`${p.name}\` is not read, because of its ending. Rename it to end in ${p.allowed}, or move it out of \`content/\`.`,
  'page-file-name': (p: { name: string; near: string }) =>
    `The name \`${p.name}\` cannot become an address. Use lower-case letters, digits and hyphens, for example \`${p.near}\`; the title may have any characters.`,
  'page-folder': (p: { folder: string }) =>
    `Pages here stand directly in \`${p.folder}\`, not in a folder below it. Move the file up.`,
  'page-taken': (p: { path: string }) =>
    `The address \`${p.path}\` belongs to a page that the site makes itself. Rename this file.`,
  'public-hidden': (p: { name: string; ignored: boolean }) =>
    `\`${p.name}\` would be published, and ${p.ignored ? 'git ignores it' : 'its name is hidden'}, as that of a file with secrets. Move it out of \`public/\`.`,
  'public-taken': (p: { name: string }) =>
    `\`${p.name}\` stands where the site writes a file of its own. Give it another name, and change the links to it.`,
  'public-page': (p: { what: string }) =>
    `The file would be a page of the site with \`${p.what}\`, which could run code in the reader’s browser. Write a page under \`content/docs\`; a file in HTML may hold text and what pages may hold.`,
  'public-host': (p: { name: string }) =>
    `\`${p.name}\` is a program or a setting for some hosts, which they run or obey instead of handing it out. Move it out of \`public/\`; data in JSON belongs into a folder, such as \`public/data/\`.`,
  'public-kind': (p: { ending: string }) =>
    `${p.ending ? `Files ending in \`${p.ending}\`` : 'Files without an ending'} are not published, because browsers or hosts may run them. Under \`public/\` lie pictures, sound, fonts, texts, data, PDF and archives; put such a file into an archive, or keep it elsewhere.`,
  'public-redirect': (p: { bad: string; reason: RedirectFault }) => `\`${show(p.bad)}\` ${redirectFaults[p.reason]}`,
  'home-missing': () => 'The roadmap has no home page. Create `content/docs/index.mdx` with a title and a description.',
  'phases-missing': () =>
    'The roadmap has no phase. Create one with `npm run new -- phase`, or restore `content/docs/phases`.',
  'page-unplaced': (p: { id: string }) =>
    `The page stands in no group of the sidebar, so that readers find it by links and the search only. Put \`${p.id}\` into \`pages\` of a group in \`content/site.yaml\`.`,
  'phase-unplaced': (p: { slug: string }) =>
    `The phase \`${p.slug}\` is in no group of the sidebar. Let the \`firstPhase\` of the first such group in \`content/site.yaml\` name the first phase.`,
  'yaml-alias': (p: { name: string }) =>
    `The alias \`*${p.name}\` stands for a value from elsewhere. Write the value itself, so that a report can name its line.`,
  'yaml-comment': (p: { written: string; left: string }) =>
    `Of \`${show(p.written)}\` only \`${show(p.left)}\` is read, because a remark starts with \`#\` behind a blank. Put the text in quotes; a remark has a blank behind its sign too.`,
  'yaml-key': (p: { key: string }) =>
    `\`${p.key}\` cannot be used as a key, because programs read it as something else. Write another name.`,
  'frontmatter-shape': (p: { found: string }) =>
    `The frontmatter is ${p.found}. Write one field a line, as in \`title: Caching\`.`,
  'frontmatter-build': (p: { field?: string; reason: string }) =>
    `The build reads ${p.field ? `the field \`${p.field}\`` : 'the frontmatter'} in another way than this check: ${p.reason}${p.field ? '' : ' Write one field a line, as in `title: Caching`.'}`,
  'folder-missing': (p: { folder: string }) =>
    `The folder \`${p.folder}\` is missing. Create it, or restore it from the repository.`,
  'file-missing': (p: { path: string }) =>
    `The file \`${p.path}\` is missing. Create it, or restore it from the repository.`,
  'yaml-syntax': (p: { reason: string; cure?: string }) =>
    `This is not valid YAML: ${p.reason} ${p.cure ?? 'Correct the line; tabs are not allowed for indentation.'}`,
  'json-syntax': (p: { reason: string }) =>
    `This is not valid JSON: ${p.reason} Keys and texts stand in double quotes, and the last entry has no comma behind it.`,
  'mdx-syntax': (p: { reason: string; cure?: string }) =>
    `This is not valid MDX: ${p.reason} ${p.cure ?? 'Put `<` and `{` in backticks where they are text.'}`,
  'markup-foreign': (p: { written: string; of: string; cure: string }) =>
    `\`${show(p.written)}\` is ${p.of}, and would stand in the page as text. ${p.cure}`,
  'markup-unsure': (p: { written: string; of: string; cure: string }) =>
    `\`${show(p.written)}\` stands in the page as text. If it is meant as ${p.of}: ${p.cure} Text stays as it is.`,
  'frontmatter-missing': () => 'The page has no frontmatter. Start the file with `---`, the fields, and `---`.',
  'field-missing': (p: { field: string; allowed: string }) => `${name(p.field)} is missing. Add it: ${p.allowed}`,
  'field-translated': (p: { field: string }) =>
    `${name(p.field)} comes from the page that this one translates, so that it is changed in one place. Take it out here.`,
  'field-unknown': (p: { field: string; allowed: readonly string[]; near?: string }) =>
    `${name(p.field)} is unknown.${didYouMean(p.near)} ${fieldCures[p.field.replace(/^sections\[\d+\]\./, '')] ?? `Allowed are ${list(p.allowed)}.`}`,
  'field-lesson': (p: { field: string }) =>
    `${name(p.field)} cannot stand in a lesson: it would take the place of what a lesson has at its head, its level, its hours and what readers can do afterwards. Use it on other pages.`,
  'field-idle': (p: { field: string; cure: string }) => `${name(p.field)} does nothing here. ${p.cure}`,
  'field-wrong': (p: { field: string; value: unknown; allowed: string }) =>
    `${name(p.field)} has the value \`${show(p.value)}\`: ${p.allowed}.`,
  'review-overdue': (p: { reviewed: string; months: number }) =>
    `The page was last reviewed on ${p.reviewed}, more than ${p.months} months ago. Check its statements and set \`reviewed\` to that day.`,
  'file-name': (p: { name: string; near?: string }) =>
    `The file name \`${p.name}\` is not of the form \`NN-slug.mdx\`. Rename it, for example to \`${p.near ?? '07-my-phase.mdx'}\` (lower case, hyphens).`,
  'number-twice': (p: { number: number; other: string }) =>
    `The number ${p.number} is also used by \`${p.other}\`. Give one of the two another number; addresses do not change.`,
  'slug-twice': (p: { slug: string; other: string }) =>
    `The slug \`${p.slug}\` is also used by \`${p.other}\`. Rename one of the two files.`,
  'phase-unknown': (p: { slug: string; near?: string; field: string }) =>
    `\`${p.field}\` names the phase \`${p.slug}\`, which does not exist.${didYouMean(p.near)} A phase is named by its file name without number and ending.`,
  'phase-draft': (p: { slug: string; field: string }) =>
    `\`${p.field}\` names the phase \`${p.slug}\`, which is a draft and not published. Take the name out until it is, or take \`draft: true\` out of that page.`,
  'page-unknown': (p: { id: string; near?: string }) =>
    `The sidebar names the page \`${p.id}\`, which does not exist.${didYouMean(p.near)} A page is named by its path under \`content/docs\` without the ending.`,
  'prerequisite-cycle': (p: { cycle: readonly string[] }) =>
    `These prerequisites form a circle: ${p.cycle.join(' → ')}. Remove one of them, so that there is a phase to start with.`,
  'topic-unknown': (p: { id: string; allowed: readonly string[]; near?: string }) =>
    `The topic \`${p.id}\` has no section.${didYouMean(p.near)} ${p.allowed.length ? `The sections (H2) of the page are ${list(p.allowed)}.` : 'The page has no section: start one with `## `.'}`,
  'topic-twice': (p: { id: string }) => `The topic \`${p.id}\` is listed twice. Keep one of the two.`,
  'topic-reference': (p: { reference: string; near?: string }) =>
    `\`${p.reference}\` leads to no phase, supplement or topic.${didYouMean(p.near)} Write \`phase\` or \`phase#topic\` with the id of one of its sections.`,
  'track-file-name': (p: { name: string }) =>
    `The file name \`${p.name}\` is not of the form \`N-slug.yaml\`. Rename it, for example to \`2-eight-stages.yaml\` (lower case, hyphens).`,
  'track-twice': (p: { name: string; other: string }) =>
    `\`${p.name}\` has the number or the slug of \`${p.other}\`. Give one of the two files another name.`,
  'stage-twice': (p: { id: string }) =>
    `The stage id \`${p.id}\` is used twice in this track. Give each stage its own id.`,
  'stage-unknown': (p: { id: string; near?: string; allowed: readonly string[] }) =>
    `The timeline names the stage \`${p.id}\`, which the track does not have.${didYouMean(p.near)} Its stages are ${list(p.allowed)}.`,
  'project-section': (p: { id: string; near?: string; allowed: readonly string[] }) =>
    `The project \`${p.id}\` has no section on this page.${didYouMean(p.near)} The page’s sections are ${list(p.allowed)}.`,
  'project-twice': (p: { id: string }) =>
    `The project id \`${p.id}\` is used twice. Give each project its own id, on whichever page it stands.`,
  'project-unknown': (p: { id: string; near?: string }) =>
    `There is no project \`${p.id}\`.${didYouMean(p.near)} Projects are listed in the frontmatter of the pages under \`content/docs/projects\`.`,
  'term-twice': (p: { name: string }) =>
    `The glossary has \`${p.name}\` twice. Keep one entry, and list other names under \`also\`.`,
  'message-twice': (p: { form: string }) =>
    `The messages have \`${p.form}\` twice. Keep one entry, and list other forms under \`also\`.`,
  'diagram-target': (p: { title: string; target: string; near?: string }) =>
    `In the diagram “${p.title}” the link \`${p.target}\` leads nowhere.${didYouMean(p.near)} Write \`phase\`, \`phase#topic\`, or a path from the root of the site.`,
  'question-twice': (p: { id: string }) =>
    `The question id \`${p.id}\` is used twice in this file. Give each question its own id.`,
  'question-topic': (p: { id: string; allowed: readonly string[]; near?: string }) =>
    `The question belongs to the topic \`${p.id}\`, which the phase does not have.${didYouMean(p.near)} Its topics are ${list(p.allowed)}.`,
  'question-phase': (p: { slug: string; near?: string }) =>
    `There is no phase or supplement \`${p.slug}\` for this question file.${didYouMean(p.near)} Name the file after the page it belongs to.`,
  'question-open': (p: { text: string }) =>
    `This is still to be written: ${show(p.text)} Replace it, the marks « and » included.`,
  'question-part-twice': (p: { kind: string; value: string; field: 'id' | 'text' }) =>
    `The question has two ${p.kind}s with the ${p.field} \`${show(p.value)}\`. ${p.field === 'id' ? 'Give each its own id.' : 'Readers could not tell them apart: reword or remove one.'}`,
  'question-right': (p: { type: 'choice' | 'several'; right: number; options: number }) =>
    `${p.right} of the ${p.options} options ${p.right === 1 ? 'is' : 'are'} right. ${p.type === 'choice' ? 'A `choice` has exactly one: write `right: true` at that one alone, or make the question `type: several`.' : 'A question of the kind `several` has at least one right and one wrong option: write `right: true` at those that are right.'}`,
  'question-feedback': (p: { option: string }) =>
    `The wrong option \`${show(p.option)}\` has no feedback. Add \`feedback:\` with why a reader thinks so and what it misses.`,
  'question-position': (p: { words: string }) =>
    `“${p.words}” names a place among the options, and these are shown mixed. Say what the option itself says.`,
  'question-pattern': (p: { pattern: 'first' | 'longest'; found: number; questions: number }) =>
    p.pattern === 'first'
      ? `In each of the ${p.questions} choice questions of this file the right option stands first. Write it elsewhere in some of them, so that no author and no tool learns to expect it there.`
      : `In ${p.found} of the ${p.questions} choice questions of this file the right option is by far the longest, so that readers can choose by length. Shorten right options or make wrong ones as exact, until it is at most half.`,
  'question-card-long': (p: { words: number; most: number }) =>
    `The back of the card has ${p.words} words, at most ${p.most} are allowed. Keep one fact, and put others on cards of their own.`,
  'question-output-lines': (p: { file: string; lines: string; count: number }) =>
    `\`${p.file}\` has no lines \`${p.lines}\`. It has ${p.count}: name lines from 1 to ${p.count}, the smaller number first.`,
  'question-output': (p: { file: string; recorded: string; answer: string }) =>
    `The answer is not what \`${p.file}\` records: it has \`${show(p.answer)}\` where the file has \`${show(p.recorded)}\`. Write the recorded lines as they are; where the sample changed, read whether the question is still true.`,
  'question-option-recorded': () =>
    'This prediction is what the sample prints, and so no wrong one. Change or remove it.',
  'question-fault': (p: { was: string; sample: string; found: number; near?: string }) =>
    p.found === 0
      ? `\`${show(p.was)}\` is no line of \`${p.sample}\`.${didYouMean(p.near)} Copy one line of the sample, without its indentation.`
      : `\`${show(p.was)}\` stands ${p.found} times in \`${p.sample}\`. Choose a line that stands there once, or a smaller region.`,
  'question-fault-same': (p: { is: string }) =>
    `\`${show(p.is)}\` is a line of the sample as it is. Write a line that is wrong and that the sample does not have.`,
  'question-line': (p: { line: string; near?: string }) =>
    `\`${show(p.line)}\` is no line of the code that is shown.${didYouMean(p.near)} Copy a line as it is shown, without its indentation.`,
  'question-line-fault': (p: { line: string }) =>
    `\`${show(p.line)}\` is the faulty line itself, which is the right answer. Say why in \`explanation\`, and name other lines here.`,
  'question-mistake-right': (p: { value: string }) =>
    `\`${show(p.value)}\` is a right answer of this question, and stands among its mistakes. Remove it from one of the two.`,
  'question-mistake-twice': (p: { value: string }) =>
    `\`${show(p.value)}\` stands twice among the mistakes. Keep one of the two.`,
  'question-diagram': (p: { title: string; allowed: readonly string[]; near?: string }) =>
    `The page of the question has no diagram “${p.title}”.${didYouMean(p.near)} ${p.allowed.length ? `Its diagrams are ${list(p.allowed)}.` : 'It has no diagrams.'}`,
  'question-unknown': (p: { id: string; lesson: string; allowed: readonly string[]; near?: string }) =>
    `\`<Checkpoint>\` names the question \`${p.id}\`, which \`${p.lesson}\` does not have.${didYouMean(p.near)} ${p.allowed.length ? `Its questions are ${list(p.allowed)}.` : 'It has no questions.'}`,
  'exercise-twice': (p: { id: string }) =>
    `The exercise id \`${p.id}\` is used twice in this file. Give each exercise its own id.`,
  'exercise-topic': (p: { id: string; allowed: readonly string[]; near?: string }) =>
    `The exercise belongs to the topic \`${p.id}\`, which the phase does not have.${didYouMean(p.near)} Its topics are ${list(p.allowed)}.`,
  'exercise-phase': (p: { slug: string; near?: string }) =>
    `There is no phase or supplement \`${p.slug}\` for this file of exercises.${didYouMean(p.near)} Name the file after the page it belongs to.`,
  'exercise-open': (p: { text: string }) =>
    `This is still to be written: ${show(p.text)} Replace it, the marks « and » included.`,
  'exercise-start': () =>
    'The starting text is the solution, so there is nothing to do. Take out of `start` what the reader is to write.',
  'exercise-row': (p: { values: number; columns: number }) =>
    `The row has ${p.values === 1 ? '1 value' : `${p.values} values`} where ${p.columns} are expected. Write one value for each column, \`null\` for NULL.`,
  'exercise-cannot': (p: { reason: string }) =>
    `This cannot run in the page: ${p.reason}. Write it without that, or leave the exercise out.`,
  'sample-missing': (p: { path: string; near?: string }) =>
    `The sample \`${p.path}\` does not exist under \`content/samples\`.${didYouMean(p.near)} Correct the path or add the file.`,
  'sample-region': (p: { path: string; region: string; allowed: readonly string[] }) =>
    `The sample \`${p.path}\` has no region \`${p.region}\`. ${p.allowed.length ? `Its regions are ${list(p.allowed)}.` : 'It has no regions.'} A region starts with a comment \`#region name\` and ends with \`#endregion name\`.`,
  'sample-outside': (p: { path: string }) =>
    `The sample \`${p.path}\` lies outside \`content/samples\`. Move the file there and name it by its path below that folder.`,
  'sample-folder': (p: { path: string }) =>
    `The sample \`${p.path}\` lies in no folder. Move it into one below \`content/samples\`: readers download a folder.`,
  'sample-name': (p: { name: string; reason: string }) =>
    `No download can hold \`${p.name}\`: ${p.reason} Rename it, or let \`.gitignore\` name it.`,
  'sample-check-file': (p: { name: string; near?: string }) =>
    `\`${p.name}\` is no file of this sample folder.${didYouMean(p.near)} Name a file by its path below the folder; \`*\` stands for any part of a name.`,
  'sample-check-kind': (p: { kind: string; allowed: readonly string[] }) =>
    `There is no kind of check \`${p.kind}\`. Allowed are ${list(p.allowed)}.`,
  'run-unshown': (p: { name: string; near?: string }) =>
    `No page shows \`${p.name}\` of this folder.${didYouMean(p.near)} Name what a fence names behind the folder, or remove the entry.`,
  'run-runtime': (p: { name: string; allowed: readonly string[] }) =>
    `What is to run \`${p.name}\` cannot be told from its ending. Write \`runtime:\` with one of ${list(p.allowed)}, or remove the entry.`,
  'run-cannot': (p: { name: string; reason: string }) =>
    `\`${p.name}\` cannot run in the page: ${p.reason}. Move it to \`recorded\` with that reason, or let it run after another \`setup\`.`,
  'http-model': (p: { name: string; near?: string; allowed: readonly string[] }) =>
    `There is no server \`${p.name}\` in \`content/http/\`.${didYouMean(p.near)} ${p.allowed.length > 0 ? `There are ${list(p.allowed)}.` : 'Write one, or take `model="…"` out.'}`,
  'http-collection': (p: { name: string; near?: string; allowed: readonly string[] }) =>
    `This server has no collection \`${p.name}\`.${didYouMean(p.near)} It has ${list(p.allowed)}.`,
  'http-field': (p: { name: string; near?: string; allowed: readonly string[] }) =>
    `There is no field \`${show(p.name)}\` here.${didYouMean(p.near)} ${p.allowed.length > 0 ? `There are ${list(p.allowed)}.` : 'Write its rules under `fields`.'}`,
  'http-lookup': (p: { factor: string; field: string }) =>
    `\`${show(p.factor)}\` looks something up, and \`${show(p.field)}\` says nowhere where. Write the name of a collection as its \`refersTo\`.`,
  'http-id-twice': (p: { id: string; collection: string }) =>
    `\`${show(p.collection)}\` has two rows with the id \`${show(p.id)}\`, of which only one can be asked for. Give each an id of its own.`,
  'http-empty': () => 'This block has a server and no request. Write one, such as `GET /api/products/1`.',
  'http-request': (p: { text: string; isFirst: boolean }) =>
    p.isFirst
      ? `\`${p.text}\` is not the first line of a request. Write a method and a path, such as \`GET /api/products/1\`; the next request begins behind a line \`### Name\`.`
      : `\`${p.text}\` is no header. Write \`Name: value\` without a space before the colon, and an empty line before the body.`,
  'http-reach': (p: { status: string; allowed: readonly string[] }) =>
    `\`${p.status}\` is no status that a server answers here. Write some of ${list(p.allowed)}, with spaces between.`,
  'run-compare': () => '`compare` says how to compare with a recorded output. Name that file by `expect`.',
  'run-twice': (p: { name: string }) =>
    `\`${p.name}\` stands under \`blocks\` and under \`recorded\`. Keep one of the two.`,
  'code-reason': (p: { language: string }) =>
    `This \`${p.language}\` block is typed into the page. Pull it from a file with \`sample="…"\`, or say why not with \`reason="excerpt"\`, \`"output"\`, \`"wrong"\` or \`"pseudo"\`. A roadmap may allow all such blocks: \`typedCode: allowed\` in \`content/site.yaml\`.`,
  'code-reason-unknown': (p: { reason: string; near?: string; allowed: readonly string[] }) =>
    `There is no reason \`${show(p.reason)}\`.${didYouMean(p.near)} Allowed are ${list(p.allowed)}.`,
  'code-width': (p: { width: number; count: number; line: string; sample: string }) =>
    `${p.count === 1 ? 'A line' : `${p.count} lines`} of this block ${p.count === 1 ? 'has' : 'have'} more than ${p.width} characters, such as \`${show(p.line)}\`${p.sample ? ` in \`${p.sample}\`` : ''}. Wrap it, or write \`wide="reason"\` behind the language. The limit is \`codeWidth\` in \`content/site.yaml\`.`,
  'code-language': (p: { language: string; near?: string }) =>
    `No language \`${show(p.language)}\` is known, so the code is drawn without colors.${didYouMean(p.near)} Write a name from https://shiki.style/languages, or \`text\`.`,
  'code-indented': () =>
    'This paragraph is indented as code is in Markdown, and is text in MDX. Put it between lines of three backticks if it is code, or take the blanks away.',
  'fence-option': (p: { written: string; cure: string }) =>
    `\`${show(p.written)}\` cannot stand behind the language of a code block. ${p.cure}`,
  'diagram-name': (p: { title: string; field: string }) =>
    `The diagram “${p.title}” has no \`${p.field}\`. Add a line \`${p.field}: …\` as its first lines, so that people who cannot see it know what it shows.`,
  'diagram-caption': (p: { title: string }) =>
    `The diagram “${p.title}” has no caption. Add \`caption="…"\` after \`\`\`mermaid.`,
  'diagram-syntax': (p: { title: string; reason: string }) =>
    `The diagram “${p.title}” cannot be drawn. Mermaid says: ${p.reason}`,
  'diagram-words': (p: { title: string; word: string }) =>
    `The diagram “${p.title}” does not show \`${p.word}\`, which its source has in a label. Write the label in another way, in quotes for example, until the picture has it.`,
  'diagram-formula': (p: { title: string; formula: string; command: string }) =>
    `In the diagram “${p.title}” the formula \`${show(p.formula)}\` has \`${p.command}\`, which one row of text cannot show, or which TeX does not have. Look whether the picture says what you mean; write the formula in a simpler way, or below the diagram.`,
  'diagram-colors': (p: { title: string; fill: string; color: string }) =>
    `In the diagram “${p.title}” text of the color \`${p.color}\` stands on \`${p.fill}\`, where nobody can read it; it is drawn lighter or darker. Choose colors that differ more, or leave \`color\` out.`,
  'diagram-setting': (p: { title: string; name: string }) =>
    `The diagram “${p.title}” sets \`${p.name}\`, which is not followed: colors, fonts and looks come from the site, so that a diagram can be read in each theme. Remove it, and color single nodes with \`style\` or \`classDef\`.`,
  'diagram-link': (p: { title: string; node: string; near?: string }) =>
    `The diagram “${p.title}” links the node \`${p.node}\`, which it does not have.${didYouMean(p.near)} Name a node of the diagram by its id or its label.`,
  'link-broken': (p: { target: string; near?: string }) =>
    `The link \`${p.target}\` leads nowhere.${didYouMean(p.near)} Write a path from the root of the site, such as \`/phases/slug/\`.`,
  'link-relative': (p: { target: string; near?: string }) =>
    `The link \`${p.target}\` is relative, and breaks when the page moves.${didYouMean(p.near)} Write a path from the root of the site, such as \`/phases/slug/\`.`,
  'link-unsafe': (p: { target: string }) =>
    `The address \`${show(p.target)}\` is not allowed. Links start with \`/\`, \`#\`, \`https:\`, \`http:\`, \`mailto:\` or \`tel:\`; a picture is a file.`,
  'html-unsafe': (p: { name: string }) =>
    `\`${p.name}\` is not allowed here, because it could run code, load another site or change how the page looks and works. Use plain Markdown, one of the components, or a picture in a file.`,
  'component-value': (p: { written: string }) =>
    `\`${show(p.written)}\` is no text that stands there itself, which \`Code\` needs. Write the text in quotes, or a fence in place of the component.`,
  'code-outside': (p: { code: string; kind: string }) =>
    `\`${show(p.code)}\` is not allowed: braces and \`export const\` hold constants, which are a text (with a name of at most 1,000 characters), a number, \`true\`, \`false\`, the name of a constant of the page, \`frontmatter.title\`, or \`src\`, \`width\` and \`height\` of an imported picture. ${instead[p.kind] ?? 'Write out what it gives: in the words of the page, or as a list or table of Markdown.'}`,
  'code-file': (p: { name: string }) =>
    `\`${p.name}\` here is code, or leads to code, which the build would run. Remove it; what belongs to the site itself lies under \`src/\`.`,
  'image-outside': (p: { target: string }) =>
    `The picture \`${p.target}\` lies outside \`content/docs\`. Put it beside the page or under \`public/\`.`,
  'image-kind': (p: { target: string; allowed: readonly string[] }) =>
    `\`${show(p.target)}\` is not the name of a picture, and the build would run or publish what it names. Name a file that ends in ${list(p.allowed.map((one) => `.${one}`))}, without \`?\`, \`#\` and \`%\`.`,
  'image-damaged': (p: { target: string }) =>
    `The file \`${p.target}\` has the name of a picture and not its content. Save the picture again as PNG, JPEG, GIF, WebP or AVIF.`,
  'image-size': (p: { target: string }) =>
    `The size of the picture \`${p.target}\` cannot be read. Give its \`<svg>\` a \`viewBox="0 0 400 300"\`, within the first 1000 characters.`,
  'svg-unsafe': (p: { file: string; what: string }) =>
    `The file \`${p.file}\` has \`${p.what}\`, which could run code in the reader’s browser or load another file. Remove it, or save the picture as PNG.`,
  'image-alt': (p: { target: string }) =>
    `The image \`${show(p.target)}\` has no text for people who cannot see it. Write it between the brackets: \`![what it shows](…)\`; a roadmap that is moving in may put it off: \`undescribedPictures: allowed\` in \`content/site.yaml\`. An ornament under \`public/\` that shows nothing is written \`<img src="/name.png" alt="" />\`.`,
  'image-missing': (p: { target: string; near?: string }) =>
    `The image \`${p.target}\` does not exist.${didYouMean(p.near)} Name a file beside the page (\`./name.png\`), or one under \`public/\` (\`/name.png\`).`,
  'image-hero': (p: { target: string }) =>
    `The picture \`${show(p.target)}\` of the hero is not beside the page, and only such pictures are drawn there. Move it beside the page and write \`./${show(p.target.split('/').at(-1) ?? '')}\`.`,
  'image-element': (p: { target: string; alt: string }) =>
    `\`<img src="${show(p.target)}">\` leads nowhere on the finished page, because only pictures in the words of Markdown move there. Write \`![${p.alt && p.alt !== 'expression' ? show(p.alt) : 'what it shows'}](${show(p.target)})\`, or put the file under \`public/\` and name it from there.`,
  'media-address': (p: { element: string; reason: string }) =>
    `${
      {
        elsewhere: `\`${show(p.element)}\` loads a file of another site, which readers’ browsers are told not to ask. Save it under \`public/\`, or link to the page that shows it.`,
        beside: `\`${show(p.element)}\` names a file beside the page, which is not published. Put it under \`public/\` and write its path from there, such as \`/film.mp4\`.`,
      }[p.reason] ?? `\`${show(p.element)}\` names no file under \`public/\`. Correct the path, or put the file there.`
    }`,
  'link-draft': (p: { target: string }) =>
    `The link \`${show(p.target)}\` leads to a draft, which is not published. Take the link out until it is, or take \`draft: true\` out of that page.`,
  'link-file': (p: { target: string; near?: string }) =>
    `The link \`${p.target}\` names no file that is published.${didYouMean(p.near)} Put it under \`public/\`, or correct the path.`,
  'image-external': (p: { target: string }) =>
    `The image \`${p.target}\` lies on another site, which readers’ browsers are told not to ask. Save it under \`public/\` and name it from there.`,
  'heading-one': (p: { text: string }) =>
    `“${p.text}” is a heading of the first level, and the title of the page is that already. Write \`##\`.`,
  'heading-order': (p: { text: string; depth: number; above: number }) =>
    `The heading “${p.text}” of level ${p.depth} follows one of level ${p.above}. Write \`${'#'.repeat(p.above + 1)}\`, so that no level is left out.`,
  'heading-empty': () => 'This heading has no words, and so no address. Write them, or remove it.',
  'code-empty': () => 'This code block holds nothing. Write the code, or remove the block.',
  'fence-open': () =>
    'This code block is never closed, so that the rest of the page is taken for code. Add a line ```` ``` ```` behind the code.',
  'head-tag': (p: { written: string; cure?: string }) =>
    `\`${show(p.written)}\` cannot stand in the head of a page. ${p.cure ?? 'Allowed are `meta` with a name that tells who is behind a page, such as `google-site-verification`, and its `content`, and `link` to another page with `rel` such as `me`, `author` or `license` and an `href` that starts with `https://`, `mailto:` or `/`.'}`,
  'style-syntax': (p: { reason: string }) =>
    `This is not valid CSS: ${p.reason.replace(/\.$/, '')}. Correct the place; each rule has its braces, and each line in it ends with \`;\`.`,
  'style-name': (p: { name: string }) =>
    `\`${p.name}\` is not read: the style sheet of a roadmap is \`content/style.css\`, in plain CSS. Rename it, put its rules there, or move it out of \`content/\`.`,
  'style-rule': (p: { name: string }) =>
    `\`${p.name}\` cannot stand in the style sheet. Write all rules into this file; fonts are named by \`@font-face\`, with their files beside it.`,
  'style-rule-unknown': (p: { name: string }) =>
    `No browser knows the rule \`${show(p.name)}\`, and no other program rewrites this sheet. Write what it stands for as plain CSS.`,
  'style-address': (p: { target: string }) =>
    `The style sheet names \`${show(p.target)}\`, which readers’ browsers are told not to ask. Save the file beside it (\`./fonts/name.woff2\`), or under \`public/\` (\`/name.png\`).`,
  'style-file': (p: { target: string }) =>
    `The style sheet names \`${show(p.target)}\`, which is no font or picture beside it or under \`public/\`. Write \`./fonts/name.woff2\` or \`/name.png\`; fonts end in \`.woff2\` or \`.woff\`.`,
  'aside-open': (p: { name: string }) =>
    `This \`:::${p.name}\` is never closed, so that the rest of the page is taken for its text. Add a line \`:::\` behind it.`,
  'aside-unknown': (p: { name: string; near?: string; allowed: readonly string[] }) =>
    `There is no box \`:::${p.name}\`.${p.name === 'details' ? ' Write `<details>` with a `<summary>`.' : didYouMean(p.near)} Allowed are ${list(p.allowed)}.`,
  'code-attribute': (p: { name: string; allowed: readonly string[] }) =>
    `\`Code\` has no attribute \`${p.name}\` here. Allowed are ${list(p.allowed)}; what stands behind a fence, such as marked lines, goes into \`meta\`.`,
  'component-unknown': (p: { name: string; near?: string; allowed: readonly string[] }) =>
    `There is no component \`${p.name}\`.${didYouMean(p.near)} Pages may use ${list(p.allowed)}, and those of Starlight.`,
  'component-markdown': (p: { name: string }) =>
    `\`<${p.name}>\` is a component, and a page of Markdown holds none. Let the name of the file end in \`.mdx\`.`,
  'component-file': (p: { name: string }) =>
    `\`${p.name}\` is no component. A component is a file such as \`InstallJava.mdx\`, whose name begins with a capital, has letters and digits only, and is the name of its tag; beside it may lie pictures.`,
  'component-taken': (p: { name: string }) =>
    `There is a component \`${p.name}\` already. Give the file another name, and change the tags.`,
  'component-unused': (p: { name: string }) =>
    `No page uses the component \`${p.name}\`. Write \`<${p.name} />\` where it belongs, or remove the file.`,
  'component-cycle': (p: { way: readonly string[] }) =>
    `Components stand in each other without end: ${p.way.map((one) => `\`<${one}>\``).join(' holds ')}. Take one of the tags out.`,
  'component-much': (p: { name: string; most: number }) =>
    `With \`<${p.name}>\`, components bring more than ${p.most.toLocaleString('en')} characters into this page. Use fewer of them, or put less into each.`,
  'component-prop': (p: { name: string; prop: string; near?: string; allowed: readonly string[] }) =>
    `\`<${p.name}>\` does not know \`${p.prop}\`.${didYouMean(p.near)} ${p.allowed.length > 0 ? `It knows ${list(p.allowed)}` : 'It knows no words'}: those that stand as \`props.name\` in its file.`,
  'component-prop-missing': (p: { name: string; prop: string }) =>
    `\`<${p.name}>\` needs \`${p.prop}\`: write \`<${p.name} ${p.prop}="…" />\`, or a line \`${p.prop}: …\` at the head of its file for where it is left out.`,
  'component-prop-long': (p: { name: string; prop: string; most: number }) =>
    `\`${p.prop}\` of \`<${p.name}>\` has more than ${p.most.toLocaleString('en')} characters. Put long texts between the tags, with \`<slot />\` as their place.`,
  'component-default': (p: { name: string; prop: string }) =>
    `The field \`${p.prop}\` is not used in \`${p.name}\`. The fields of a component are words for where a page gives none; use it as \`{props.${p.prop}}\`, or remove it.`,
  'component-default-kind': (p: { prop: string; value: unknown }) =>
    `The field \`${p.prop}\` has the value \`${show(p.value)}\`: write a text, a number, \`true\` or \`false\`.`,
  'component-slot': (p: { name: string }) =>
    `\`<${p.name}>\` has no place for what stands between its tags. Write \`<slot />\` into its file where that belongs, or \`<${p.name} />\` here.`,
  'component-slot-attribute': (p: { name: string }) =>
    `\`<slot>\` has the attribute \`${show(p.name)}\`, and nothing of it would be left: what stands between the tags of the component takes its place. Write \`<slot />\`, in an element that has the attribute.`,
  'component-slot-blocks': (p: { name: string }) =>
    `What stands between the tags of \`<${p.name}>\` is put into a line there, and is more than one paragraph. Write one, or let \`<slot />\` stand alone on its line in the file of the component.`,
  'component-in-line': (p: { name: string }) =>
    `\`<${p.name}>\` stands in a line of text and holds blocks. Put it alone on its line, with blank lines around it.`,
  'component-needs': (p: { component: string; name: string }) =>
    `\`<${p.component}>\` has no \`${p.name}\` that is a text. Write \`<${p.component} ${p.name}="…">\`.`,
  'component-attribute': (p: {
    component: string;
    name: string;
    value: string;
    allowed: readonly string[];
    near?: string;
  }) =>
    `\`${p.name}\` of \`<${p.component}>\` has the value \`${show(p.value)}\`.${didYouMean(p.near)} Allowed are ${list(p.allowed)}.`,
  'component-icon': (p: { component: string; name: string; value: string }) =>
    `\`${p.name}\` of \`<${p.component}>\` names no icon: \`${show(p.value)}\`. Their names are at https://starlight.astro.build/reference/icons/.`,
  'component-place': () => '`<TabItem>` stands alone. Put `<Tabs>` around it and those that belong to it.',
  'attribute-twice': (p: { element: string; name: string }) =>
    `\`<${p.element}>\` has \`${p.name}\` twice, and only one of the two would count. Remove one.`,
  'component-children': (p: { component: string; words: string }) =>
    `\`<${p.component}>\` holds ${p.words}. Move this out of it, with blank lines around the list.`,
  'component-import': (p: { name: string; from: string }) =>
    `The component \`${p.name}\` is used and not imported. Add \`import { ${p.name} } from '${p.from}';\` below the frontmatter, with a blank line behind it.`,
  'import-unknown': (p: { from: string; isComponent?: boolean }) =>
    `${p.isComponent ? 'Components' : 'Pages'} cannot import from \`${p.from}\`. ${importCure(p)}`,
  'language-twice': (p: { code: string }) =>
    `The language \`${p.code}\` is named twice. Keep it once, either as \`language\` or under \`languages\`.`,
  'language-unlisted': (p: { code: string; near?: string }) =>
    `The roadmap has no language \`${p.code}\`.${didYouMean(p.near)} Add \`- code: ${p.code}\` under \`languages\` in \`content/site.yaml\`, or rename this.`,
  'translation-base': (p: { name: string; kind: string; near?: string }) =>
    `This translates the ${p.kind} \`${p.name}\`, which does not exist in the base language.${didYouMean(p.near)} Name the translation like what it translates.`,
  'translation-key': (p: { key: string; of: string; near?: string; allowed: readonly string[] }) =>
    `\`${p.key}\` is none of the ${p.of} in the base language.${didYouMean(p.near)} ${p.allowed.length ? `They are ${list(p.allowed)}.` : 'There are none.'}`,
  'translation-kind': (p: { field: string; type: string; only: string }) =>
    `A question of the kind \`${p.type}\` has no \`${p.field}\` to translate; those of the kind \`${p.only}\` have. Remove it.`,
  'translation-headings': (p: { found: string; expected: string }) =>
    `${p.found}, where the base page has ${p.expected}. Give the translation the headings of the base page in the same order and of the same levels, so that its anchors are the same.`,
  'string-unknown': (p: { key: string; near?: string }) =>
    `There is no string \`${p.key}\`.${didYouMean(p.near)} The keys are listed in \`src/strings/english.ts\`, and those of Starlight in its documentation.`,
  'string-placeholder': (p: { key: string; name: string; known: boolean; allowed: readonly string[] }) =>
    p.known
      ? `The string \`${p.key}\` lacks \`{${p.name}}\`. Put it where the value is to stand.`
      : `The string \`${p.key}\` has \`{${p.name}}\`, for which there is no value. ${p.allowed.length ? `Its values are ${list(p.allowed.map((one) => `{${one}}`))}.` : 'It has no values.'}`,
  'string-plural': (p: { key: string; form: string; allowed: readonly string[]; needed: boolean }) =>
    p.needed
      ? `The string \`${p.key}\` lacks the plural form \`${p.form}\`. The forms of this language are ${list(p.allowed)}.`
      : `The string \`${p.key}\` has the plural form \`${p.form}\`, which this language does not use. Its forms are ${list(p.allowed)}.`,
  'external-gone': (p: { target: string; status: string; archive?: string }) =>
    `The address \`${p.target}\` answers ${p.status}. ${p.archive ? `A copy is kept at ${p.archive}; link to that, or to a newer source.` : 'Link to another source.'}`,
  'external-unsure': (p: { target: string; status: string }) =>
    `The address \`${p.target}\` could not be checked: ${p.status}. Open it in a browser.`,
  'id-ledger-missing': () =>
    'The list of ids is missing, which keeps saved progress and links through renames. Make it with `npm run new -- ids`, or write `progress: false` in `content/site.yaml`.',
  'id-unlisted': (p: { id: string }) =>
    `\`${p.id}\` is not in \`content/ids.yaml\`. Run \`npm run new -- ids\`, which adds it, and asks whether it is the new name of something.`,
  'id-vanished': (p: { id: string; near?: string; today: string }) =>
    `The content no longer has \`${p.id}\`.${didYouMean(p.near)} Write \`now:\` with its new id, or \`gone: ${p.today}\`; \`npm run new -- ids\` asks and does it.`,
  'id-back': (p: { id: string; field: string }) =>
    `\`${p.id}\` is in the content, and the list says \`${p.field}\`. Remove that from the line, or give what is new another id.`,
  'id-number-twice': (p: { n: number; id: string; other: string; next: number }) =>
    `The number ${p.n} of \`${p.id}\` belongs to \`${p.other}\`. Give the one that was added later the next free number, ${p.next}, at the end of the list.`,
  'id-number-order': (p: { n: number; expected: number }) =>
    `The number ${p.n} stands where ${p.expected} is next. Lines are only ever added at the end, and numbers never change: restore what was removed or changed.`,
  'id-now-unknown': (p: { id: string; near?: string }) =>
    `\`now\` names \`${p.id}\`, which is not in the list.${didYouMean(p.near)} Name an id of the list; \`npm run new -- ids\` adds those that are missing.`,
  'id-now-kind': (p: { id: string; now: string; kind: string }) =>
    `\`${p.id}\` is a ${p.kind}, and \`${p.now}\` is none. Name the ${p.kind} that it became, or write \`gone\` with a day.`,
  'id-now-circle': (p: { circle: readonly string[] }) =>
    `These renames lead in a circle: ${p.circle.join(' → ')}. Remove the \`now\` of the id that the content has.`,
  'promise-kept-not': (p: { what: string; where: string }) =>
    `\`content/coverage.yaml\` promises ${p.what} in ${p.where}, and it is not there. Add it, or take the promise back.`,
  'fact-differs': (p: { what: string; found: unknown; allowed: readonly unknown[]; facts: string }) =>
    `The ${p.what} here is \`${show(p.found ?? 'missing')}\`; \`${p.facts}\` says ${p.allowed.map((one) => `\`${show(one)}\``).join(' or ')}. Correct this place, or add the value there where it is right.`,
  'fact-target': (p: { what: string; name: string }) =>
    `Here ${p.what} \`${p.name}\`, and nothing beside it has it. Correct the name, or add what it names.`,
  'fact-twice': (p: { what: string; name: string; other: string }) =>
    `The ${p.what} \`${p.name}\` is taken already, by ${p.other}. Readers run both side by side: give one of them another.`,
  'fact-security': (p: { name: string; namespace: string; what: string }) =>
    `The namespace \`${p.namespace}\` enforces the profile \`restricted\` and would refuse \`${p.name}\`: ${p.what}. Add it to the securityContext, or take the manifest to another namespace.`,
  'fact-connections': (p: { copies: number; pool: number; most: number }) =>
    `${p.copies} copies with a pool of ${p.pool} need ${p.copies * p.pool} connections, and the database accepts ${p.most}. Lower one of the two.`,
  'state-file': (p: { name: string; near?: string }) =>
    `There is no file \`${p.name}\` to take.${didYouMean(p.near)} Name a file below \`content/\` that lies in \`samples/\` or \`states/\`, without a leading slash.`,
  'state-replace': (p: { find: string; from: string }) =>
    `\`${show(p.find)}\` stands in none of the files \`${p.from}\`. Write it as it stands there now, or remove this entry.`,
  'state-target': (p: { name: string; reason: string }) =>
    `The project cannot have a file \`${p.name}\`: ${p.reason} Give it another place with \`to\`.`,
  'state-remove': (p: { name: string; near?: string }) =>
    `The state before has no file \`${p.name}\` that could go.${didYouMean(p.near)} Name a file by its path in the project.`,
  'state-twice': (p: { slug: string }) =>
    `The lesson \`${p.slug}\` has two states. Put both together, or name another lesson.`,
  'state-criterion': (p: { says: string; near?: string; file: string }) =>
    `\`${p.file}\` has no list item “${show(p.says)}”.${didYouMean(p.near)} Copy an acceptance criterion of the lesson word for word, and look whether its test still shows it.`,
  'state-criterion-open': (p: { says: string; file: string }) =>
    `No test answers “${show(p.says)}” of \`${p.file}\`, and other items of its list have one. Add it under \`criteria\` with its \`test\`, or with the reason why a reader tries it by \`hand\`.`,
  'state-test': (p: { test: string; has: boolean }) =>
    `The project has no test \`${p.test}\`. ${p.has ? 'Name what stands in the file, behind `#`.' : 'Name a file of this state by its path in the project, then `#` and the name of the test in it.'}`,
} as const;

type Sentences = typeof sentences;

/** Problems that are told and do not keep the site from being built. */
const warnings: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'review-overdue',
  'phase-unplaced',
  'external-unsure',
  'code-language',
  'code-width',
  'markup-unsure',
  'page-unplaced',
  'yaml-comment',
  'field-idle',
  'component-unused',
  'code-indented',
  'diagram-words',
  'diagram-formula',
  'diagram-colors',
  'diagram-setting',
]);

/** Every code, in the order of the table. */
export const problemCodes = Object.keys(sentences) as ProblemCode[];

/** How bad problems of a code are. */
export const severityOf = (code: ProblemCode): Problem['severity'] => (warnings.has(code) ? 'warning' : 'error');

/** Whether a problem keeps the site from being built. */
export const isError = (one: Problem): boolean => one.severity === 'error';

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
  return { code, severity: severityOf(code), message: sentence(values), ...place };
}

/** Prints a value so that an author recognises it, cut after 80 characters. */
function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** Each problem once: what stands in several pages is read with each of them. */
export function distinct(problems: readonly Problem[]): Problem[] {
  const known = new Map(problems.map((one) => [JSON.stringify([one.file, one.line, one.column, one.message]), one]));
  return known.size === problems.length ? [...problems] : [...known.values()];
}
