/** Finds the one diagram that ends the browser or never comes back, so that all others are drawn. */

/** Why nothing came back: the browser was ended by what it drew, or is busy without end. */
export class LostBrowserError extends Error {}

/**
 * Draws together, and one by one where that fails.
 *
 * @param items what is drawn
 * @param draw draws some; rejects with `LostBrowserError` when the browser is lost
 * @param lost what stands in the place of an item that loses the browser when it is drawn alone
 * @throws what `draw` throws for any other reason
 */
export async function drawEach<Item, Result>(
  items: readonly Item[],
  draw: (some: readonly Item[]) => Promise<readonly Result[]>,
  lost: (item: Item, error: LostBrowserError) => Result,
): Promise<Result[]> {
  try {
    return [...(await draw(items))];
  } catch (error) {
    if (!(error instanceof LostBrowserError)) throw error;
    if (items.length === 1) return [lost(items[0]!, error)];
    const results: Result[] = [];
    for (const item of items) results.push(...(await drawEach([item], draw, lost)));
    return results;
  }
}
