/** Files of HTTP requests: each request has a request line, headers, an empty line and, for JSON, a body that parses. */
import { checkEach, SampleFault, type Kind } from '../check.ts';

const requestLine = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) +\S+( HTTP\/(1\.1|2|3))?$/;
const statusLine = /^HTTP\/\S+ \d{3}/;

export const http: Kind = {
  name: 'http',
  needs: 'npm',
  find: checkEach(
    'http',
    (file) => file.endsWith('.http'),
    async (file, folder) => {
      const faults = messages(folder.read(file)).flatMap(({ line, lines }) =>
        faultsOf(lines).map((fault) => `line ${line}: ${fault}`),
      );
      if (faults.length > 0) throw new SampleFault(faults.join('\n'));
      return ['own reader of request lines, headers and JSON bodies'];
    },
  ),
};

/** Cuts a file at `###` and where a response follows a request. */
function messages(text: string): { line: number; lines: string[] }[] {
  const found: { line: number; lines: string[] }[] = [];
  let current: string[] | undefined;
  text.split('\n').forEach((line, index) => {
    const starts = requestLine.test(line) || statusLine.test(line);
    if (line.startsWith('###')) current = undefined;
    else if (starts) found.push({ line: index + 1, lines: (current = [line]) });
    else if (current) current.push(line);
    else if (line.trim() && !/^(#|\/\/|@)/.test(line)) found.push({ line: index + 1, lines: (current = [line]) });
  });
  return found;
}

function faultsOf(lines: string[]): string[] {
  const [first, ...rest] = lines.filter((line) => !/^#/.test(line));
  const faults: string[] = [];
  if (!requestLine.test(first!) && !statusLine.test(first!)) faults.push(`\`${first}\` is no request line`);
  const empty = rest.findIndex((line) => line.trim() === '');
  const headers = (empty < 0 ? rest : rest.slice(0, empty)).filter((line) => !/^\s+[?&]/.test(line));
  for (const header of headers) if (!/^[\w-]+:\s?.*$/.test(header)) faults.push(`\`${header}\` is no header`);
  const isJson = headers.some((header) => /^content-type:.*json/i.test(header));
  const body =
    empty < 0
      ? ''
      : rest
          .slice(empty + 1)
          .join('\n')
          .trim();
  if (isJson && body) {
    try {
      JSON.parse(body);
    } catch (error) {
      faults.push(`the body is no JSON: ${String(error)}`);
    }
  }
  return faults;
}
