/**
 * What each problem means and how to mend it. The page `/make-it-yours/problems/` and `npm run check -- --explain` are
 * made from this table; the type asks for an entry for every code.
 */
import type { ProblemCode } from './problems.ts';

export interface ProblemGuide {
  /** What is the matter, in one sentence. */
  meaning: string;
  /** How it usually comes about. */
  cause: string;
  /** The least content that has the problem. */
  example: string;
  /** What to do. */
  fix: string;
}

export const problemGuide: Record<ProblemCode, ProblemGuide> = {
  'file-unreadable': {
    meaning: 'The operating system does not hand the file out.',
    cause: 'A folder has the name of the file, access is denied, or a link leads to itself.',
    example: 'content/site.yaml/        (a folder)',
    fix: 'Put a readable text file in its place, or remove it.',
  },
  'file-empty': {
    meaning: 'The file has nothing in it but blanks.',
    cause: 'It was created to be filled in later, or an editor lost its content.',
    example: 'content/questions/caching.yaml   (0 bytes)',
    fix: 'Write its content, or remove the file until there is some.',
  },
  'file-large': {
    meaning: 'A page or data file is larger than 256 KiB, more than anybody reads.',
    cause: 'A picture was pasted into the page as text, or a log into a code block.',
    example: '![Plan](data:image/png;base64,iVBORw0KG…)',
    fix: 'Save pictures as files beside the page, long code as a sample, and split the page.',
  },
  'file-encoding': {
    meaning: 'The file is not saved as UTF-8; the place is that of the first byte that is not.',
    cause: 'An editor saved it as Latin-1, Windows-1252 or UTF-16.',
    example: 'title: Donn\\xE9es',
    fix: 'Open it with the encoding it has, and save it as UTF-8.',
  },
  'file-control': {
    meaning: 'A character stands in the file that no reader can see, and that can make text read differently.',
    cause: 'It came with text copied from a terminal, a PDF or a chat.',
    example: 'title: Databases\\u0000',
    fix: 'Remove the character at the named line and column. Isolates for right-to-left text (U+2066 to U+2069) are allowed.',
  },
  'file-link': {
    meaning: 'A file or folder of the content is a symbolic link.',
    cause: 'A page was meant to stand in two places.',
    example: 'content/docs/start -> ../../notes',
    fix: 'Move the file itself there. To show the same text twice, link from one page to the other.',
  },
  'file-ending': {
    meaning: 'The file has an ending that is not read in this folder, so it would be missing without a word.',
    cause: '`.yml` pages, `.MDX` in capitals, notes beside the pages.',
    example: 'content/docs/phases/02-caching.MDX',
    fix: 'Rename the file, or move it out of `content/`.',
  },
  'folder-missing': {
    meaning: 'The folder with the pages is not there.',
    cause: 'The command was started in another folder, or the content was moved.',
    example: 'content/site.yaml   (and no content/docs)',
    fix: 'Restore the folder, or start afresh with `npm run new -- roadmap`.',
  },
  'file-missing': {
    meaning: 'A file that every roadmap needs is not there.',
    cause: 'It was deleted or renamed.',
    example: 'content/docs/   (and no content/site.yaml)',
    fix: 'Restore it, or start afresh with `npm run new -- roadmap`.',
  },
  'home-missing': {
    meaning: 'The roadmap has no page at its first address.',
    cause: '`index.mdx` was deleted or renamed.',
    example: 'content/docs/phases/01-flour.mdx   (and no content/docs/index.mdx)',
    fix: 'Create `content/docs/index.mdx` with `title`, `description` and a welcome.',
  },
  'phases-missing': {
    meaning: 'There is no phase, so there is no roadmap.',
    cause: 'The phases were deleted before the first own one was written.',
    example: 'content/docs/phases/   (empty)',
    fix: 'Run `npm run new -- phase`.',
  },
  'phase-unplaced': {
    meaning: 'The phase has a page, and no group of the sidebar shows it (a warning).',
    cause: 'A phase was put before the one that the first group starts with.',
    example: 'firstPhase: dough   # and a phase 00-tools.mdx before it',
    fix: 'Let the first `firstPhase` in `content/site.yaml` name the phase with the lowest number.',
  },
  'page-file-name': {
    meaning: 'The file name would make an address that cannot be typed or linked.',
    cause: 'Blanks, capitals, accents, underscores or backslashes in the name.',
    example: 'content/docs/My notes.mdx',
    fix: 'Use lower-case letters, digits and single hyphens; the title is free.',
  },
  'page-folder': {
    meaning: 'A phase, supplement or project page stands one folder too deep.',
    cause: 'Pages were sorted into folders of their own.',
    example: 'content/docs/phases/part-1/03-caching.mdx',
    fix: 'Move the file up. Groups are made in `content/site.yaml`.',
  },
  'page-taken': {
    meaning: 'The site makes a page of its own at this address.',
    cause: 'A page is named `map`, `tracks` or like a page about forking.',
    example: 'content/docs/map.mdx',
    fix: 'Choose another name.',
  },
  'yaml-syntax': {
    meaning: 'The file or frontmatter cannot be read as YAML.',
    cause: 'Tabs for indentation, a quote left open, a colon in a text without quotes, a key twice.',
    example: 'title: Caching: fast and wrong',
    fix: 'Put texts with `: ` or `#` in quotes and indent with blanks.',
  },
  'yaml-alias': {
    meaning: 'A value is taken from elsewhere in the file with an alias.',
    cause: 'YAML allows it; the roadmap does not, because problems could not name their line.',
    example: 'tags: *common',
    fix: 'Write the value out.',
  },
  'mdx-syntax': {
    meaning: 'The text of the page cannot be read as MDX.',
    cause: '`<` or `{` as plain text, a tag left open, a blank line missing after `import`.',
    example: 'if a < b {return}',
    fix: 'Put code in backticks, close the tag, or leave a blank line after imports.',
  },
  'frontmatter-missing': {
    meaning: 'The page does not start with its fields.',
    cause: 'The first line is not `---`, or the second `---` is missing.',
    example: '## Joins',
    fix: 'Start the page with `---`, the fields, and `---` on a line of its own.',
  },
  'frontmatter-shape': {
    meaning: 'What stands between the `---` lines is no list of fields.',
    cause: 'Hyphens before the fields, or colons missing.',
    example: '---\n- title\n---',
    fix: 'Write one `name: value` a line.',
  },
  'field-missing': {
    meaning: 'A field that is needed is not there.',
    cause: 'A new page was started from nothing, or the field is misspelled (then it is also told as unknown).',
    example: '---\ntitle: Caching\n---',
    fix: 'Add the field. `/make-it-yours/fields/` explains every one.',
  },
  'field-unknown': {
    meaning: 'A field has a name that nothing reads.',
    cause: 'A misspelling, or a field of another kind of page.',
    example: 'tag: [SQL]',
    fix: 'Take the name that is offered, or remove the field.',
  },
  'field-wrong': {
    meaning: 'A field has a value it cannot have.',
    cause: 'A misspelling, quotes around a number, a date in another form.',
    example: 'level: begginer',
    fix: 'Write one of the values that the report names.',
  },
  'review-overdue': {
    meaning: 'Nobody has checked the page for longer than `reviewMonths` in `content/site.yaml` (a warning).',
    cause: 'Time.',
    example: 'reviewed: 2024-01-15',
    fix: 'Check every statement against its sources, then set `reviewed` to the day you did.',
  },
  'file-name': {
    meaning: 'The file name of a phase does not give its number and slug.',
    cause: 'The number or the hyphen is missing, or the name has capitals or blanks.',
    example: 'content/docs/phases/Caching.mdx',
    fix: 'Rename it to a form like `07-caching.mdx`.',
  },
  'number-twice': {
    meaning: 'Two phases have the same number, so their order is not known.',
    cause: 'A phase was copied, or two branches were merged.',
    example: '03-apis.mdx\n03-caching.mdx',
    fix: 'Rename one. `npm run new -- renumber` numbers all of them afresh; addresses stay.',
  },
  'slug-twice': {
    meaning: 'Two files would be the same page, or a phase and a supplement have the same name.',
    cause: 'A copy with another number, or `name.mdx` beside `name/index.mdx`.',
    example: '03-caching.mdx\n04-caching.mdx',
    fix: 'Rename or remove one of the two.',
  },
  'phase-unknown': {
    meaning: 'A field names a phase that does not exist.',
    cause: 'A misspelling, the number written with the name, or a phase that was renamed.',
    example: 'prerequisites: [relational-database]',
    fix: 'Take the name that is offered: the file name without number and ending.',
  },
  'page-unknown': {
    meaning: 'The sidebar names a page that does not exist.',
    cause: 'The page was moved, or its path is written with its ending.',
    example: 'pages: [start/who.mdx]',
    fix: 'Write the path under `content/docs` without `.mdx`.',
  },
  'prerequisite-cycle': {
    meaning: 'Lessons or topics need each other in a circle, so nobody can begin.',
    cause: 'A prerequisite was added from both sides.',
    example: 'caching needs databases, databases needs caching',
    fix: 'Remove the weaker of the prerequisites.',
  },
  'topic-unknown': {
    meaning: 'A topic of the frontmatter has no H2 section.',
    cause: 'The heading was reworded; the id of a topic is the anchor of its heading.',
    example: 'topics: [{ id: join, depth: must }]   # and the heading is ## Joins',
    fix: 'Make the id and the heading agree.',
  },
  'topic-twice': {
    meaning: 'A topic is listed twice.',
    cause: 'A line was copied.',
    example: 'topics: [{ id: joins, depth: must }, { id: joins, depth: could }]',
    fix: 'Keep one of the two.',
  },
  'topic-reference': {
    meaning: 'A reference leads to no lesson or topic.',
    cause: 'A misspelling, or a section that was renamed.',
    example: 'to: caching#redsi',
    fix: 'Write `phase` or `phase#topic`; the report offers the nearest.',
  },
  'track-file-name': {
    meaning: 'The file name of a track does not give its number and slug.',
    cause: 'The number is missing, or the name has capitals or blanks.',
    example: 'content/tracks/Eight Stages.yaml',
    fix: 'Rename it to a form like `2-eight-stages.yaml`.',
  },
  'track-twice': {
    meaning: 'Two tracks share their number or slug.',
    cause: 'A track was copied.',
    example: '1-short.yaml\n1-long.yaml',
    fix: 'Rename one of the files.',
  },
  'stage-twice': {
    meaning: 'Two stages of a track have the same id, which is their anchor.',
    cause: 'A stage was copied.',
    example: 'stages: [{ id: start, … }, { id: start, … }]',
    fix: 'Give each stage its own id.',
  },
  'stage-unknown': {
    meaning: 'The timeline names a stage that the track does not have.',
    cause: 'A stage was renamed or removed.',
    example: 'timeline: [{ title: Spring, months: [1, 3], stages: [bascis] }]',
    fix: 'Name the stage by its id.',
  },
  'project-section': {
    meaning: 'A project of the frontmatter has no section on its page.',
    cause: 'The heading was reworded; the id of a project is the anchor of its heading.',
    example: 'projects: [{ id: todo-app, … }]   # and the heading is ## To-do list',
    fix: 'Make the id and the heading agree.',
  },
  'project-twice': {
    meaning: 'Two projects have the same id.',
    cause: 'A project was copied to another page.',
    example: 'projects: [{ id: todo-app, … }, { id: todo-app, … }]',
    fix: 'Give each project its own id.',
  },
  'project-unknown': {
    meaning: 'A track names a project that does not exist.',
    cause: 'A misspelling, or a project that was removed.',
    example: 'projects: [{ title: A list, id: todo }]',
    fix: 'Take the id from the frontmatter of the project’s page.',
  },
  'diagram-target': {
    meaning: 'A node of a diagram links to nothing.',
    cause: 'A misspelling, or a section that was renamed.',
    example: 'click Cache "caching#redsi"',
    fix: 'Write `phase`, `phase#topic`, or a path such as `/map/`.',
  },
  'question-twice': {
    meaning: 'Two questions of a file have the same id.',
    cause: 'A question was copied.',
    example: '- id: ttl\n- id: ttl',
    fix: 'Give each question its own id; readers’ answers are kept by it.',
  },
  'question-topic': {
    meaning: 'A question belongs to a topic that its lesson does not have.',
    cause: 'The topic was renamed, or the question stands in the wrong file.',
    example: 'topic: rediss',
    fix: 'Name a topic of the lesson.',
  },
  'question-phase': {
    meaning: 'A file of questions is named after no lesson.',
    cause: 'The number is in the name, or the lesson was renamed.',
    example: 'content/questions/12-caching.yaml',
    fix: 'Name the file after the slug: `caching.yaml`.',
  },
  'sample-missing': {
    meaning: 'A code block takes its text from a file that is not there.',
    cause: 'A misspelling, or a path that starts at the wrong folder.',
    example: '```java sample="Cache.java"\n```',
    fix: 'Write the path below `content/samples`.',
  },
  'sample-region': {
    meaning: 'The sample has no region of that name.',
    cause: 'The comment with `#region` was removed or renamed.',
    example: '```java sample="caching/Cache.java#evict"\n```',
    fix: 'Mark the lines with `#region evict` and `#endregion evict`, or name another region.',
  },
  'sample-outside': {
    meaning: 'The path of a sample leads out of `content/samples`.',
    cause: '`..` in the path, or a symbolic link.',
    example: '```yaml sample="../site.yaml"\n```',
    fix: 'Copy the file below `content/samples`.',
  },
  'sample-check-file': {
    meaning: 'A `checks.yaml` names a file that its sample folder does not have.',
    cause: 'The file was renamed or removed, or the path starts at another folder.',
    example: 'files: [schema.sqll]',
    fix: 'Name the file by its path below the folder; `*` stands for any part of a name.',
  },
  'sample-check-kind': {
    meaning: 'A `checks.yaml` asks for a kind of check that does not exist.',
    cause: 'A misspelling.',
    example: 'kind: sql-postgress',
    fix: 'Take one of the kinds that the message lists.',
  },
  'code-reason': {
    meaning: 'Code is typed into the page, so nothing proves that it runs.',
    cause: 'A quick example.',
    example: '```java\nint a = 1;\n```',
    fix: 'Move it to a sample, or say why not: `reason="output"`, `reason="wrong"` or `reason="pseudo"`.',
  },
  'diagram-name': {
    meaning: 'A diagram has no name or description for people who cannot see it.',
    cause: 'It was pasted from a tool that does not ask for them.',
    example: '```mermaid title="Flow" caption="A flow."\nflowchart TD\n  A --> B\n```',
    fix: 'Add `accTitle:` and `accDescr:` as its first lines.',
  },
  'diagram-caption': {
    meaning: 'A diagram has no caption.',
    cause: 'Only the title was written.',
    example: '```mermaid title="Flow"',
    fix: 'Add `caption="…"` that says what to see in it.',
  },
  'diagram-syntax': {
    meaning: 'Mermaid cannot draw the diagram.',
    cause: 'A misspelled arrow, a bracket or quote left open, a word that Mermaid keeps for itself (`end`).',
    example: 'flowchart TD\n  A -->',
    fix: 'Mend the line that the report names; put labels with brackets in quotes.',
  },
  'diagram-link': {
    meaning: 'A link of a diagram names a node that the diagram does not have.',
    cause: 'A misspelling, or a node that was renamed.',
    example: 'A --> B\nclick C "caching"',
    fix: 'Name a node by its id or its label.',
  },
  'link-broken': {
    meaning: 'A link within the site leads to no page or heading.',
    cause: 'A misspelling, a slash missing at the end, a heading that was reworded.',
    example: '[joins](/phases/databases/#join)',
    fix: 'Take the address that is offered.',
  },
  'link-relative': {
    meaning: 'A link does not start at the root of the site.',
    cause: 'It names a file, as on GitHub, or was copied from a browser.',
    example: '[joins](./04-databases.mdx#joins)',
    fix: 'Write `/phases/databases/#joins`; the base path is added by itself.',
  },
  'link-unsafe': {
    meaning: 'An address runs a script or carries a file in itself.',
    cause: '`javascript:` or `data:` was copied from another page, or somebody tries what gets through.',
    example: '[open](javascript:open())',
    fix: 'Link to a page, or to a file under `public/`.',
  },
  'html-unsafe': {
    meaning: 'A page holds an element or attribute that runs code or loads another site.',
    cause: 'A snippet for embedding was pasted.',
    example: '<iframe src="https://example.com/video"></iframe>',
    fix: 'Link to the other site instead.',
  },
  'image-alt': {
    meaning: 'A picture has no words for people who cannot see it.',
    cause: 'The brackets were left empty.',
    example: '![](./plan.png)',
    fix: 'Say between the brackets what the picture shows.',
  },
  'image-missing': {
    meaning: 'The file of a picture is not there.',
    cause: 'A misspelling, other capitals than the file has, or backslashes.',
    example: '![Plan](img\\plan.png)',
    fix: 'Name a file beside the page as `./plan.png`, or one under `public/` as `/plan.png`.',
  },
  'image-external': {
    meaning: 'A picture lies on another site, which pages never ask for anything.',
    cause: 'Its address was copied.',
    example: '![Plan](https://example.com/plan.png)',
    fix: 'Save the picture in the repository if its license allows it, and name its source.',
  },
  'heading-one': {
    meaning: 'The text has a heading of the first level, and the title is that already.',
    cause: 'The page was written as a README first.',
    example: '# Caching',
    fix: 'Remove it, or make it `##`.',
  },
  'heading-order': {
    meaning: 'A level of headings is left out, so the outline has a hole.',
    cause: 'A smaller heading was chosen for its looks.',
    example: '## Joins\n\n#### Inner joins',
    fix: 'Use the next level, here `###`.',
  },
  'heading-empty': {
    meaning: 'A heading has no words.',
    cause: 'It was left over from a draft.',
    example: '##',
    fix: 'Write its words, or remove it.',
  },
  'fence-open': {
    meaning: 'A code block has no end, so the rest of the page is code.',
    cause: 'The closing line is missing, or has fewer backticks than the opening one.',
    example: '```text\n$ ls',
    fix: 'Close it with as many backticks as it is opened with.',
  },
  'aside-open': {
    meaning: 'A box has no end, so the rest of the page stands in it.',
    cause: 'The closing `:::` is missing.',
    example: ':::note\nRead this.',
    fix: 'Add a line `:::`.',
  },
  'aside-unknown': {
    meaning: 'There is no box of this kind.',
    cause: 'A misspelling, or a kind from another tool, such as `warning` or `info`.',
    example: ':::warning',
    fix: 'Use `note`, `tip`, `caution` or `danger`.',
  },
  'component-unknown': {
    meaning: 'The page uses a component that does not exist.',
    cause: 'A misspelling, or a component that was removed.',
    example: '<Chekpoint />',
    fix: 'Take the name that is offered. `/make-it-yours/components/` shows them all.',
  },
  'component-import': {
    meaning: 'The page uses a component and does not import it.',
    cause: 'The import was not copied with the component.',
    example: '<Checkpoint />',
    fix: "Add `import { Checkpoint } from '@components';` below the frontmatter, and a blank line.",
  },
  'import-unknown': {
    meaning: 'The page imports from a place that content has no business with.',
    cause: 'A component was copied from another site.',
    example: "import fs from 'node:fs';",
    fix: 'Use the components of `@components`, or add one there.',
  },
  'external-gone': {
    meaning: 'A page of another site is not there any more.',
    cause: 'The site was rebuilt, or the address is misspelled. Only `npm run check -- --external` looks.',
    example: '[source](https://example.com/moved)',
    fix: 'Link to where it is now, or to the copy that the report names.',
  },
  'external-unsure': {
    meaning: 'Another site did not give a clear answer (a warning).',
    cause: 'It refuses programs, is slow, or is down for a moment.',
    example: '[source](https://example.com/members-only)',
    fix: 'Open the address in a browser; if it is there, nothing is to be done.',
  },
  'term-twice': {
    meaning: 'A term stands twice in the glossary.',
    cause: 'It was added by two people, or is another name (`also`) of a term that is there.',
    example: '- term: JVM\n- term: Java virtual machine\n  also: [JVM]',
    fix: 'Keep one entry and put the other names under `also`.',
  },
  'promise-kept-not': {
    meaning: '`content/coverage.yaml` promises something that the page does not have.',
    cause: 'A topic, diagram or name was removed or reworded.',
    example: 'pages:\n  phases/caching:\n    topics: [Redis]',
    fix: 'Add it, or take the promise back.',
  },
};
