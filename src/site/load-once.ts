/** In the browser: data of the site, as each file of it is asked for once. */

const loaded = new Map<string, Promise<unknown>>();

/**
 * Loads a file of JSON.
 *
 * @throws where it is not there, without a network for one; it may be asked for again
 */
export function loadOnce<Data>(address: string): Promise<Data> {
  const known = loaded.get(address) as Promise<Data> | undefined;
  if (known) return known;
  const file = fetch(address).then(async (answer) => {
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return (await answer.json()) as Data;
  });
  loaded.set(address, file);
  file.catch(() => loaded.delete(address));
  return file;
}
