/**
 * What other parts of the site keep of the reader on this device. It moves with the record as its `values`: what stands
 * here is taken into the record before each change, and what the record says is put here after it.
 */
import { chooseTrack, chosenTrack } from '../tracks/chosen-track.ts';
import { placeKey, readKept, writeKept, type Place } from './kept-here.ts';
import type { ProgressRecord } from './record.ts';

interface Part {
  read(): unknown;
  write(value: unknown): void;
  /** When it was written, where it says so itself. */
  timeOf?(value: unknown): number;
}

const partsOf = (base: string): Record<string, Part> => ({
  place: {
    read: () => readKept<Place>(placeKey(base)),
    write: (place) => writeKept(placeKey(base), place as Place | undefined),
    timeOf: (place) => (place as Place).time,
  },
  track: {
    read: chosenTrack,
    write: (slug) => chooseTrack(typeof slug === 'string' ? slug : undefined),
  },
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
  const known = readKept<string[]>(namesKey(base)) ?? [];
  const values = { ...record.values };
  for (const [name, { read, timeOf }] of Object.entries(partsOf(base))) {
    const here = read();
    if (isSame(here, values[name]?.[0])) continue;
    if (here === undefined && !known.includes(name)) continue;
    const written = (here !== undefined && timeOf?.(here)) || time;
    if (written > (values[name]?.[1] ?? 0)) values[name] = [here ?? null, written, record.device];
  }
  return { ...record, values };
}

/** Puts what the record says where the other parts look for it. */
export function keepElsewhere({ values }: ProgressRecord, base: string): void {
  const parts = Object.entries(partsOf(base));
  for (const [name, { read, write }] of parts) {
    const value = values[name]?.[0] ?? undefined;
    if (!isSame(read(), value)) write(value);
  }
  writeKept(
    namesKey(base),
    parts.flatMap(([name, { read }]) => (read() === undefined ? [] : [name])),
  );
}
