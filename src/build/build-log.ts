/** What a build says: what its steps did and every warning that is the author’s, in lines that can be counted. */
import { stripVTControlCharacters } from 'node:util';
import type { AstroLoggerDestination, AstroLoggerMessage } from 'astro';
import nodeLog from 'astro/logger/node';

/** Warnings that nobody can act on: each names one kind, and says why it is there. */
const known: readonly { label: string; message: RegExp }[] = [
  // Astro marks the modules of pages so, and its bundler does not know the mark: one warning a page.
  { label: 'vite', message: /^\[MODULE_LEVEL_DIRECTIVE\].*"use astro:head-inject"/ },
];

/** What Astro tells of its own stages; each file it writes is a line. */
const stages = /^(?:build|content|types|vite|router|assets|SKIP_FORMAT|@astrojs\/.*)$/;

/**
 * Says whether a person at the terminal needs a line.
 *
 * @param message without colours
 * @param building whether it is a line of a build, and not of `npm run dev`
 */
export function isTold(
  { label, level, message }: Pick<AstroLoggerMessage, 'label' | 'level' | 'message'>,
  building: boolean,
): boolean {
  if (level === 'warn') return !known.some((one) => one.label === label && one.message.test(message));
  if (level !== 'info' || !building) return true;
  return (label !== null && !stages.test(label)) || /page\(s\) built in/.test(message);
}

/** The destination of Astro’s log: its own, without what nobody needs, and without colours where it goes to a file. */
export default function buildLog(): AstroLoggerDestination {
  const log = nodeLog();
  const building = process.argv.includes('build');
  return {
    write(line) {
      const plain = stripVTControlCharacters(line.message);
      if (!isTold({ ...line, message: plain }, building)) return;
      const stream = line.level === 'error' ? process.stderr : process.stdout;
      log.write(stream.isTTY ? line : { ...line, message: plain });
    },
  };
}
