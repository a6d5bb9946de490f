/** Serves a built site from this machine, as a plain static host would. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';

export interface RunningSite {
  /** Address without the base path and without a slash at the end. */
  origin: string;
  server: Server;
}

/** The page for an unknown address: that of the first folder of the address, which may be a language, or of the site. */
function missingPage(folder: string, address: string): string {
  const [, first = ''] = address.split(/[/?#]/);
  const own = path.join(folder, /^[\w-]+$/.test(first) ? first : '', '404.html');
  return existsSync(own) ? own : path.join(folder, '404.html');
}

/**
 * @param folder the built site
 * @param base base path the site was built for
 * @param port port to try first; the next free one is taken when it is in use, and any free one for 0
 */
export function serveSite(folder: string, base: string, port: number): Promise<RunningSite> {
  const files = sirv(folder, { dev: true });
  const prefix = base.replace(/\/$/, '');
  const server = createServer((request, response) => {
    const notFound = () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(readFileSync(missingPage(folder, request.url ?? '/')));
    };
    if (!request.url?.startsWith(`${prefix}/`)) return notFound();
    request.url = request.url.slice(prefix.length);
    files(request, response, notFound);
  });
  return new Promise((resolve, reject) => {
    let wanted = port;
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return reject(error);
      wanted += 1;
      server.listen(wanted);
    });
    server.on('listening', () => {
      const { port: actual } = server.address() as { port: number };
      resolve({ origin: `http://localhost:${actual}`, server });
    });
    server.listen(wanted);
  });
}
