/** HTTP messages as text on the wire (RFC 9112). */

export interface HttpRequest {
  method: string;
  /** With the query: `/api/products?size=2` */
  target: string;
  /** In the order they came. */
  headers: [name: string, value: string][];
  body: string;
}

export interface HttpResponse {
  status: number;
  headers: [name: string, value: string][];
  body: string;
}

/** Why a text is no request; `line` counts from 1. */
export interface WireFault {
  line: number;
  fault: 'first' | 'header' | 'space';
  text: string;
}

const token = /^[!#$%&'*+.^_`|~\w-]+$/;

/**
 * Reads a request as a person writes it, and adds what a client adds: `HTTP/1.1`, `Host`, `Content-Length`.
 *
 * @param host name for requests that give none
 */
export function readRequest(text: string, host: string): HttpRequest | WireFault {
  const lines = text
    .replace(/^\s*\n/, '')
    .replaceAll('\r\n', '\n')
    .split('\n');
  const skipped = text.replaceAll('\r\n', '\n').split('\n').length - lines.length;
  const [, method, address] = /^([A-Za-z]+)[ \t]+(\S+)(?:[ \t]+HTTP\/\d(?:\.\d)?)?[ \t]*$/.exec(lines[0] ?? '') ?? [];
  const split = /^(?:https?:\/\/([^/?#]+))?((?:\/|\*)[^#]*)?$/.exec(address ?? '');
  if (!method || !split || address === '') return { line: skipped + 1, fault: 'first', text: (lines[0] ?? '').trim() };
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === '');
  const headers: HttpRequest['headers'] = [];
  for (const [index, line] of lines.slice(1, end < 0 ? undefined : end).entries()) {
    const at = line.indexOf(':');
    const name = line.slice(0, at);
    const place = { line: skipped + index + 2, text: line.trim() };
    if (at > 0 && /\s$/.test(name)) return { ...place, fault: 'space' };
    if (at < 1 || !token.test(name)) return { ...place, fault: 'header' };
    headers.push([name, line.slice(at + 1).trim()]);
  }
  const body =
    end < 0
      ? ''
      : lines
          .slice(end + 1)
          .join('\n')
          .replace(/\n+$/, '');
  const has = (name: string) => headers.some(([one]) => one.toLowerCase() === name);
  if (!has('host')) headers.unshift(['Host', split[1] ?? host]);
  if (body !== '' && !has('content-length')) headers.push(['Content-Length', String(bytesOf(body))]);
  return { method: method.toUpperCase(), target: split[2] ?? '/', headers, body };
}

export const isFault = (read: HttpRequest | WireFault): read is WireFault => 'fault' in read;

/** Names of requests in a text, and the requests: each but the first begins with a line `### Name`. */
export function namedRequests(text: string): { name: string; text: string; line: number }[] {
  const found: { name: string; lines: string[]; line: number }[] = [];
  for (const [index, line] of text.replaceAll('\r\n', '\n').split('\n').entries()) {
    const mark = /^###\s*(.*)$/.exec(line);
    if (mark) found.push({ name: mark[1]!.trim(), lines: [], line: index + 2 });
    else {
      if (found.length === 0) found.push({ name: '', lines: [], line: index + 1 });
      found.at(-1)!.lines.push(line);
    }
  }
  return found
    .map(({ name, lines, line }) => ({ name, text: lines.join('\n').trim(), line }))
    .filter(({ text: own }) => own !== '');
}

export const headerOf = ({ headers }: { headers: HttpRequest['headers'] }, name: string): string | undefined =>
  headers.find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1];

export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

const headersText = (headers: HttpRequest['headers']) => headers.map(([name, value]) => `${name}: ${value}\n`).join('');

export const requestText = ({ method, target, headers, body }: HttpRequest): string =>
  `${method} ${target} HTTP/1.1\n${headersText(headers)}${body === '' ? '' : `\n${body}`}`.trimEnd();

export const responseText = ({ status, headers, body }: HttpResponse): string =>
  `HTTP/1.1 ${status} ${reasons[status] ?? ''}`.trimEnd() +
  `\n${headersText(headers)}${body === '' ? '' : `\n${body}`}`.trimEnd();

/** https://www.iana.org/assignments/http-status-codes, those that the model answers. */
export const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  304: 'Not Modified',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  412: 'Precondition Failed',
  415: 'Unsupported Media Type',
  421: 'Misdirected Request',
  422: 'Unprocessable Content',
  428: 'Precondition Required',
  429: 'Too Many Requests',
};
