/** Serves a built site from this machine, as a plain static host would. */
import { existsSync, readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import sirv from 'sirv';
import { typeOf } from '../offline/file-types.ts';
import { drawingPolicy, foreverHeader, freshHeader, isDrawing, securityHeaders } from '../security/headers.ts';
import { isOfRuntime, runtimePolicy } from '../runtimes/runtime-policy.ts';

export interface RunningSite {
  /** Address without the base path and without a slash at the end. */
  origin: string;
  /** Ports that other programs have and that were passed over. */
  taken: number[];
  server: Server;
}

/** The page for an unknown address: that of the first folder of the address, which may be a language, or of the site. */
function missingPage(folder: string, address: string): string {
  const [, first = ''] = address.split(/[/?#]/);
  const own = path.join(folder, /^[\w-]+$/.test(first) ? first : '', '404.html');
  return existsSync(own) ? own : path.join(folder, '404.html');
}

/** The file for an address; none for what is meant for hosts, for hidden files, and for links out of the folder. */
function fileFor(folder: string, address: string): { file: string; stats: Stats } | undefined {
  try {
    // Slashes in a row are one to the file system.
    const name = decodeURIComponent(address.split(/[?#]/)[0]!).replace(/[/\\]+/g, '/');
    if (/^\/_headers$/i.test(name) || /\/\.|\0/.test(name)) return undefined;
    const file = realpathSync(path.join(folder, name.endsWith('/') ? `${name}index.html` : name));
    const stats = statSync(file);
    return file.startsWith(folder + path.sep) ? { file, stats } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a part that is asked for is one of a file; sirv reads others beyond its ends. */
function isPart(range: string, size: number): boolean {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range) ?? [];
  return from !== undefined && Number(from) < size && (!to || Number(to) >= Number(from));
}

/** Ways to compress, the better first; fast enough to be done when a file is first asked for. */
const compressions = {
  br: (content: Buffer) => brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (content: Buffer) => gzipSync(content),
};

const isText = (file: string) => /^(?:text\/|application\/(?:json|manifest)|image\/svg)/.test(typeOf(file));

/**
 * @param folder the built site
 * @param base base path the site was built for
 * @param port port to try first; the next free one is taken when it is in use, and any free one for 0
 * @param host address to listen at; this machine alone can ask unless another one is given
 */
export function serveSite(folder: string, base: string, port: number, host = '127.0.0.1'): Promise<RunningSite> {
  const files = sirv(folder, { dev: true, etag: true });
  const prefix = base.replace(/\/$/, '');
  /** Compressed once; a file that is built again has another time. */
  const compressed = new Map<string, { time: number; content: Buffer }>();

  const sendCompressed = (
    way: keyof typeof compressions,
    request: IncomingMessage,
    response: ServerResponse,
    { file, stats }: { file: string; stats: Stats },
  ) => {
    const key = `${way} ${file}`;
    let kept = compressed.get(key);
    if (kept?.time !== stats.mtimeMs) {
      kept = { time: stats.mtimeMs, content: compressions[way](readFileSync(file)) };
      compressed.set(key, kept);
    }
    const etag = `W/"${stats.size}-${stats.mtimeMs}-${way}"`;
    response.setHeader('etag', etag);
    if (request.headers['if-none-match'] === etag) return response.writeHead(304).end();
    response.setHeader('content-type', typeOf(file));
    response.setHeader('content-encoding', way);
    response.setHeader('content-length', kept.content.length);
    return response.end(request.method === 'HEAD' ? undefined : kept.content);
  };

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    response.setHeader('cache-control', freshHeader);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return response.writeHead(405, { allow: 'GET, HEAD' }).end();
    const notFound = () => {
      const page = readFileSync(missingPage(folder, request.url ?? '/'));
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    };
    if (prefix && /^\/(?:\?|$)/.test(request.url ?? '/'))
      return response.writeHead(302, { location: `${prefix}/` }).end();
    if (!request.url?.startsWith(`${prefix}/`)) return notFound();
    request.url = request.url.slice(prefix.length);
    // Asked each time, because a build puts a new folder in the place of the old one.
    const found = existsSync(folder) ? fileFor(realpathSync(folder), request.url) : undefined;
    if (!found) return notFound();
    const { range } = request.headers;
    // The whole file answers instead, as a server may.
    if (range !== undefined && !isPart(range, found.stats.size)) delete request.headers.range;
    if (request.url.startsWith('/_astro/')) response.setHeader('cache-control', foreverHeader);
    if (isOfRuntime(request.url)) {
      response.setHeader('cache-control', foreverHeader);
      response.setHeader('content-security-policy', runtimePolicy);
    }
    if (isDrawing(found.file)) response.setHeader('content-security-policy', drawingPolicy);
    if (found.stats.isFile() && isText(found.file)) {
      response.setHeader('vary', 'accept-encoding');
      response.setHeader('content-type', typeOf(found.file));
      const accepted = String(request.headers['accept-encoding'] ?? '').split(/[\s,;]+/);
      const way = (['br', 'gzip'] as const).find((one) => accepted.includes(one));
      if (way && !request.headers.range) return sendCompressed(way, request, response, found);
    }
    return files(request, response, notFound);
  };
  // One request must not end the server for all: a file may go while it is read, as when the site is built anew.
  const server = createServer((request, response) => {
    response.on('pipe', (source) => source.on('error', () => response.destroy()));
    try {
      answer(request, response);
    } catch (error) {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(`This cannot be answered: ${(error as Error).message}\n`);
    }
  });
  return new Promise((resolve, reject) => {
    const taken: number[] = [];
    let wanted = port;
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' || wanted === 65_535) return reject(error);
      taken.push(wanted);
      wanted += 1;
      server.listen(wanted, host);
    });
    server.on('listening', () => {
      const { port: actual } = server.address() as { port: number };
      resolve({ origin: `http://localhost:${actual}`, taken, server });
    });
    server.listen(wanted, host);
  });
}
