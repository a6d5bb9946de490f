/** The things that `npm run new` makes: what each asks for, and the plan it becomes. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { levels, questionTypes } from '../../src/curriculum/schema/schema.ts';
import { runtimeNames } from '../../src/runtimes/runtime.ts';
import { exercisePlan } from './exercise.ts';
import { idsPlan, type Ask } from './ids.ts';
import { importPlan } from './import/plan.ts';
import { languagePlan } from './language.ts';
import { makeRoom, numberedFiles, renumber, type NumberedFile } from './numbers.ts';
import { questionPlan } from './question.ts';
import { CannotMake, fill, slugFor, type Plan } from './plan.ts';

/** What an author said, by flags or in answer to questions. */
export interface Answers {
  title?: string;
  slug?: string;
  description?: string;
  number?: number;
  renumber: boolean;
  phase?: string;
  topic?: string;
  kind?: string;
  file?: string;
  url?: string;
  base?: string;
  language?: string;
  code?: string;
  rename?: string[];
  gone?: string[];
  yes?: boolean;
  /** The folder that is imported. */
  from?: string;
  level?: string;
  /** Address of the site that the folder is from. */
  site?: string;
}

export interface Kind {
  /** For the list of kinds. */
  about: string;
  /** What must be known, with the question that asks for it. */
  asks: Partial<Record<'title' | 'phase' | 'topic' | 'kind' | 'file' | 'code' | 'from', string>>;
  /** Whether what it makes has ids, which then join the list of ids. */
  hasIds?: boolean;
  /** @throws CannotMake when it cannot be made */
  plan(root: string, answers: Answers, ask: Ask): Plan | Promise<Plan>;
}

const today = () => new Date().toISOString().slice(0, 10);
const phaseFolder = 'content/docs/phases';

export const kinds: Record<string, Kind> = {
  phase: {
    about: 'a phase: its page and its questions',
    hasIds: true,
    asks: { title: 'Title of the phase' },
    plan(root, answers) {
      const phases = numberedFiles(root, phaseFolder);
      const slug = slugFor(answers.title!, answers.slug);
      const { number, name, renames } = makeRoom(phases, { ...answers, least: 2 });
      const file = `${phaseFolder}/${name}-${slug}.mdx`;
      refuseTwin(slug, phases, root);
      const before = phases.filter((one) => one.number < number).at(-1);
      return {
        files: lesson(file, slug, answers, before ? [before.slug] : []),
        renames,
        next: [
          `Write \`${file}\`; the page is /phases/${slug}/.`,
          ...(before || phases.length === 0
            ? []
            : [
                `It is the first phase now: let \`firstPhase\` of the first group in content/site.yaml name \`${slug}\`.`,
              ]),
          ...(before
            ? [`It needs \`${before.slug}\`, the phase before it; change \`prerequisites\` if that is wrong.`]
            : []),
          ...watch,
        ],
      };
    },
  },
  supplement: {
    about: 'a supplement: a lesson beside the phases',
    hasIds: true,
    asks: { title: 'Title of the supplement' },
    plan(root, answers) {
      const slug = slugFor(answers.title!, answers.slug);
      refuseTwin(slug, numberedFiles(root, phaseFolder), root);
      const file = `content/docs/supplements/${slug}.mdx`;
      return {
        files: lesson(file, slug, answers, []),
        renames: [],
        next: [
          `Write \`${file}\`.`,
          `Put \`supplements/${slug}\` into a group of the sidebar: \`pages\` in content/site.yaml.`,
          ...watch,
        ],
      };
    },
  },
  track: {
    about: 'a track: a way through the lessons',
    hasIds: true,
    asks: { title: 'Title of the track' },
    plan(root, answers) {
      const phases = numberedFiles(root, phaseFolder);
      if (phases.length === 0)
        throw new CannotMake(
          'A track leads through phases, and there is none. Make one first: `npm run new -- phase`.',
        );
      const slug = slugFor(answers.title!, answers.slug);
      const tracks = numberedFiles(root, 'content/tracks');
      const twin = tracks.find((one) => one.slug === slug);
      if (twin) throw new CannotMake(`\`${twin.file}\` is already there and stays as it is. Choose another name.`);
      const { name, renames } = makeRoom(tracks, { ...answers, least: 1 });
      const file = `content/tracks/${name}-${slug}.yaml`;
      const title = answers.title!;
      const head = fill('track.yaml', { title, label: title.slice(0, 24).trim(), level: levels[1] });
      return {
        files: { [file]: head + stagesOf(phases) },
        renames,
        next: [
          `Edit \`${file}\`: it has one stage for each of the first phases.`,
          `Put \`tracks\` (the list) or \`tracks/${slug}\` into a group of the sidebar: \`pages\` in content/site.yaml.`,
          ...watch,
        ],
      };
    },
  },
  sample: {
    about: 'a file of code that pages show',
    asks: { phase: 'Slug of the phase or supplement it belongs to', file: 'Name of the file, such as main.py' },
    plan(root, { phase, file }) {
      if (!/^[\w.-]+(?:\/[\w.-]+)*$/.test(file!) || file!.split('/').includes('..'))
        throw new CannotMake(`\`${file}\` is not a file name. Write one such as \`main.py\` or \`src/main.py\`.`);
      const slugs = [...numberedFiles(root, phaseFolder).map((one) => one.slug), ...supplements(root)];
      if (!slugs.includes(phase!))
        throw new CannotMake(`There is no phase or supplement \`${phase}\`. There are: ${slugs.join(', ')}.`);
      const target = `content/samples/${phase}/${file}`;
      const [open, close] = commentOf(file!);
      return {
        files: {
          [target]: `${open}#region example${close}\n${open}Write code that runs.${close}\n${open}#endregion example${close}\n`,
        },
        renames: [],
        next: [
          `Write \`${target}\`, run it, and mark what pages show with \`#region\` and \`#endregion\`.`,
          `Show it in the page with a block:\n\n    \`\`\`${path.extname(file!).slice(1) || 'text'} sample="${phase}/${file}#example"\n    \`\`\`\n`,
        ],
      };
    },
  },
  question: {
    about: 'a question of a lesson, of one of eight kinds',
    hasIds: true,
    asks: {
      phase: 'Slug of the phase or supplement it belongs to',
      topic: 'Id of the topic that teaches the answer',
      kind: `Kind: ${questionTypes.join(', ')}`,
      title: 'What it is about, in a few words; its id is made of them',
    },
    plan: questionPlan,
  },
  exercise: {
    about: 'an exercise of a lesson that checks itself, in SQL, Python or JavaScript',
    hasIds: true,
    asks: {
      phase: 'Slug of the phase or supplement it belongs to',
      topic: 'Id of the topic in whose section it stands',
      kind: `What runs it: ${runtimeNames.join(', ')}`,
      title: 'What it is about, in a few words',
    },
    plan: exercisePlan,
  },
  language: {
    about: 'a further language: its words, and the home page to translate',
    asks: { code: 'Tag of the language, such as ar or pt-BR' },
    plan: (root, { code }) => languagePlan(root, code!),
  },
  renumber: {
    about: 'nothing new: numbers the phases afresh, from 1 without gaps',
    asks: {},
    plan(root) {
      const renames = renumber(numberedFiles(root, phaseFolder), 2);
      return {
        files: {},
        renames,
        next:
          renames.length > 0 ? ['Addresses and saved progress are as before.'] : ['The numbers are in order already.'],
      };
    },
  },
  ids: {
    about: 'nothing new: adds new ids to content/ids.yaml, and asks what became of those that vanished',
    asks: {},
    plan: idsPlan,
  },
  import: {
    about: 'phases of a folder of Markdown: plain, Docusaurus, MkDocs, Starlight, Hugo or Obsidian',
    hasIds: true,
    asks: { from: 'Folder that holds the Markdown' },
    plan: (root, { from, level, site }) => importPlan(root, { from: from!, level, site }),
  },
  roadmap: {
    about: 'a whole roadmap: a fresh content/',
    hasIds: true,
    asks: { title: 'Title of the roadmap' },
    plan(root, answers) {
      const content = path.join(root, 'content');
      if (existsSync(content) && readdirSync(content).length > 0)
        throw new CannotMake(
          '`content/` is not empty and stays as it is. Move it away first, for example with `git mv content old-content`, or remove it with `git rm -r content`.',
        );
      const title = answers.title!;
      const description = answers.description ?? `${title}: what to learn, in which order, and how to test yourself.`;
      const first = `${phaseFolder}/01-first-steps.mdx`;
      return {
        files: {
          'content/site.yaml': fill('site.yaml', {
            title,
            description,
            url: answers.url ?? 'https://roadmap.example',
            base: answers.base ?? '/',
            language: answers.language ?? 'en',
          }),
          'content/docs/index.mdx': fill('index.mdx', { title, description }),
          [`content/i18n/${tagOf(answers.language ?? 'en')}.json`]: '{}\n',
          ...lesson(first, 'first-steps', { renumber: false, title: 'First steps' }, []),
        },
        renames: [],
        next: [
          'Fill in content/site.yaml: `url` is where the site will be published, `base` the path below it.',
          `Write \`${first}\`, and add phases with \`npm run new -- phase\`.`,
          'Replace public/favicon.svg and public/card.png, or remove them: the site then makes an icon of its own.',
          ...watch,
        ],
      };
    },
  },
};

/** The form of a tag that names its file of words: `pt-br` → `pt-BR` */
function tagOf(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0]!;
  } catch {
    throw new CannotMake(`\`${language}\` is not the tag of a language. Write one such as \`ja\` or \`pt-BR\`.`);
  }
}

const watch = ['`npm run dev` shows it while you write; `npm run check -- --only content` says what is missing.'];

function lesson(
  file: string,
  slug: string,
  { title, description }: Answers,
  prerequisites: string[],
): Record<string, string> {
  const words = description ?? `Learn ${title}: what it is for, how it works, and when not to use it.`;
  return {
    [file]: fill('phase.mdx', { title, description: words.slice(0, 170), prerequisites, today: today() }),
    [`content/questions/${slug}.yaml`]: fill('questions.yaml', {}),
  };
}

function refuseTwin(slug: string, phases: readonly NumberedFile[], root: string): void {
  const twin =
    phases.find((one) => one.slug === slug)?.file ??
    (supplements(root).includes(slug) ? `content/docs/supplements/${slug}.mdx` : undefined);
  if (twin)
    throw new CannotMake(`\`${twin}\` is already there and stays as it is. Choose another title, or \`--slug\`.`);
}

function supplements(root: string): string[] {
  const folder = path.join(root, 'content/docs/supplements');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => /^(.+)\.mdx?$/.exec(name)?.[1] ?? []);
}

/** One stage for each of the first three phases. */
function stagesOf(phases: readonly NumberedFile[]): string {
  return phases
    .slice(0, 3)
    .map(({ slug }, index) => {
      const label = slug.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
      return [
        `  - id: stage-${index + 1}`,
        `    title: ${JSON.stringify(label)}`,
        '    items:',
        `      - { label: ${JSON.stringify(label)}, to: ${slug} }`,
        '    practice:',
        '      - Build something small with it.',
        '',
      ].join('\n');
    })
    .join('');
}

/** How a line comment starts and ends in the language of a file. */
function commentOf(file: string): [open: string, close: string] {
  const ending = path.extname(file).slice(1).toLowerCase();
  if (/^(?:py|rb|sh|bash|ya?ml|toml|r|pl|ps1|conf|properties)$/.test(ending) || !ending) return ['# ', ''];
  if (/^(?:sql|lua|hs|elm)$/.test(ending)) return ['-- ', ''];
  if (/^(?:html?|xml|svg|md|vue)$/.test(ending)) return ['<!-- ', ' -->'];
  if (ending === 'css') return ['/* ', ' */'];
  return ['// ', ''];
}
