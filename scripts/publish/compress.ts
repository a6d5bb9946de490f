/** Writes compressed forms beside the texts of a built site, for servers that hand them out as they are. */
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

/** Pictures, fonts and the index of the search are compressed already. */
const texts = '**/*.{html,css,js,json,svg,xml,txt,md,webmanifest,wasm}';
/** Below it the headers of an answer outweigh what is saved. */
const leastBytes = 1000;

const ways = { br: promisify(brotliCompress), gz: promisify(gzip) };

/** Makes `name.br` and `name.gz`. @returns of how many files */
export async function compressFiles(folder: string): Promise<number> {
  const files = globSync(texts, { cwd: folder })
    .map((file) => path.join(folder, file))
    .filter((file) => statSync(file).size >= leastBytes);
  for (const file of files) {
    const content = readFileSync(file);
    await Promise.all(
      Object.entries(ways).map(async ([end, compress]) => writeFileSync(`${file}.${end}`, await compress(content))),
    );
  }
  return files.length;
}
