/** An empty database as it is after its first start, kept on the device: the next start takes less than a second. */

const keyOf = (version: string) => `https://kept.invalid/${version}start.tar.gz`;

/** @param cache name of the cache @param version what it was made with */
export async function keptStart(cache: string, version: string): Promise<Blob | undefined> {
  try {
    const kept = await (await caches.open(cache)).match(keyOf(version));
    const packed = kept?.body?.pipeThrough(new DecompressionStream('gzip'));
    return packed && (await new Response(packed).blob());
  } catch {
    return undefined;
  }
}

/** Keeps it, in place of those of other versions; where there is no room or no cache, the next start takes longer. */
export async function keepStart(cache: string, version: string, folder: Blob): Promise<void> {
  try {
    const packed = await new Response(folder.stream().pipeThrough(new CompressionStream('gzip'))).blob();
    await caches.delete(cache);
    await (await caches.open(cache)).put(keyOf(version), new Response(packed));
  } catch {
    // Nothing is lost but time.
  }
}
