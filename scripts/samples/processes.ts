/** Runs programs for checks. */
import { spawn } from 'node:child_process';
import { SampleFault } from './check.ts';

export interface Run {
  in: string;
  environment?: Record<string, string>;
  /** Seconds until it is ended; 300 without. */
  seconds?: number;
  /** Exit status that is right, or all that are; 0 without. */
  exit?: number | readonly number[] | undefined;
}

/**
 * Runs a program in a process group of its own, which ends with it.
 *
 * @returns what it printed, both streams as they came
 * @throws SampleFault when it ends otherwise than expected, with the last lines it printed
 */
export async function run(program: string, words: readonly string[], options: Run): Promise<string> {
  const { output, status } = await start(program, words, options);
  if (status === undefined || ![options.exit ?? 0].flat().includes(status)) {
    const reason = status === undefined ? `did not end in ${options.seconds ?? 300} s` : `ended with ${status}`;
    throw new SampleFault(`\`${[program, ...words].join(' ')}\` ${reason}:\n${tail(output)}`);
  }
  return output;
}

function start(program: string, words: readonly string[], options: Run): Promise<{ output: string; status?: number }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      cwd: options.in,
      env: { ...process.env, LC_ALL: 'C.UTF-8', NO_COLOR: '1', FORCE_COLOR: undefined, ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let output = '';
    let ended: number | undefined;
    let late = false;
    const collect = (chunk: Buffer) => void (output = (output + chunk.toString()).slice(-5_000_000));
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const endGroup = () => {
      try {
        process.kill(-child.pid!, 'SIGKILL');
      } catch {
        // Everything in it has ended already.
      }
    };
    const clock = setTimeout(() => ((late = true), endGroup()), (options.seconds ?? 300) * 1000);
    child.on('error', (error) => (clearTimeout(clock), reject(new SampleFault(`\`${program}\`: ${error.message}`))));
    child.on('exit', (code, signal) => {
      ended = code ?? (signal ? 128 : 1);
      // A process it left behind would hold the streams open.
      setTimeout(endGroup, 200);
    });
    child.on('close', () => {
      clearTimeout(clock);
      resolve({ output, status: late ? undefined : ended });
    });
  });
}

const tail = (output: string) =>
  output
    .trimEnd()
    .split('\n')
    .slice(-40)
    .map((line) => `    ${line.slice(0, 300)}`)
    .join('\n');
