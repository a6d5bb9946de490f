/** `npm run dev`: serves the site while one writes, and starts the server again when the roadmap has changed. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import type { StartAgain } from '../src/build/follow-content.ts';
import { repository } from '../src/repository/folders.ts';

serve(process.argv.slice(2));

/** @param words options of `astro dev` */
function serve(words: readonly string[]): void {
  let again: StartAgain | undefined;
  const server = spawn(process.execPath, [path.join(repository, 'scripts/astro.ts'), 'dev', ...words], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  server.on('message', (message: StartAgain) => void (again = message));
  const end = () => void server.kill();
  process.on('SIGTERM', end);
  // The terminal sends it to both; the server ends itself.
  const wait = () => undefined;
  process.on('SIGINT', wait);
  server.on('exit', (code) => {
    process.off('SIGTERM', end).off('SIGINT', wait);
    if (again) serve([...withoutPort(words), '--port', String(again.port)]);
    else process.exitCode = code ?? 1;
  });
}

/** Options without the port, which is the one that the server had. */
const withoutPort = (words: readonly string[]) =>
  words.filter((word, index) => !word.startsWith('--port') && words[index - 1] !== '--port');
