/**
 * The shapes of everything a fork edits under `content/`. Field descriptions are part of the schema:
 * reports and documentation are made from them.
 */
import { docsSchema } from '@astrojs/starlight/schema';
import { z } from 'astro/zod';
import { contrast } from './contrast.ts';
import { kindOf } from '../names/ids.ts';
import { runtimeNames, type RuntimeName } from '../../runtimes/runtime.ts';

/** Levels of a phase, from the first steps to senior work. */
export const levels = ['beginner', 'intermediate', 'advanced'] as const;
export type Level = (typeof levels)[number];

/** How deep a reader must know a topic. */
export const depths = ['must', 'should', 'could'] as const;
export type Depth = (typeof depths)[number];

const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'use lower-case letters, digits and single hyphens');
/** An anchor that a heading can have, in any script: what `github-slugger` leaves of a text. */
const anchor = z
  .string()
  .regex(
    /^(?:[a-z0-9_-]|[^\u0000-\u007f\s])+$/,
    'write it as the heading has it in its address: small letters, digits, `_` and `-`, and letters of any script',
  );
const words = z.string().trim().min(1, 'write at least one word');
/** A name in a list; a number such as 401 may stand without quotes. */
const name = z.union([z.string(), z.number()]).transform(String).pipe(words);
/** Lines that a program prints. Blanks at their start are part of them, so that no option stands out by its indentation. */
const printed = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/\S/, 'write the lines that the sample prints'));
const webAddress = z.url({ protocol: /^https?$/, error: 'use an address that starts with https://' });
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'use a date such as 2026-11-20')
  .refine((text) => {
    const time = Date.parse(text);
    // JavaScript reads the 31st of February as a day in March.
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  }, 'use a date that exists');

/** `phase`, `phase#topic`, or the id of a topic of the same page. */
const reference = z
  .string()
  .regex(/^(?:[a-z0-9_#-]|[^\u0000-\u007f\s])+$/, 'write `phase` or `phase#topic`, as in `caching#redis`');

/** A range of hours, `[least, most]`. */
const hours = z
  .tuple([z.number().positive().max(2000), z.number().positive().max(2000)])
  .refine(([least, most]) => least <= most, 'put the smaller number first');

/** One H2 section of a phase page that teaches something. */
export const topicSchema = z.strictObject({
  id: anchor.describe('Anchor of the section heading, for example `joins` for “## Joins”.'),
  depth: z.enum(depths).describe('How deep to know it: must, should or could.'),
  covers: z.array(name).default([]).describe('Names and acronyms this section teaches; search finds them.'),
  source: webAddress.optional().describe('The primary source of the section.'),
  prerequisites: z
    .array(reference)
    .default([])
    .describe('Topics to know before this one, as `topic` of the same page or `phase#topic`.'),
  revision: z
    .number()
    .int()
    .min(2)
    .optional()
    .describe(
      'Raise it, from 2, when the section says something else than before: readers who have done it are told that it has changed.',
    ),
});
export type Topic = z.infer<typeof topicSchema>;

/** The fields that make a page a phase, beside Starlight’s own. */
const phaseFields = {
  level: z.enum(levels).describe('beginner, intermediate or advanced.'),
  hours: hours.describe('Hours to learn the phase and do its build tasks, as [least, most].'),
  prerequisites: z
    .array(slug)
    .describe('Slugs of the phases (for a supplement, of phases or supplements) to know before.'),
  tags: z.array(name).min(1).describe('Three to six names people search for.'),
  outcomes: z.array(words).min(1).describe('What the reader can do afterwards, each starting with a verb.'),
  reviewed: day.describe('The day somebody last checked every statement of the page.'),
  versions: z.record(z.string(), z.string()).describe('What the page was checked with, for example PostgreSQL: "18".'),
  topics: z.array(topicSchema).min(1).describe('The sections that teach, in page order.'),
};

/** Frontmatter of a phase, and of a supplement, as the model reads it. */
export const phaseSchema = z.strictObject({
  title: words.describe('Title of the phase.'),
  description: words.max(170, 'keep it under 170 characters').describe('One sentence for search engines and cards.'),
  ...phaseFields,
});
export type PhaseFrontmatter = z.infer<typeof phaseSchema>;

/** Frontmatter keys Starlight understands; pages that are no phases may use these. */
export const starlightKeys = [
  'title',
  'description',
  'editUrl',
  'tableOfContents',
  'template',
  'hero',
  'lastUpdated',
  'prev',
  'next',
  'pagefind',
  'sidebar',
  'banner',
  'draft',
] as const;

const isStarlightKey = (key: string) => (starlightKeys as readonly string[]).includes(key);

/** Starlight’s own schema of a page, with any value in the place of a picture, which only a build can open. */
const starlightPage = docsSchema()({ image: () => z.any() } as never);
/** Whether Starlight has an icon of a name. */
export const isIcon = (icon: string): boolean =>
  !icon.startsWith('<') &&
  starlightPage.safeParse({ title: 'T', hero: { actions: [{ text: 'T', link: '/', icon }] } }).success;

const neighbor = z
  .union([z.boolean(), z.string(), z.strictObject({ link: words.optional(), label: words.optional() })])
  .optional();
const badge = z.union([
  z.string(),
  z.strictObject({ text: z.string(), variant: z.string().optional(), class: z.string().optional() }),
]);
/**
 * The shapes of Starlight’s frontmatter that a page may have. What Starlight allows beside them would put tags,
 * attributes or drawings into pages: `head`, `attrs`, and `html` of a picture.
 */
export const starlightSchema = z.looseObject({
  editUrl: z.union([z.string(), z.boolean()]).optional(),
  tableOfContents: z
    .union([
      z.boolean(),
      z.strictObject({ minHeadingLevel: z.number().optional(), maxHeadingLevel: z.number().optional() }),
    ])
    .optional(),
  template: z.enum(['doc', 'splash']).optional(),
  hero: z
    .strictObject({
      title: z.string().optional(),
      tagline: z.string().optional(),
      image: z
        .strictObject({
          alt: z.string().optional(),
          file: z.string().optional(),
          dark: z.string().optional(),
          light: z.string().optional(),
        })
        .refine(
          ({ file, dark, light }) => file !== undefined || (dark !== undefined && light !== undefined),
          'name a picture as `file`, or two as `light` and `dark`',
        )
        .optional(),
      actions: z
        .array(
          z.strictObject({
            text: words,
            link: words,
            variant: z.enum(['primary', 'secondary', 'minimal']).optional(),
            icon: z
              .string()
              .refine(isIcon, 'use a name from https://starlight.astro.build/reference/icons/, such as rocket')
              .optional(),
          }),
        )
        .optional(),
    })
    .optional(),
  lastUpdated: z.union([z.boolean(), day]).optional(),
  prev: neighbor,
  next: neighbor,
  pagefind: z.boolean().optional(),
  sidebar: z
    .strictObject({
      label: z.string().optional(),
      order: z.number().optional(),
      hidden: z.boolean().optional(),
      badge: badge.optional(),
    })
    .optional(),
  banner: z.strictObject({ content: words }).optional(),
  draft: z.boolean().optional(),
});

/** What Starlight itself asks of these fields, so that what passes here builds. */
export const starlightOwnSchema = z.looseObject(
  Object.fromEntries(
    Object.entries(starlightPage.shape as Record<string, z.ZodType>).filter(
      // Presence is asked for by our own schemas, and YAML gives a date as text here.
      ([key]) => isStarlightKey(key) && !['title', 'description', 'lastUpdated'].includes(key),
    ),
  ),
);

/** One project of a page under `content/docs/projects`; its section has the id as its anchor. */
export const projectSchema = z.strictObject({
  id: anchor.describe('Anchor of the project’s section on the page.'),
  level: z.enum(levels).describe('For whom the project is.'),
  hours: hours.describe('Hours it takes, as [least, most].'),
  trains: z.array(words).min(1).describe('What building it trains, each a few words.'),
  needs: z.array(slug).min(1).describe('Slugs of the phases and supplements to know before.'),
});

/** Frontmatter of a page under `content/docs/projects`, beside Starlight’s own. */
export const projectPageSchema = z.looseObject({
  projects: z.array(projectSchema).default([]).describe('The projects described on the page.'),
});

/** `content/tracks/<number>-<slug>.yaml`: one way through the lessons. */
export const trackSchema = z.strictObject({
  title: words.describe('Name of the track.'),
  label: words.max(24, 'keep it under 24 characters').describe('Short name for lists, for example “8 stages”.'),
  summary: words.describe('For whom it is and what it leads to, in one or two sentences.'),
  levels: z
    .tuple([z.enum(levels), z.enum(levels)])
    .describe('Level at the start and at the end, as [beginner, advanced].'),
  duration: words.describe('How long it takes, in words, for example “12 months at ten hours a week”.'),
  facts: z
    .array(z.strictObject({ name: words.describe('What the fact is called.'), value: words.describe('The fact.') }))
    .default([])
    .describe('Further facts about the track, shown below its title.'),
  stages: z
    .array(
      z.strictObject({
        id: slug.describe('Name of the stage, unique in the track.'),
        title: words.describe('Title of the stage.'),
        goal: words.optional().describe('What the reader aims at.'),
        summary: words.optional().describe('What the stage is about.'),
        items: z
          .array(
            z.strictObject({
              label: words.describe('What the stage calls it.'),
              to: reference.describe('The phase, supplement or topic that teaches it.'),
            }),
          )
          .min(1)
          .describe('What the stage covers, each with where it is taught.'),
        practice: z.array(words).default([]).describe('Tasks to practice.'),
        tags: z.array(name).default([]).describe('Names people search for.'),
      }),
    )
    .min(1)
    .describe('The stages, in order.'),
  timeline: z
    .array(
      z.strictObject({
        title: words.describe('What these months are about.'),
        months: z
          .tuple([z.number().int().positive(), z.number().int().positive()])
          .refine(([first, last]) => first <= last, 'put the earlier month first')
          .describe('First and last month, as [1, 2].'),
        stages: z.array(slug).min(1).describe('Ids of the stages in these months.'),
      }),
    )
    .default([])
    .describe('The calendar of the track.'),
  projects: z
    .array(
      z.strictObject({
        title: words.describe('What the track calls the project.'),
        id: anchor.describe('Id of a project under content/docs/projects.'),
      }),
    )
    .default([])
    .describe('Projects that belong to the track.'),
});

export type TrackSource = z.infer<typeof trackSchema>;

/** `content/changes.yaml`: what readers are told has changed, newest first. */
export const changesSchema = z.array(
  z.strictObject({
    date: day.describe('The day of the change.'),
    title: words.describe('What changed, in a few words.'),
    text: words.describe('What it means for readers, in one to three sentences.'),
    path: z
      .string()
      .regex(/^\//, 'start with /, as in /phases/caching/')
      .describe('Path of the page it is about, from the root of the site.'),
  }),
);

/** One entry of `content/glossary.yaml`. */
export const glossaryTermSchema = z.strictObject({
  term: name.describe('The name people use most.'),
  also: z.array(name).default([]).describe('Long form, acronym and other names; search takes them for the same.'),
  definition: words.describe('What it is, in one or two sentences; `code` may be used.'),
  see: reference.optional().describe('The section that teaches it, as `phase#topic`.'),
});
export type GlossaryTerm = z.infer<typeof glossaryTermSchema>;
export const glossarySchema = z.array(glossaryTermSchema);

/** One entry of `content/messages.yaml`: a message of a program, or a symptom in the words of whoever has it. */
export const messageSchema = z.strictObject({
  message: name
    .refine((text) => !text.includes('\n'), 'write it in one line')
    .describe('The message as people paste it, or the symptom as they type it, in one line.'),
  also: z.array(name).default([]).describe('Other forms of it; search takes them for the same.'),
  means: words.describe('What it means, in one or two sentences; `code` may be used.'),
  see: reference.describe(
    'The section that helps, as `phase#topic`; any heading of the lesson may be named by its anchor.',
  ),
});
export type Message = z.infer<typeof messageSchema>;
export const messagesSchema = z.array(messageSchema);

/** `content/search.yaml`: how readers ask. */
export const searchSchema = z.strictObject({
  fillers: z
    .array(name)
    .default([])
    .describe(
      'Words that say nothing of what is looked for, such as vs or difference, beside the stop words of the language; they never have to occur.',
    ),
  names: z
    .array(
      z.strictObject({
        words: z.array(name).min(1).describe('What readers type, such as k8s.'),
        for: name.describe('What the roadmap calls it, such as Kubernetes.'),
      }),
    )
    .default([])
    .describe('Other words for the names of the roadmap, beside those of the glossary.'),
  alike: z
    .array(z.array(name).min(2))
    .default([])
    .describe(
      'Groups of everyday words that readers use one for another, such as slow and fast; one of them half stands for another.',
    ),
  topics: z
    .record(z.string(), z.array(words).min(1))
    .default({})
    .describe(
      'What readers type who want a section and do not know what it is called, by the section as `phase#topic`, such as keep passwords safe.',
    ),
  common: z.array(words).default([]).describe('Searches that are offered before anything is typed, up to six.'),
  questions: z
    .array(
      z.strictObject({
        ask: z.array(words).min(1).describe('The question in the ways in which readers type it.'),
        answer: words.describe('The answer in one or two sentences; `code` may be used.'),
        see: z
          .string()
          .regex(/^\//, 'start with /, as in /start/learning-path/')
          .describe('Path of the page that says more, from the root of the site.'),
      }),
    )
    .default([])
    .describe('Questions about the site itself, such as where to begin.'),
});
export type SearchWords = z.infer<typeof searchSchema>;

/** Kinds of question; a question without one is `recall`. */
export const questionTypes = ['recall', 'choice', 'several', 'order', 'output', 'fault', 'number', 'short'] as const;
export type QuestionType = (typeof questionTypes)[number];

/** A sample as fences name it: a file below content/samples, with or without a region. */
const sampleName = words.describe(
  'A sample that the question shows, as `file#region` below content/samples; the whole file without `#region`.',
);
const feedback = words.describe('Why a reader thinks so, and what it misses.');
const partId = slug.describe('Name of it, unique in the question.');
const listOf = <Item extends z.ZodType>(item: Item, least: number, most: number, what: string) =>
  z.array(item).min(least, `write ${least} to ${most} ${what}`).max(most, `write ${least} to ${most} ${what}`);

/** One fact of a question, for a card. */
const cardSchema = z.strictObject({
  id: partId,
  front: words.describe('What is asked, so that it can be understood without the question.'),
  back: words.describe('The answer, in at most 25 words.'),
});

/** What a question of any kind has. */
const questionFields = {
  id: slug.describe('Name of the question, unique in its file. It never changes: answers of readers are kept by it.'),
  topic: anchor.describe('Id of the topic of the same phase that teaches the answer.'),
  level: z.enum(levels).describe('For whom the question is.'),
  question: words.describe(
    'The question. `code`, **bold** and links may be used in all texts; here also paragraphs and blocks of code.',
  ),
  hint: words.optional().describe('A sentence that helps without giving the answer away.'),
  sample: sampleName.optional(),
  diagram: words.optional().describe('Title of a diagram of the same page, shown with the question.'),
  explanation: words.describe('Why, and what the usual wrong answer misses.'),
  revision: z
    .number()
    .int()
    .min(1)
    .default(1)
    .describe('Raise it when the question means something else than before: readers are asked again.'),
  review: z.boolean().default(true).describe('Whether the question comes back in the review and in the deck of cards.'),
  cards: z
    .array(cardSchema)
    .default([])
    .describe('Cards of one fact each, which the review and the deck use in the place of the question.'),
};

const optionSchema = z.strictObject({
  id: partId,
  text: name.describe('The answer to choose. Options are shown mixed.'),
  right: z.literal(true).optional().describe('true for a right option, and left out for a wrong one.'),
  feedback: feedback.optional(),
});

const ofType = <Type extends QuestionType>(type: Type) =>
  z.literal(type).describe('Kind of question, `recall` when left out.');

const questionForms = [
  z.strictObject({
    type: ofType('recall').optional(),
    ...questionFields,
    answer: words.describe('The answer in two to four sentences.'),
  }),
  z.strictObject({
    type: ofType('choice'),
    ...questionFields,
    options: listOf(optionSchema, 3, 5, 'options').describe('Three to five answers to choose from; one is right.'),
  }),
  z.strictObject({
    type: ofType('several'),
    ...questionFields,
    options: listOf(optionSchema, 4, 6, 'options').describe(
      'Four to six answers; those that are right are to be chosen, at least one is wrong.',
    ),
  }),
  z.strictObject({
    type: ofType('order'),
    ...questionFields,
    steps: listOf(z.strictObject({ id: partId, text: name.describe('What happens.') }), 3, 7, 'steps').describe(
      'Three to seven steps in the right order; they are shown mixed.',
    ),
  }),
  z.strictObject({
    type: ofType('output'),
    ...questionFields,
    sample: sampleName,
    output: z
      .strictObject({
        file: words.describe('File below content/samples with what the sample printed.'),
        lines: z
          .union([z.string(), z.number()])
          .transform(String)
          .pipe(z.string().regex(/^[1-9]\d*(?:-[1-9]\d*)?$/, 'write a line such as `2`, or lines such as `"2-4"`'))
          .optional()
          .describe('Lines of the file that are asked for, as "2" or "2-4"; the whole file when left out.'),
      })
      .describe('Where the answer is recorded.'),
    answer: printed.describe('What the sample prints: the recorded lines, character for character.'),
    options: listOf(
      z.strictObject({
        id: partId,
        text: printed.describe('What a reader may expect the sample to print.'),
        feedback,
      }),
      1,
      4,
      'wrong predictions',
    )
      .optional()
      .describe('Wrong predictions. With them the reader chooses, without them the reader types the lines.'),
  }),
  z.strictObject({
    type: ofType('fault'),
    ...questionFields,
    sample: sampleName,
    fault: z
      .strictObject({
        was: words.describe('A line of the sample, without its indentation.'),
        is: words.describe('The faulty line that is shown in its place.'),
      })
      .describe('Which line of the sample is made wrong, and how.'),
    lines: z
      .array(
        z.strictObject({
          line: words.describe('A line of the code as it is shown, without its indentation.'),
          feedback,
        }),
      )
      .default([])
      .describe('What to say of other lines that readers choose.'),
  }),
  z.strictObject({
    type: ofType('number'),
    ...questionFields,
    number: z
      .strictObject({
        value: z.number().describe('The right number.'),
        tolerance: z.number().nonnegative().default(0).describe('How far an answer may be off, in the same unit.'),
        unit: name.optional().describe('Unit, shown beside the field.'),
      })
      .describe('The answer.'),
    mistakes: z
      .array(z.strictObject({ value: z.number().describe('A wrong number.'), feedback }))
      .default([])
      .describe('Usual wrong numbers.'),
  }),
  z.strictObject({
    type: ofType('short'),
    ...questionFields,
    accepts: z
      .array(name)
      .min(1, 'write at least one answer')
      .describe('Answers that are right, whatever their capitals and blanks; the first is shown.'),
    mistakes: z
      .array(z.strictObject({ text: name.describe('A wrong answer.'), feedback }))
      .default([])
      .describe('Usual wrong answers.'),
  }),
] as const;

/** One question of the question bank (`content/questions/<phase or supplement>.yaml` is a list of these). */
export const questionSchema = z.discriminatedUnion('type', questionForms);
/** A question as it is written. `Question` of `question.ts` is what becomes of it. */
export type QuestionSource = z.infer<typeof questionSchema>;
export const questionFileSchema = z.array(questionSchema).min(1);

/** A file or region below content/samples that runs before an exercise. */
const setupName = words.describe('`file` or `file#region` below content/samples.');
/** Code over several lines. Its end is one line break, however the file has it. */
const code = z
  .string()
  .regex(/\S/, 'write the code')
  .transform((text) => `${text.replaceAll('\r\n', '\n').replace(/\s+$/, '')}\n`);

/** What an exercise has in any language. */
const exerciseFields = {
  id: slug.describe('Name of the exercise, unique in its file. It never changes: what readers solved is kept by it.'),
  topic: anchor.describe('Id of the topic of the same phase in whose section the exercise stands.'),
  level: z.enum(levels).describe('For whom the exercise is.'),
  title: words.describe('What it is about, in a few words.'),
  task: words.describe('What to write and what it must give. Paragraphs, `code`, **bold** and links may be used.'),
  setup: z
    .array(setupName)
    .default([])
    .describe('Sample files or regions that run before the code of the reader, in order; nothing of them is shown.'),
  seed: code.optional().describe('Further code that runs before, after the files of `setup`.'),
  start: code.describe(
    'What the reader starts from. It must fail the check, and be no error that has nothing to teach.',
  ),
  solution: code.describe('Code that passes the check.'),
  hints: z
    .array(words)
    .min(1, 'write at least one hint')
    .max(4, 'write at most four hints')
    .describe('One to four hints, the gentlest first.'),
  explanation: words.describe('Why the solution is right, and what the usual wrong way misses.'),
};

/** A value of a result, as PostgreSQL prints it. */
const cell = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .transform((value) => (typeof value === 'boolean' ? (value ? 't' : 'f') : value === null ? null : String(value)));

const resultSchema = z
  .strictObject({
    query: code
      .optional()
      .describe(
        'What is asked after the code of the reader, for tasks that change data or tables. Left out, the last table that the code of the reader prints counts.',
      ),
    columns: z
      .array(name)
      .min(1)
      .optional()
      .describe('Names of the columns, in order; large and small letters are the same. Left out, any names are right.'),
    rows: z
      .array(z.array(cell))
      .optional()
      .describe('The rows that are expected, each a list of values as PostgreSQL prints them; `null` is NULL.'),
    ordered: z.boolean().default(false).describe('Whether the rows must come in this order.'),
    error: z
      .union([z.string(), z.number()])
      .transform(String)
      .pipe(z.string().regex(/^[0-9A-Z]{5}$/, "write five characters in quotes, such as '23505'"))
      .optional()
      .describe(
        'In the place of rows: the SQLSTATE that `query` must end with, or the code of the reader without one.',
      ),
  })
  .refine(({ rows, error }) => (rows === undefined) !== (error === undefined), 'write either `rows` or `error`');

const testsSchema = z
  .array(
    z
      .strictObject({
        call: words.describe('An expression of the language, such as `total([])`.'),
        is: name.optional().describe('An expression whose value the call must equal.'),
        raises: words.optional().describe('In the place of `is`: the name of the error that the call must end with.'),
      })
      .refine(({ is, raises }) => (is === undefined) !== (raises === undefined), 'write either `is` or `raises`'),
  )
  .min(1, 'write at least one test')
  .describe('What must be true of the code; readers see the tests.');

const runsIn = <Name extends RuntimeName>(runtime: Name) =>
  z.literal(runtime).describe(`What runs it: ${runtimeNames.join(', ')}.`);

/** One exercise (`content/exercises/<phase or supplement>.yaml` is a list of these). */
export const exerciseSchema = z.discriminatedUnion(
  'runtime',
  [
    z.strictObject({
      runtime: runsIn('sql'),
      ...exerciseFields,
      result: resultSchema.describe('What the code must give.'),
    }),
    z.strictObject({ runtime: runsIn('python'), ...exerciseFields, tests: testsSchema }),
    z.strictObject({
      runtime: runsIn('javascript'),
      language: z.enum(['js', 'ts']).default('js').describe('Whether the code is JavaScript or TypeScript.'),
      ...exerciseFields,
      tests: testsSchema,
    }),
  ],
  { error: `it is one of ${runtimeNames.join(', ')}` },
);
/** An exercise as it is written. `Exercise` of `exercise.ts` is what becomes of it. */
export type ExerciseSource = z.infer<typeof exerciseSchema>;
export const exerciseFileSchema = z.array(exerciseSchema).min(1);

const publishedId = z
  .string()
  .refine((id) => kindOf(id) !== undefined, 'use an id such as `topic:caching/redis` or `lesson:caching`');

/** `content/ids.yaml`: every id that was ever published. `npm run new -- ids` writes it. */
export const idsSchema = z.record(
  publishedId,
  z
    .strictObject({
      n: z.number().int().positive().describe('Number of the id. It never changes and is never given to another id.'),
      now: z
        .union([publishedId, z.array(publishedId).min(2, 'name two or more, or write one without a list')])
        .optional()
        .describe('What it is called now; a list where it was split into several.'),
      gone: day.optional().describe('The day since which it no longer exists.'),
    })
    .refine(({ now, gone }) => now === undefined || gone === undefined, 'keep either `now` or `gone`'),
);

const pageId = z.string().regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/, 'use the page’s path without .mdx, such as start/who');

/** A link of the sidebar to another site. */
const linkEntrySchema = z.strictObject({
  title: words.describe('Words of the link.'),
  link: webAddress.describe('Where a link to another site leads; a page of this one is named by its path instead.'),
});

/** A group of the sidebar within a group. */
const innerGroupSchema = z.strictObject({
  title: words.describe('Name of the inner group, or words of the link.'),
  pages: z
    .array(z.union([pageId, linkEntrySchema]))
    .min(1)
    .describe(
      'Pages and links of a group within the group; it holds no further group. A link to another site has `link` instead.',
    ),
});

/** One group of the sidebar: either named pages, or the phases from one phase up to the next such group. */
export const sectionSchema = z.union([
  z.strictObject({
    title: words.describe('Name of the group.'),
    pages: z
      .array(z.union([pageId, innerGroupSchema, linkEntrySchema]))
      .min(1)
      .describe(
        'Pages of the group, by their path under content/docs without number and ending; among them may stand links to other sites (`title` and `link`) and groups (`title` and `pages`). A group has either these or `firstPhase`.',
      ),
  }),
  z.strictObject({
    title: words.describe('Name of the group.'),
    firstPhase: slug.describe('The group holds the phases from this one up to the next group of this form.'),
  }),
]);

/** Grounds of pages, `--paper` of src/theme/tokens.css. */
const pageColors = { light: '#fdfcf9', dark: '#16191d' };
const readableOn = (ground: string) => (color: string) =>
  !/^#[0-9a-f]{6}$/i.test(color) || contrast(color, ground) >= 4.5;

/** Whether a text is the tag of a language that `Intl` can take. */
function isTag(text: string): boolean {
  try {
    return /^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]+)*$/.test(text) && Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

/** A further language of the roadmap. */
export const languageSchema = z.strictObject({
  code: z
    .string()
    .refine(isTag, 'use a language tag such as ar or pt-BR')
    .describe(
      'Tag of the language, such as `ar` or `pt-BR`. In lower case it is the name of its folders and the start of its addresses.',
    ),
  label: words.optional().describe('Name of the language in the language picker; by itself its own name for itself.'),
  direction: z
    .enum(['ltr', 'rtl'])
    .optional()
    .describe('Direction of its script; by itself what the language is known for.'),
});

const logoFile = z.string().regex(/^\/[^/]/, 'use the path of a picture under public, such as /logo.svg');

/** `content/site.yaml`: who the site is. */
export const siteSchema = z.strictObject({
  title: words.describe('Name of the roadmap, shown in the header.'),
  description: words.describe('One sentence for search engines and social cards.'),
  language: z
    .string()
    .refine(isTag, 'use a language tag such as en or pt-BR')
    .default('en')
    .describe('Language of the pages.'),
  languages: z
    .array(languageSchema)
    .default([])
    .describe('Further languages of the roadmap; pages that are not translated are shown in `language`.'),
  url: webAddress
    .refine((address) => {
      // What is no address at all is told before this.
      const { username = '', password = '', search = '', hash = '' } = URL.parse(address) ?? {};
      return username + password + search + hash === '';
    }, 'use an address without a user, a password, `?` and `#`')
    .refine(
      (address) => (URL.parse(address)?.pathname ?? '/') === '/',
      'a path below the host belongs into `base`: write `url: https://me.github.io` and `base: /repo`',
    )
    .describe('Address of the published site without the base path.'),
  base: z
    .string()
    .regex(/^\/(?!(?:.*\/)?\.{1,2}(?:\/|$))(?:[\w.-]+(?:\/[\w.-]+)*\/?)?$/, 'use / or a path such as /roadmap')
    .default('/')
    .describe('Path the site lives under, / for the root of its host.'),
  repository: webAddress
    .optional()
    .describe('Address of the repository; edit links and sample links are made from it.'),
  branch: z.string().default('main').describe('Branch that edit links lead to.'),
  social: z
    .array(
      z.strictObject({
        icon: words
          .refine(isIcon, 'use a name from https://starlight.astro.build/reference/icons/, such as github')
          .describe('Name of an icon of Starlight, such as github.'),
        label: words.describe('What the link is called for people who cannot see the icon.'),
        href: z
          .union([webAddress, z.string().regex(/^mailto:[^\s@?]+@[^\s@?]+$/)], {
            error: 'use an address that starts with https://, or mailto: with an address of mail',
          })
          .describe('Where the link leads: an address of the web, or `mailto:` with one of mail.'),
      }),
    )
    .default([])
    .describe('Links in the header; icon is a Starlight icon name.'),
  header: z
    .array(pageId)
    .optional()
    .describe(
      'Pages named in the header, by their path as in `sections`. Without it these are tracks, map, projects, questions, review and glossary, as far as the roadmap has them.',
    ),
  accent: z
    .strictObject({
      light: z
        .string()
        .regex(/^#[0-9a-f]{6}$/i, 'use a colour such as #0b6e6e')
        .refine(
          readableOn(pageColors.light),
          'choose a darker shade; text needs a contrast of 4.5 to 1 on light ground',
        )
        .describe('A dark shade, for links and marks on light ground.'),
      dark: z
        .string()
        .regex(/^#[0-9a-f]{6}$/i, 'use a colour such as #6cc5bd')
        .refine(readableOn(pageColors.dark), 'choose a lighter shade; text needs a contrast of 4.5 to 1 on dark ground')
        .describe('A light shade of the same hue, for dark ground.'),
    })
    .describe('Accent colour on light and on dark ground; both need enough contrast for text.'),
  logo: z
    .union([
      logoFile,
      z.strictObject({
        light: logoFile.describe('The logo on light ground.'),
        dark: logoFile.describe('The logo on dark ground.'),
      }),
    ])
    .optional()
    .describe(
      'Picture beside the name in the header, by its path under public, such as /logo.svg; or one for light and one for dark ground. Without it the icon of the site stands there.',
    ),
  head: z
    .array(
      z.strictObject({
        tag: words.describe('`meta` or `link`.'),
        attrs: z
          .record(z.string(), name)
          .describe(
            'Attributes of the tag: `name` (or `property`) and `content` of a `meta`, `rel` and `href` of a `link`.',
          ),
      }),
    )
    .default([])
    .describe(
      'Tags in the head of every page that tell programs who is behind it: a verification, an author, `rel: me`. They load nothing.',
    ),
  offline: z
    .boolean()
    .default(true)
    .describe('Whether readers can save the site; false also removes what they have saved.'),
  progress: z
    .boolean()
    .default(true)
    .describe(
      'Whether readers can mark what they have learned; false also makes content/ids.yaml optional, which keeps saved progress through renames.',
    ),
  buildSection: anchor
    .optional()
    .describe(
      'Anchor of the section of a lesson that holds its build task, such as `build-it`; readers can mark it where a lesson has one.',
    ),
  reviewMonths: z
    .number()
    .int()
    .positive()
    .default(12)
    .describe('After how many months a page counts as overdue for review; the check then warns.'),
  typedCode: z
    .enum(['explained', 'allowed'])
    .default('explained')
    .describe(
      'Whether code may be typed into pages: `explained` asks each block that is no sample for a `reason`, `allowed` asks for nothing, and the check tells how many there are.',
    ),
  codeWidth: z
    .number()
    .int()
    .positive()
    .optional()
    .describe(
      'Most characters that a line of code should have; the check then warns where one has more, unless its block says why: `wide="a hash"`. Without it every width is right. What programs printed wraps and does not count.',
    ),
  undescribedPictures: z
    .enum(['refused', 'allowed'])
    .default('refused')
    .describe(
      'Whether pictures may be without words for people who cannot see them: `allowed` lets them stand, says so to those people, and the check tells how many there are.',
    ),
  sections: z.array(sectionSchema).min(1).describe('The groups of the sidebar, in order.'),
});
export type SiteSettings = z.infer<typeof siteSchema>;

/** Fields of a page’s frontmatter that a translation of a lesson may have; everything else comes from the base page. */
export const lessonTranslationSchema = z.strictObject({
  title: phaseSchema.shape.title,
  description: phaseSchema.shape.description,
  outcomes: phaseSchema.shape.outcomes.optional(),
  tags: phaseSchema.shape.tags.optional(),
});

/** Texts by what they translate. */
const texts = z.record(z.string(), words);

/** What a page about projects may have beside its title: what the projects train, by the words of the base page. */
export const projectsTranslationSchema = z.looseObject({
  trains: texts.optional().describe('What projects train, each by its words on the base page.'),
});

/** `content/<language>/site.yaml` */
export const siteTranslationSchema = z.strictObject({
  title: words.optional().describe('Name of the roadmap.'),
  description: words.optional().describe('One sentence for search engines.'),
  sections: texts
    .optional()
    .describe('Names of the groups and links of the sidebar, each by its name in content/site.yaml.'),
});

/** `content/<language>/tracks/<file>.yaml`, named like the track. */
export const trackTranslationSchema = z.strictObject({
  title: words.optional().describe('Name of the track.'),
  label: trackSchema.shape.label.optional(),
  summary: words.optional().describe('For whom it is and what it leads to.'),
  duration: words.optional().describe('How long it takes.'),
  facts: z
    .record(
      z.string(),
      z.strictObject({
        name: words.optional().describe('What the fact is called.'),
        value: words.optional().describe('The fact.'),
      }),
    )
    .optional()
    .describe('Facts, each by its name in the base track.'),
  stages: z
    .record(
      z.string(),
      z.strictObject({
        title: words.optional().describe('Title of the stage.'),
        goal: words.optional().describe('What the reader aims at.'),
        summary: words.optional().describe('What the stage is about.'),
        items: texts.optional().describe('What the stage covers, each by its label in the base track.'),
        practice: texts.optional().describe('Tasks, each by its words in the base track.'),
        tags: texts.optional().describe('Tags, each by its words in the base track.'),
      }),
    )
    .optional()
    .describe('Stages, each by its id.'),
  timeline: texts.optional().describe('Stretches of the calendar, each by its title in the base track.'),
  projects: texts.optional().describe('Names of projects, each by the id of the project.'),
});

/** `content/<language>/questions/<file>.yaml`: questions by their ids. */
export const questionsTranslationSchema = z.record(
  z.string(),
  z.strictObject({
    question: words.optional().describe('The question.'),
    hint: words.optional().describe('The hint.'),
    answer: words.optional().describe('The answer; only of a question of the kind `recall`.'),
    explanation: words.optional().describe('Why.'),
    options: z
      .record(
        z.string(),
        z.strictObject({
          text: name.optional().describe('The answer to choose.'),
          feedback: words.optional().describe('Why a reader thinks so, and what it misses.'),
        }),
      )
      .optional()
      .describe('Options, each by its id.'),
    steps: z.record(z.string(), name).optional().describe('Steps, each by its id.'),
    lines: texts.optional().describe('Feedback on lines of code, each by the line as in the base language.'),
    unit: name.optional().describe('Unit of a number.'),
    accepts: z
      .array(name)
      .min(1)
      .optional()
      .describe('Right answers in this language, the one that is shown first; those of the base language stay right.'),
    mistakes: texts
      .optional()
      .describe('Feedback on wrong answers, each by the number or text as in the base language.'),
    cards: z
      .record(
        z.string(),
        z.strictObject({
          front: words.optional().describe('What is asked.'),
          back: words.optional().describe('The answer.'),
        }),
      )
      .optional()
      .describe('Cards, each by its id.'),
  }),
);

/** `content/<language>/exercises/<file>.yaml`: exercises by their ids. */
export const exercisesTranslationSchema = z.record(
  z.string(),
  z.strictObject({
    title: words.optional().describe('What it is about.'),
    task: words.optional().describe('What to write.'),
    hints: z.array(words).min(1).optional().describe('All hints, in the place of those of the base language.'),
    explanation: words.optional().describe('Why the solution is right.'),
  }),
);

/** `content/<language>/glossary.yaml`: terms by the name they have in `content/glossary.yaml`. */
export const glossaryTranslationSchema = z.record(
  z.string(),
  z.strictObject({
    term: name.optional().describe('The name people use most.'),
    also: z.array(name).optional().describe('Other names; search takes them for the same.'),
    definition: words.optional().describe('What it is.'),
  }),
);

/** `content/<language>/messages.yaml`: messages by the form they have in `content/messages.yaml`. */
export const messagesTranslationSchema = z.record(
  z.string(),
  z.strictObject({
    message: name.optional().describe('The message or symptom.'),
    also: z.array(name).optional().describe('Other forms; search takes them for the same.'),
    means: words.optional().describe('What it means.'),
  }),
);

/** `content/<language>/search.yaml`: fillers, names and words alike are added to those of the base language, other lists replace them. */
export const searchTranslationSchema = z.strictObject({
  fillers: searchSchema.shape.fillers,
  names: searchSchema.shape.names,
  alike: searchSchema.shape.alike,
  topics: searchSchema.shape.topics
    .unwrap()
    .optional()
    .describe('What readers type who want a section, by the section.'),
  common: z.array(words).optional().describe('Searches that are offered before anything is typed.'),
  questions: searchSchema.shape.questions.unwrap().optional().describe('Questions about the site itself.'),
});
