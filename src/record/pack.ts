/**
 * A record small enough for an address: ids as the numbers of the ledger, times as distances, states as two bits.
 *
 * Bytes: format (1), name of the roadmap (2, a sum), latest time, device, then parts, each with its kind and length so
 * that an older site can skip what it does not know. Numbers are varints: seven bits a byte, the lowest first.
 */
import {
  emptyRecord,
  latest,
  markStates,
  readRecord,
  type Mark,
  type MarkState,
  type ProgressRecord,
  type ReviewState,
  type Value,
} from './record.ts';
import type { RoadmapData } from './reading.ts';

type Numbered = Pick<RoadmapData, 'roadmap' | 'numbers'>;

const packVersion = 1;
const parts = { marks: 1, cleared: 2, values: 3, states: 4, builds: 5 } as const;
const buildOf = 'build:';
const lessonOfBuild = 'lesson:';
/** Numbers of a review state are kept to hundredths. */
const precision = 100;

/**
 * Packs marks, values, what was removed, and review states. Single reviews and changed code stay behind.
 *
 * @returns text of letters, digits, `-` and `_`, and how many entries have no number and were left out
 */
export function pack(record: ProgressRecord, { numbers }: Numbered): { text: string; left: number } {
  const time = latest(record);
  const out = new Writer();
  let left = 0;
  const numberOf = (id: string) => {
    const number = Object.hasOwn(numbers, id) ? numbers[id] : undefined;
    if (number === undefined) left += 1;
    return number;
  };
  const known = <Item>(entries: readonly [string, Item][]) =>
    entries.flatMap(([id, item]) => {
      const number = numberOf(id);
      return number === undefined ? [] : [{ number, item }];
    });
  out.byte(packVersion);
  out.byte(sumOf(record.roadmap) & 255);
  out.byte(sumOf(record.roadmap) >> 8);
  out.number(time);
  out.text(record.device);

  const marks = Object.entries(record.marks).filter(([, [state]]) => {
    const is = markStates.includes(state as MarkState);
    if (!is) left += 1;
    return is;
  });
  const writeMarks = (part: Writer, entries: readonly [string, Mark][]) => {
    let number = 0;
    let before = time;
    // What was marked one after the other stands side by side in the ledger too, so both distances are small.
    for (const { number: next, item } of known(entries).sort((a, b) => b.item[1] - a.item[1] || b.number - a.number)) {
      const [state, at, , revision = 1] = item;
      part.number(zigzag(next - number) * 8 + (revision > 1 ? 4 : 0) + markStates.indexOf(state as MarkState));
      part.number(before - at);
      if (revision > 1) part.number(revision);
      number = next;
      before = at;
    }
  };
  out.part(parts.marks, (part) =>
    writeMarks(
      part,
      marks.filter(([id]) => !id.startsWith(buildOf)),
    ),
  );
  // Build tasks have no number of their own.
  out.part(parts.builds, (part) =>
    writeMarks(
      part,
      marks.flatMap(([id, mark]) =>
        id.startsWith(buildOf) ? [[id.replace(buildOf, lessonOfBuild), mark] as [string, Mark]] : [],
      ),
    ),
  );
  out.part(parts.cleared, (part) => {
    const { all, ...scopes } = record.cleared;
    if (all !== undefined) part.numbers(0, time - all);
    for (const { number, item } of known(Object.entries(scopes))) part.numbers(number, time - item);
  });
  const values = Object.entries(record.values)
    .filter(([name]) => !name.startsWith('code:'))
    .map(([name, [value, at]]) => [name, value, time - at]);
  if (values.length > 0) out.part(parts.values, (part) => part.bytes(new TextEncoder().encode(JSON.stringify(values))));
  out.part(parts.states, (part) => {
    for (const { number, item } of known(Object.entries(record.states))) {
      const [at, , ...rest] = item;
      part.numbers(number, time - at, rest.length);
      for (const value of rest) part.number(Math.max(0, Math.round(Number(value) * precision) || 0));
    }
  });
  return { text: base64(out.result()), left };
}

/**
 * Reads what `pack` wrote.
 *
 * @returns the record, and how many entries have a number that this copy of the roadmap does not know; nothing for a
 * text that is damaged or in a later form. A record of another roadmap has an empty name.
 */
export function unpack(
  text: string,
  { roadmap, numbers }: Numbered,
): { record: ProgressRecord; left: number } | undefined {
  const ids = new Map(Object.entries(numbers).map(([id, number]) => [number, id]));
  let left = 0;
  const idOf = (number: number) => {
    const id = ids.get(number);
    if (id === undefined) left += 1;
    return id;
  };
  try {
    const input = new Reader(bytesOf(text));
    if (input.byte() !== packVersion) return undefined;
    const sum = input.byte() + (input.byte() << 8);
    const time = input.number();
    const device = input.text();
    const record = emptyRecord(sum === sumOf(roadmap) ? roadmap : '', device);
    const { marks, cleared, states, values } = record;
    while (!input.atEnd) {
      const kind = input.byte();
      const part = new Reader(input.bytes(input.number()));
      let number = 0;
      let before = time;
      if (kind === parts.values)
        for (const [name, value, distance] of JSON.parse(part.rest()) as [string, unknown, number][])
          values[name] = [value, time - distance, device] as Value;
      else
        while (!part.atEnd) {
          const head = part.number();
          if (kind === parts.marks || kind === parts.builds) {
            number += unzigzag(Math.floor(head / 8));
            before -= part.number();
            const revision = head & 4 ? [part.number()] : [];
            const named = idOf(number);
            const id = kind === parts.builds ? named?.replace(lessonOfBuild, buildOf) : named;
            if (id) marks[id] = [markStates[head & 3]!, before, device, ...revision];
          } else if (kind === parts.cleared) {
            const at = time - part.number();
            const id = head === 0 ? 'all' : idOf(head);
            if (id) cleared[id] = at;
          } else if (kind === parts.states) {
            const at = time - part.number();
            const rest = Array.from({ length: Math.min(part.number(), 16) }, () => part.number() / precision);
            const id = idOf(head);
            if (id) states[id] = [at, device, ...rest] as ReviewState;
          } else break;
        }
    }
    // A link is written by anybody, as a file is.
    const read = readRecord(record);
    return 'record' in read ? { record: read.record, left: left + read.dropped } : undefined;
  } catch {
    return undefined;
  }
}

/** FNV-1a, folded to 16 bits. */
function sumOf(text: string): number {
  let sum = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  return (sum >>> 16) ^ (sum & 0xffff);
}

const zigzag = (value: number) => (value < 0 ? -value * 2 - 1 : value * 2);
const unzigzag = (value: number) => (value % 2 ? -(value + 1) / 2 : value / 2);

class Writer {
  #bytes: number[] = [];
  byte(value: number) {
    this.#bytes.push(value);
  }
  bytes(values: Iterable<number>) {
    for (const value of values) this.#bytes.push(value);
  }
  /** A whole number from 0, up to what a double holds exactly. */
  number(value: number) {
    let rest = value;
    while (rest >= 128) {
      this.#bytes.push((rest % 128) | 128);
      rest = Math.floor(rest / 128);
    }
    this.#bytes.push(rest);
  }
  numbers(...values: number[]) {
    for (const value of values) this.number(value);
  }
  text(value: string) {
    const bytes = new TextEncoder().encode(value);
    this.number(bytes.length);
    this.bytes(bytes);
  }
  /** A part that is left out when nothing is written into it. */
  part(kind: number, write: (part: Writer) => void) {
    const part = new Writer();
    write(part);
    const bytes = part.result();
    if (bytes.length === 0) return;
    this.byte(kind);
    this.number(bytes.length);
    this.bytes(bytes);
  }
  result(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}

class Reader {
  #at = 0;
  #bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }
  get atEnd() {
    return this.#at >= this.#bytes.length;
  }
  byte(): number {
    if (this.atEnd) throw new RangeError('The text ends too early.');
    return this.#bytes[this.#at++]!;
  }
  bytes(length: number): Uint8Array {
    if (this.#at + length > this.#bytes.length) throw new RangeError('The text ends too early.');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }
  number(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) break;
    }
    if (!Number.isSafeInteger(value)) throw new RangeError('A number is too large.');
    return value;
  }
  text(): string {
    return new TextDecoder().decode(this.bytes(this.number()));
  }
  rest(): string {
    return new TextDecoder().decode(this.bytes(this.#bytes.length - this.#at));
  }
}

const base64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
