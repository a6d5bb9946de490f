/** Loads the files of a runtime, in its worker. */
import type { FileSizes, FromRuntime } from './runtime.ts';

/** The files could not be had; `message` names the first that failed. */
export class LoadError extends Error {}

/**
 * Loads every file of a runtime, together, and tells how far it is.
 *
 * Files are published packed, because many hosts send `.wasm` and data as they are. A host that unpacks them is right too:
 * whether a file is packed is seen by its first bytes.
 *
 * @param files address of the folder, with a slash at the end
 * @param sizes bytes of each file as published
 * @returns unpacked content by name
 * @throws LoadError
 */
export async function loadRuntimeFiles(
  files: string,
  sizes: FileSizes,
  tell: (message: FromRuntime) => void,
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  let loaded = 0;
  let told = 0;
  const add = (bytes: number) => {
    loaded = Math.min(total, loaded + bytes);
    if (loaded - told < 50_000 && loaded < total) return;
    told = loaded;
    tell({ kind: 'loading', loaded, total });
  };
  tell({ kind: 'loading', loaded, total });
  return new Map(
    await Promise.all(
      Object.keys(sizes).map(async (name) => {
        try {
          return [name, await unpacked(await received(files + name, add))] as const;
        } catch (error) {
          throw new LoadError(`${name}: ${(error as Error).message}`);
        }
      }),
    ),
  );
}

async function received(address: string, add: (bytes: number) => void): Promise<Blob> {
  const answer = await fetch(address);
  if (!answer.ok || !answer.body) throw new Error(String(answer.status));
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = (answer.body as ReadableStream<Uint8Array<ArrayBuffer>>).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    add(part.value.length);
  }
  return new Blob(parts);
}

async function unpacked(content: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const [first, second] = new Uint8Array(await content.slice(0, 2).arrayBuffer());
  const isPacked = first === 0x1f && second === 0x8b;
  const plain = isPacked ? new Response(content.stream().pipeThrough(new DecompressionStream('gzip'))) : content;
  return new Uint8Array(await plain.arrayBuffer());
}
