/** Where `npm start` listens, from its words and `PORT`, and what it says about that. */
import { networkInterfaces } from 'node:os';
import { parseArgs } from 'node:util';

export interface StartOptions {
  port: number;
  host: string;
}

const usualPort = 4321;

/** @returns the options, or what is wrong with them in a sentence */
export function startOptions(words: readonly string[], portGiven: string | undefined): StartOptions | string {
  let host: string | undefined;
  try {
    host = parseArgs({ args: [...words], options: { host: { type: 'string' } } }).values.host;
  } catch {
    return 'npm start takes one option: `npm start -- --host 0.0.0.0` lets other devices of the network ask too.';
  }
  const port = portGiven === undefined || portGiven === '' ? usualPort : Number(portGiven);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return `PORT=${portGiven} is no port. Give a whole number from 1024 to 65535, such as PORT=8080, or none for ${usualPort}.`;
  return { port, host: host ?? '127.0.0.1' };
}

/** Says why a server could not begin, or undefined where the reason is unknown. */
export function whyNot({ code }: NodeJS.ErrnoException, { port, host }: StartOptions): string | undefined {
  if (code === 'EACCES')
    return `Port ${port} is reserved for programs with the rights of an administrator. Choose one from 1024 on, such as PORT=8080.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine has no address ${host}. \`--host 0.0.0.0\` listens at all it has.`;
  if (code === 'EADDRINUSE') return `Every port from ${port} on is taken. Choose another with PORT=8080.`;
  return undefined;
}

/** The lines that tell where the site is, and why there. @param base with a slash at the end */
export function whereItIs(origin: string, taken: readonly number[], base: string, { host }: StartOptions): string {
  const { port } = new URL(origin);
  const passed = taken.length > 1 ? `Ports ${taken[0]} to ${taken.at(-1)} are` : `Port ${taken[0]} is`;
  const others = Object.values(networkInterfaces())
    .flat()
    .filter((one) => one && one.family === 'IPv4' && !one.internal)
    .map((one) => `http://${one!.address}:${port}${base}`);
  return [
    ...(taken.length > 0 ? [`${passed} taken by another program, so the site is at ${port}.`] : []),
    `The roadmap is at ${origin}${base}`,
    host === '127.0.0.1'
      ? 'Only this machine can open it; `npm start -- --host 0.0.0.0` lets other devices of the network.'
      : `Other devices of the network can open it: ${others.join(', ') || host}`,
    'Press Ctrl+C to stop.',
  ].join('\n');
}
