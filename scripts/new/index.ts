/** `npm run new -- <kind>`: makes a phase, track, supplement, sample, question, exercise, language or roadmap, keeps the list of ids, and says what to do next. */
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { didYouMean, nearest } from '../../src/curriculum/problems/nearest.ts';
import { repository } from '../run-program.ts';
import { kinds, type Answers } from './kinds.ts';
import { newIdsPlan } from './ids.ts';
import { CannotMake, carryOut } from './plan.ts';

const root = path.resolve(process.env.ROADMAP_ROOT ?? repository);

const usage = `npm run new -- <kind> [options]
${Object.entries(kinds)
  .map(([name, { about }]) => `  ${name.padEnd(12)} ${about}`)
  .join('\n')}

  --title <words>        what readers call it
  --slug <name>          its name in the address; made from the title when left out
  --description <words>  one sentence for search engines
  --number <n>           its place among its neighbors; the last when left out
  --renumber             moves those behind up when the number is taken; addresses stay
  --phase, --file        for a sample: the lesson it belongs to, and its file name
  --phase, --topic, --kind   for a question: its lesson, the topic that teaches it, and what the reader does;
                             for an exercise: its lesson, its topic, and what runs it
  --rename <old=new>     for ids: what an id is called now; \`old=new,other\` where one was split
  --gone <id>            for ids: an id that was removed
  --yes                  for ids: takes what looks like a rename for one, and the rest for removed
  --code <tag>           for a language: ar, pt-BR
  --level, --dry-run     for an import: level of its phases; shows the plan and writes nothing
  --site <address>       for an import: where links lead whose pages are not in the folder
  --url, --base, --language   for a roadmap: where it will be published, and in what language`;

try {
  const { positionals, answers, help, isDry } = readWords();
  const [name = '', from] = positionals;
  if (from !== undefined) answers.from = from;
  const kind = kinds[name];
  if (help || !kind) {
    if (name && !kind) console.error(`There is no kind \`${name}\`.${didYouMean(nearest(name, Object.keys(kinds)))}\n`);
    console.log(usage);
    process.exit(help ? 0 : 2);
  }
  for (const [field, question] of Object.entries(kind.asks) as [
    'title' | 'phase' | 'topic' | 'kind' | 'file' | 'code' | 'from',
    string,
  ][])
    answers[field] = (answers[field] ?? (await ask(field, question))).trim() || refuse(field);
  const plan = await kind.plan(root, answers, process.stdin.isTTY ? askAnything : undefined);
  if (!isDry) carryOut(root, plan);
  const listing = kind.hasIds && !isDry ? newIdsPlan(root) : undefined;
  if (listing) carryOut(root, listing);
  for (const [from, to] of plan.renames) console.log(`moved    ${from} → ${path.posix.basename(to)}`);
  const made = isDry ? 'planned ' : 'created ';
  for (const file of Object.keys(plan.files)) console.log(`${made} ${file}`);
  for (const [file] of plan.copies ?? []) console.log(`${made} ${file}`);
  for (const file of Object.keys({ ...plan.edits, ...listing?.edits })) console.log(`updated  ${file}`);
  if (plan.left && plan.left.length > 0) console.log(`\nLeft:\n${plan.left.map((line) => `- ${line}`).join('\n')}`);
  console.log(`\nNext:\n${plan.next.map((line) => `- ${line}`).join('\n')}`);
} catch (error) {
  if (!(error instanceof CannotMake)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function readWords(): { positionals: string[]; answers: Answers; help: boolean; isDry: boolean } {
  const text = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        title: text,
        slug: text,
        description: text,
        number: text,
        phase: text,
        topic: text,
        kind: text,
        file: text,
        url: text,
        base: text,
        language: text,
        code: text,
        level: text,
        site: text,
        'dry-run': { type: 'boolean', default: false },
        rename: { type: 'string', multiple: true },
        gone: { type: 'string', multiple: true },
        yes: { type: 'boolean', default: false },
        renumber: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const { help, number, 'dry-run': isDry, ...rest } = values;
    if (number !== undefined && !/^\d{1,6}$/.test(number))
      throw new CannotMake(`\`--number ${number}\` is no number. Write one such as \`--number 7\`.`);
    return { positionals, help, isDry, answers: { ...rest, ...(number !== undefined && { number: Number(number) }) } };
  } catch (error) {
    if (error instanceof CannotMake) throw error;
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}

async function ask(field: string, question: string): Promise<string> {
  return process.stdin.isTTY ? askAnything(question) : refuse(field);
}

async function askAnything(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question}: `);
  terminal.close();
  return answer;
}

function refuse(field: string): never {
  throw new CannotMake(`\`--${field}\` is missing, and there is nobody to ask.`);
}
