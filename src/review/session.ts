/** One sitting of the review: what is asked next, what comes again, and what can be taken back. */

/** What a sitting asks. */
export interface Asked {
  id: string;
  /** What two that follow each other should not have in common. */
  topic: string;
}

export interface Rated<Item> {
  item: Item;
  rating: number;
  /** Whether it is the first answer to this item in the sitting, the one that is kept. */
  isFirst: boolean;
}

export class Session<Item extends Asked> {
  #queue: Item[];
  #rated: (Rated<Item> & { queue: Item[] })[] = [];

  /** @param items in the order in which they are asked */
  constructor(items: readonly Item[]) {
    this.#queue = [...items];
  }

  /** What is asked now; nothing at the end. */
  get current(): Item | undefined {
    return this.#queue[0];
  }

  /** How many are still to come, the current one included. */
  get left(): number {
    return this.#queue.length;
  }

  /** The first answer to each item so far. */
  get answers(): Rated<Item>[] {
    return this.#rated.filter(({ isFirst }) => isFirst);
  }

  get canUndo(): boolean {
    return this.#rated.length > 0;
  }

  /** Answers the current item; one that was forgotten comes again at the end. */
  rate(rating: number): Rated<Item> | undefined {
    const item = this.current;
    if (!item) return undefined;
    const isFirst = !this.#rated.some((one) => one.item.id === item.id);
    const rated = { item, rating, isFirst };
    this.#rated.push({ ...rated, queue: this.#queue });
    const rest = this.#queue.slice(1);
    this.#queue = rating === 1 ? [...rest, item] : rest;
    return rated;
  }

  /** Takes the last answer back; its item is asked again. */
  undo(): Rated<Item> | undefined {
    const last = this.#rated.pop();
    if (last) this.#queue = last.queue;
    return last;
  }

  /** Leaves out what was answered elsewhere, but for what is asked now and what comes again. */
  keepOnly(isWanted: (item: Item) => boolean): void {
    const known = new Set(this.#rated.map(({ item }) => item.id));
    this.#queue = this.#queue.filter((item, index) => index === 0 || known.has(item.id) || isWanted(item));
  }
}

/**
 * Mixes items, so that what is alike does not stand together: telling which idea a question needs is half of answering.
 *
 * @param seed the same seed gives the same order
 */
export function mix<Item extends Asked>(items: readonly Item[], seed: string): Item[] {
  const left = items
    .map((item) => ({ item, weight: hash(`${seed} ${item.id}`) }))
    .sort((a, b) => a.weight - b.weight || (a.item.id < b.item.id ? -1 : 1))
    .map(({ item }) => item);
  const mixed: Item[] = [];
  while (left.length > 0) {
    const other = left.findIndex(({ topic }) => topic !== mixed.at(-1)?.topic);
    mixed.push(...left.splice(Math.max(0, other), 1));
  }
  return mixed;
}

/** FNV-1a, mixed once more so that names that are alike get weights that are not. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d) >>> 0;
}
