/** Runs a search in steps, so that the page acts in between, and ends it when its answer is no longer wanted. */

/** Runs a part of the work; the search ends before it or after it where the next letter came. */
export type Step = <Result>(work: () => Result | Promise<Result>) => Promise<Result>;

class NotWanted extends Error {}

/**
 * Runs work that is made of steps, each a task of its own: Pagefind cuts an excerpt as soon as a record is there, and
 * ten in one task would hold up the next letter.
 *
 * @returns undefined where the answer is no longer wanted
 */
export async function inSteps<Result>(
  isWanted: () => boolean,
  work: (step: Step) => Promise<Result>,
): Promise<Result | undefined> {
  const hold = () => {
    if (!isWanted()) throw new NotWanted();
  };
  try {
    return await work(async (part) => {
      await pause(0);
      hold();
      const result = await part();
      hold();
      return result;
    });
  } catch (error) {
    if (error instanceof NotWanted) return undefined;
    throw error;
  }
}

/** @param length in ms */
export const pause = (length: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, length));

/** A task after the next frame is on the screen; a page that nobody sees has none, and waits a moment instead. */
export const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.hidden) setTimeout(resolve);
    else requestAnimationFrame(() => setTimeout(resolve));
  });
