/** Brings `content/ids.yaml` up to date: adds ids that are new, and records what was renamed or removed. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { kindOf, type IdLedger } from '../../src/curriculum/names/ids.ts';
import { loadCurriculum, type LoadResult } from '../../src/curriculum/load.ts';
import { idsFile, unsettled } from '../../src/curriculum/ids/load-ids.ts';
import { didYouMean, nearest } from '../../src/curriculum/problems/nearest.ts';
import { isError } from '../../src/curriculum/problems/problems.ts';
import { reportProblems } from '../../src/curriculum/problems/report.ts';
import { CannotMake, type Plan } from './plan.ts';
import { proposeRenames, type Settled } from './renames.ts';

const head = `# Every id that was ever published: what readers saved, links and decks of cards go by it.
# Lines are only ever added; \`npm run new -- ids\` does it, and asks what was renamed (\`now\`) or removed (\`gone\`).
`;

/** Asks a person; undefined where nobody is there to answer. */
export type Ask = ((question: string) => Promise<string>) | undefined;

export interface IdAnswers {
  /** Renames that are known, each as `old=new`; `old=new,other` where one was split. */
  rename?: string[];
  /** Ids that were removed. */
  gone?: string[];
  /** Takes what looks like a rename for one, and the rest for removed. */
  yes?: boolean;
}

/**
 * Plans what the ledger lacks.
 *
 * @throws CannotMake when the content has other problems, or when it takes a person to tell what became of an id
 */
export async function idsPlan(root: string, answers: IdAnswers, ask: Ask): Promise<Plan> {
  const loaded = loadCurriculum(root);
  refuseOtherProblems(loaded);
  const { content, ledger } = loaded.ids;
  const { vanished, unlisted } = unsettled(content, ledger);
  const known = readFlags(answers, vanished, [...ledger.keys(), ...unlisted]);
  const open = vanished.filter((id) => !known.some((one) => one.id === id));
  const taken = known.flatMap((one) => one.now);
  const proposals = proposeRenames(
    open,
    unlisted.filter((id) => !taken.includes(id)),
  );
  const settled = [...known, ...(await settle(proposals, answers.yes ?? false, ask, [...ledger.keys(), ...unlisted]))];
  const progress = loaded.curriculum?.site.progress ?? true;
  if (!progress && settled.length === 0)
    return { files: {}, renames: [], next: ['The site has `progress: false`, and needs no list of ids.'] };
  if (unlisted.length + settled.length === 0)
    return { files: {}, renames: [], next: ['Every id is in the list already.'] };
  return {
    files: {},
    edits: { [idsFile]: ledgerText(root, ledger, unlisted, settled) },
    renames: [],
    next: [
      `${unlisted.length} added, ${settled.filter((one) => one.now.length > 0).length} renamed, ${settled.filter((one) => one.now.length === 0).length} removed.`,
      `Commit \`${idsFile}\` together with the change.`,
    ],
  };
}

/**
 * Adds ids that a command has just made; what takes a question is left to `npm run new -- ids`.
 *
 * @returns the plan; undefined when there is nothing to add or it cannot be told what is new
 */
export function newIdsPlan(root: string): Plan | undefined {
  const { ids, curriculum, problems } = loadCurriculum(root);
  const { vanished, unlisted } = unsettled(ids.content, ids.ledger);
  const others = problems.filter(isError).some(({ code }) => !code.startsWith('id-'));
  if (others || vanished.length > 0 || unlisted.length === 0 || curriculum?.site.progress === false) return undefined;
  return { files: {}, edits: { [idsFile]: ledgerText(root, ids.ledger, unlisted, []) }, renames: [], next: [] };
}

/** Problems that are not about what became of ids are mended first: unread content hides ids. */
function refuseOtherProblems({ problems }: LoadResult): void {
  const mends = new Set<string>(['id-ledger-missing', 'id-unlisted', 'id-vanished']);
  const others = problems.filter((one) => isError(one) && !mends.has(one.code));
  if (others.length > 0)
    throw new CannotMake(`${reportProblems(others)}\n\nMend this first; then run the command again.`);
}

function readFlags(
  { rename = [], gone = [] }: IdAnswers,
  vanished: readonly string[],
  all: readonly string[],
): Settled[] {
  const old = (id: string) => {
    if (vanished.includes(id)) return id;
    throw new CannotMake(
      `\`${id}\` has not vanished.${didYouMean(nearest(id, vanished))} ${vanished.length > 0 ? `These have: ${vanished.join(', ')}.` : 'Nothing has.'}`,
    );
  };
  return [
    ...rename.map((text) => {
      const [from = '', to = ''] = text.split('=');
      if (!to) throw new CannotMake(`\`--rename ${text}\` is not of the form \`old=new\`.`);
      return { id: old(from), now: to.split(',').map((one) => target(from, one, all)) };
    }),
    ...gone.map((id) => ({ id: old(id), now: [] })),
  ];
}

/** @throws CannotMake when an id cannot be what another became */
function target(from: string, to: string, all: readonly string[]): string {
  const fitting = all.filter((id) => kindOf(id) === kindOf(from) && id !== from);
  if (fitting.includes(to)) return to;
  throw new CannotMake(
    `\`${from}\` cannot have become \`${to}\`, which is no ${kindOf(from)}.${didYouMean(nearest(to, fitting))}`,
  );
}

/** Decides about each id that vanished: by asking, by `--yes`, or not at all. */
async function settle(
  proposals: readonly Settled[],
  yes: boolean,
  ask: Ask,
  all: readonly string[],
): Promise<Settled[]> {
  if (proposals.length === 0 || yes) return [...proposals];
  if (!ask) {
    const lines = proposals.map(({ id, now }) => (now[0] ? `  ${id} → ${now[0]}` : `  ${id} was removed`));
    throw new CannotMake(
      `Some ids have vanished. This looks like:\n${lines.join('\n')}\n\nAdd \`--yes\` if that is so. Otherwise name what became of each: \`--rename old=new\`, \`--gone old\`.`,
    );
  }
  const settled: Settled[] = [];
  for (const { id, now, follows } of proposals) {
    const leader = follows && settled.find((one) => one.id === follows);
    if (leader && leader.now[0] === proposals.find((one) => one.id === follows)?.now[0]) {
      settled.push({ id, now });
      continue;
    }
    const guess = now[0];
    const answer = (
      await ask(
        guess
          ? `${id} is no longer there. Is it ${guess} now? [Enter: yes, n: it was removed, or its new id]`
          : `${id} is no longer there, and nothing new is like it. [Enter: it was removed, or its new id]`,
      )
    ).trim();
    if (answer === '' || /^y(?:es)?$/i.test(answer)) settled.push({ id, now });
    else if (/^no?$/i.test(answer)) settled.push({ id, now: [] });
    else settled.push({ id, now: answer.split(',').map((one) => target(id, one.trim(), all)) });
  }
  return settled;
}

/** Text of the ledger with ids added at its end; everything that is there stays as it is written. */
function ledgerText(root: string, ledger: IdLedger, unlisted: readonly string[], settled: readonly Settled[]): string {
  const file = path.join(root, idsFile);
  const document = parseDocument(existsSync(file) ? readFileSync(file, 'utf8') : head);
  const today = new Date().toISOString().slice(0, 10);
  for (const { id, now } of settled) {
    if (now.length === 0) document.setIn([id, 'gone'], today);
    else document.setIn([id, 'now'], now.length === 1 ? now[0] : document.createNode([...now], { flow: true }));
  }
  let next = Math.max(0, ...[...ledger.values()].map(({ n }) => n));
  for (const id of unlisted) document.setIn([id], document.createNode({ n: (next += 1) }, { flow: true }));
  return document.toString({ lineWidth: 0 });
}
