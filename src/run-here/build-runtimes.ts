/** Makes the folders of runtimes that a site publishes: the worker as one script, the big files packed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { build, type Plugin, type Rolldown } from 'vite';
import type { RuntimeName, RuntimeSource } from '../runtimes/runtime.ts';
import type { RuntimeFolder } from '../curriculum/runs/runs.ts';

export interface BuiltRuntime extends RuntimeFolder {
  /** Where each file of the folder is on the disk, by its name. */
  on: Record<string, string>;
}

/**
 * @param folder absolute path of a folder for what is made; a file that is there is not made again
 * @returns by the name of the runtime
 */
export async function buildRuntimes(
  sources: readonly RuntimeSource[],
  folder: string,
): Promise<Partial<Record<RuntimeName, BuiltRuntime>>> {
  const built = await Promise.all(sources.map(async (source) => [source.name, await one(source, folder)] as const));
  return Object.fromEntries(built);
}

async function one(
  { name, version, worker, files, packages, notices }: RuntimeSource,
  folder: string,
): Promise<BuiltRuntime> {
  const own = path.join(folder, `${name}-${version}`);
  mkdirSync(own, { recursive: true });
  const packed = await Promise.all(
    Object.entries(files).map(async ([file, absolute]) => {
      const to = path.join(own, file);
      const { mtimeMs } = statSync(absolute);
      const made = statSync(to, { throwIfNoEntry: false });
      if (!made || made.mtimeMs < mtimeMs) {
        const content = readFileSync(absolute);
        put(to, file.endsWith('.gz') ? content : await promisify(gzip)(content, { level: 9 }));
      }
      return [file, to] as const;
    }),
  );
  const script = await bundled(worker);
  const hash = createHash('sha256').update(script).digest('hex').slice(0, 8);
  const workerName = `worker.${hash}.js`;
  put(path.join(own, workerName), Buffer.from(script));
  put(path.join(own, licenseFile), Buffer.from([...packages.map(licenseOf), ...notices, ''].join('\n')));
  const sizes = Object.fromEntries(packed.map(([file, on]) => [file, statSync(on).size]));
  const scriptSize = (await promisify(gzip)(script)).length;
  return {
    folder: `runtimes/${name}-${version}/`,
    worker: workerName,
    sizes,
    bytes: Object.values(sizes).reduce((sum, size) => sum + size, scriptSize),
    on: Object.fromEntries([...packed, ...[workerName, licenseFile].map((file) => [file, path.join(own, file)])]),
  };
}

/** Stands beside the files of a runtime, and is loaded by nobody who runs code. */
const licenseFile = 'LICENSE.txt';

/** Name, version, source and license of a package, with the text of the license where the package has it. */
function licenseOf(name: string): string {
  const folder = packageFolder(name);
  const { version, license, repository } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    version: string;
    license: string;
    repository?: string | { url: string };
  };
  const source = typeof repository === 'string' ? repository : repository?.url;
  const text = path.join(folder, 'LICENSE');
  return [
    `${name} ${version}: ${license}, ${source ?? `https://www.npmjs.com/package/${name}`}`,
    ...(existsSync(text) ? ['', readFileSync(text, 'utf8').trim(), ''] : []),
  ].join('\n');
}

/** Absolute path of a package, whatever of it may be imported. */
function packageFolder(name: string): string {
  const paths = createRequire(import.meta.url).resolve.paths(name) ?? [];
  return paths.map((one) => path.join(one, name)).find((one) => existsSync(path.join(one, 'package.json')))!;
}

/** Two builds may write the same file: each puts a whole one in its place. */
function put(file: string, content: Buffer): void {
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, content);
  renameSync(beside, file);
}

/** A worker with everything it imports, as one module. */
async function bundled(entry: string): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    // What a package asks of Node is not there in a browser, and is not reached.
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [withoutOwnAddress],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['es'], fileName: 'worker' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput[];
  return built[0]!.output[0].code;
}

/**
 * A package that looks for its files beside itself would have them put into the script as text; ours are loaded by
 * runtime-files.ts and handed to it.
 */
const withoutOwnAddress: Plugin = {
  name: 'without-own-address',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('/node_modules/') && code.includes('import.meta.url')
      ? { code: code.replaceAll('import.meta.url', 'self.location.href'), map: null }
      : undefined,
};
