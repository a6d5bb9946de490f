/** Lets one build of a repository run at a time: two would write the same files. */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Waits until no other build of the repository is under way, and holds the others up until this process ends. However
 * a process ends, the system closes its socket, so that nothing stale is left to wait for.
 *
 * @param repository absolute path
 * @param say tells the person at the terminal that there is another one
 */
export async function onlyBuild(repository: string, say: (message: string) => void): Promise<void> {
  const address = addressOf(repository);
  let told = false;
  while (!(await listening(address))) {
    if (!told) say('Another build of this roadmap is running; this one starts when it has ended.');
    told = true;
    // A file that a killed build has left: nobody answers.
    if (!(await endOfOther(address)) && path.isAbsolute(address)) rmSync(address, { force: true });
  }
}

/** A name that only processes know, where the system has such; else a file for the socket. */
function addressOf(repository: string): string {
  const name = `roadmap-build-${createHash('sha256').update(path.resolve(repository)).digest('hex').slice(0, 16)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : path.join(tmpdir(), `${name}.sock`);
}

/** Takes the address; false when another process has it. */
function listening(address: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => void socket.unref().on('error', () => {}));
    server.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    // The address is kept as long as the process lives, and does not keep it alive.
    server.listen(address, () => resolve(true)).unref();
  });
}

/** Waits for the end of the process that has the address; false when there is none. */
function endOfOther(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    let met = false;
    const socket = connect(address, () => (met = true));
    socket.on('error', () => {}).on('close', () => resolve(met));
  });
}
