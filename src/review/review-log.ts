/** Writes the answers of a sitting into the record. */
import type { Kept, ProgressStore } from '../progress/progress-store.ts';
import type { ProgressRecord, Review } from '../record/record.ts';

type Change = Pick<ProgressStore, 'change'>;

export class ReviewLog {
  #store: Change;
  #queue: Promise<unknown> = Promise.resolve();
  #said: (kept: Kept) => void;

  /** @param said called after each change, with what is kept and why something is not */
  constructor(store: Change, said: (kept: Kept) => void) {
    this.#store = store;
    this.#said = said;
  }

  /** Adds an answer. @returns its entry, to be changed or removed later */
  async add(id: string, rating: number, revision: number): Promise<Review> {
    let entry: Review = [id, 0, rating];
    await this.#change((record, time) => {
      entry = [id, time, rating, ...(revision > 1 ? [revision] : [])] as Review;
      return { ...record, reviews: [...record.reviews, entry] };
    });
    return entry;
  }

  /** Gives an answer of this sitting another rating. */
  rate(entry: Review, rating: number): Promise<void> {
    return this.#change((record) => ({
      ...record,
      reviews: record.reviews.map((one) =>
        isSame(one, entry) ? ([one[0], one[1], rating, ...one.slice(3)] as Review) : one,
      ),
    }));
  }

  /** Removes an answer of this sitting. */
  remove(entry: Review): Promise<void> {
    return this.#change((record) => ({ ...record, reviews: record.reviews.filter((one) => !isSame(one, entry)) }));
  }

  /** One after the other, so that an answer is there before it is changed. */
  #change(make: (record: ProgressRecord, time: number) => ProgressRecord): Promise<void> {
    const work = this.#queue.then(async () => this.#said(await this.#store.change(make)));
    this.#queue = work.catch(() => undefined);
    return work;
  }
}

const isSame = (one: Review, other: Review) => one[0] === other[0] && one[1] === other[1];
