/** Reads `content/states/states.yaml`: what the running example looks like after each lesson. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { readYamlFile, type ReadYaml } from '../files/content-files.ts';
import type { Problem } from '../problems/problems.ts';

export const statesFile = 'content/states/states.yaml';

const word = z.string().trim().min(1, 'write at least one word');

/** Where the site has pages and files of its own. */
const taken = new Set(
  'anki changes glossary icon ids learning llms make-it-yours map messages moved offline pagefind phases plan progress projects questions review samples search start supplements tracks'.split(
    ' ',
  ),
);

const fileSchema = z.strictObject({
  from: word
    .optional()
    .describe(
      'A file below `content/`, in `samples/` or `states/`; `*` stands for any part of a name in its last folder. When left out, the file that the state before has at `to`.',
    ),
  before: word
    .optional()
    .describe(
      'A file of the state before, in place of `from`, that moves: in this state it stands at `to`. Name it under `remove` too, or it stands at both.',
    ),
  to: word.describe('Where it stands in the project. A folder ends in `/`.'),
  except: z.array(word).default([]).describe('Names that `*` must not stand for.'),
  replace: z
    .array(
      z.strictObject({
        find: z.string().min(1).describe('Text of at least one of the files.'),
        with: z.string().describe('What stands there in the project.'),
      }),
    )
    .default([])
    .describe(
      'What is written otherwise than in the file it comes from, such as the name of the package, in this order.',
    ),
});

const checkSchema = z.strictObject({
  run: word.describe('A command line for bash, run in the folder of the project after Maven.'),
  needs: z.array(word).default([]).describe('Programs that it calls; `jdk` for a JDK in JAVA_HOME and on the PATH.'),
  database: z.literal(true).optional().describe('Gives it an empty PostgreSQL in PGHOST, PGPORT, PGUSER, PGDATABASE.'),
});

const stateSchema = z.strictObject({
  lesson: word.describe('Slug of the lesson after which the project looks like this.'),
  summary: word.describe('What is new, in one or two sentences.'),
  run: word.optional().describe('Command lines that a reader starts it with.'),
  files: z.array(fileSchema).min(1).describe('Files that are new or other than before.'),
  remove: z.array(word).default([]).describe('Files of the state before that go; `*` stands for any part of a name.'),
  criteria: z
    .array(
      z
        .strictObject({
          says: word.describe('An acceptance criterion, word for word as the lesson has it.'),
          test: word.optional().describe('The test that shows it, as file of the project, `#` and name in it.'),
          hand: word
            .optional()
            .describe('What no test of the project can show, so that the reader tries it by hand, and why.'),
        })
        .refine(({ test, hand }) => test !== undefined || hand !== undefined, {
          message: 'name its `test`, or say under `hand` why the reader tries it by hand',
        }),
    )
    .default([])
    .describe(
      'Acceptance criteria of the lesson, each with the test of the project that shows it. Where one item of a list of the lesson is named, all of them are.',
    ),
  checks: z.array(checkSchema).default([]).describe('What must pass besides `mvn verify`, which every `pom.xml` must.'),
});

export const statesSchema = z.strictObject({
  name: word.describe('Name of the project in titles: `The shop`.'),
  folder: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens')
    .refine((name) => !taken.has(name), 'a name that no page or file of the site has, such as `shop`')
    .describe('Its address, and its folder in downloads: `shop` gives `/shop/`.'),
  states: z.array(stateSchema).min(1).describe('The states in the order in which they grow.'),
});

/** What the file says. */
export type StatesFile = z.infer<typeof statesSchema>;

/**
 * @param root folder that holds `content/`
 * @returns what the file says, with the places of its values; undefined where there is none, or it has faults
 */
export function readStates(root: string, problems: Problem[]): ReadYaml<StatesFile> | undefined {
  if (!existsSync(path.join(root, statesFile))) return undefined;
  return readYamlFile(root, statesFile, statesSchema, problems);
}
