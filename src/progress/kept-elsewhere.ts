/**
 * What other parts of the site keep of the reader on this device. It moves with the record as its `values`: what stands
 * here is taken into the record before each change, and what the record says is put here after it.
 */
import { chooseTrack, chosenTrack } from '../tracks/chosen-track.ts';
import { placeKey, readKept, readPlace, writeKept } from './kept-here.ts';
import { keepPlan, keptPlan, readPlan } from './kept-plan.ts';
import { isBelieved, type ProgressRecord } from '../record/record.ts';

interface Part<Value> {
  /** What stands here, or another value: nothing where it has not the shape of such a value. */
  read(value?: unknown): Value | undefined;
  write(value: Value | undefined): void;
  /** When it was written, where it says so itself. */
  timeOf?(value: Value): unknown;
}

const part = <Value>(one: Part<Value>) => one as Part<unknown>;

const partsOf = (base: string): Record<string, Part<unknown>> => ({
  place: part({
    read: (value) => readPlace(base, value),
    write: (place) => writeKept(placeKey(base), place),
    timeOf: ({ time }) => time,
  }),
  track: part({
    read: (value = chosenTrack()) => (typeof value === 'string' && /^[a-z0-9-]+$/.test(value) ? value : undefined),
    write: chooseTrack,
  }),
  plan: part({
    read: (value = keptPlan(base)) => readPlan(value),
    write: (plan) => void keepPlan(base, plan),
  }),
});

/** Names of the values that stood here after the last change, so that what the reader has removed since is known. */
const namesKey = (base: string) => `progress ${base} values`;

const isSame = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/**
 * The record with what stands here.
 *
 * @param time when what does not say it itself was written
 */
export function withKeptElsewhere(record: ProgressRecord, base: string, time: number): ProgressRecord {
  const names = readKept<string[]>(namesKey(base));
  const known = Array.isArray(names) ? names : [];
  const values = { ...record.values };
  for (const [name, { read, timeOf }] of Object.entries(partsOf(base))) {
    const here = read();
    if (isSame(here, values[name]?.[0])) continue;
    if (here === undefined && !known.includes(name)) continue;
    const said = here === undefined ? undefined : timeOf?.(here);
    const written = isBelieved(said) ? said : time;
    if (written > (values[name]?.[1] ?? 0)) values[name] = [here ?? null, written, record.device];
  }
  // Before the record is stored: a page that is left right after would not know later what the reader has removed.
  writeKept(namesKey(base), [...new Set([...known, ...namesHere(base)])]);
  return { ...record, values };
}

/**
 * Puts what the record says where the other parts look for it. A value of another shape changes nothing: the record may
 * have been imported from anywhere.
 */
export function keepElsewhere({ values }: ProgressRecord, base: string): void {
  for (const [name, { read, write }] of Object.entries(partsOf(base))) {
    const said = values[name]?.[0] ?? undefined;
    const value = said === undefined ? undefined : read(said);
    if ((said === undefined || value !== undefined) && !isSame(read(), value)) write(value);
  }
  writeKept(namesKey(base), namesHere(base));
}

const namesHere = (base: string) =>
  Object.entries(partsOf(base)).flatMap(([name, { read }]) => (read() === undefined ? [] : [name]));
