/** The part of psql that samples use, on PGlite: prints what psql prints, so one expected output serves both. */
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';

const commands = /^\\(ir|echo|set)\b/;

/** Whether a script, with what it includes, uses only commands that are known here. */
export function isSmall(file: string, read: (file: string) => string): boolean {
  const text = read(file);
  return text.split('\n').every((line) => {
    const included = /^\\ir (\S+)/.exec(line)?.[1];
    if (included) return isSmall(path.join(path.dirname(file), included), read);
    return line.startsWith('\\')
      ? commands.test(line) && !/VERBOSITY verbose/.test(line)
      : !/\\(g|gset|watch|!)/.test(line);
  });
}

/** One statement or psql command of a script, with the line it ends on. */
interface Piece {
  text: string;
  line: number;
}

/**
 * Runs a script in a new database.
 *
 * @param before scripts that run first and print nothing
 * @param read reads a file by its path relative to the sample folder
 * @returns what psql would print, and the version of PostgreSQL
 */
export async function runSql(file: string, before: readonly string[], read: (file: string) => string) {
  const database = await PGlite.create({ extensions: { pg_trgm } });
  try {
    const version = (await database.query<{ v: string }>("SELECT split_part(version(), ' ', 2) AS v")).rows[0]!.v;
    const session = new Session(database, read);
    for (const one of before) await session.script(one);
    session.printed = [];
    const completed = await session.script(file);
    return { output: session.printed.join('\n'), completed, version };
  } finally {
    await database.close();
  }
}

class Session {
  printed: string[] = [];
  private stop = true;
  private quiet = false;
  private terse = false;
  private readonly database: PGlite;
  private readonly read: (file: string) => string;

  constructor(database: PGlite, read: (file: string) => string) {
    this.database = database;
    this.read = read;
  }

  /** Runs a script. @returns false when an error ended it */
  async script(file: string): Promise<boolean> {
    for (const piece of pieces(this.read(file))) {
      const done = piece.text.startsWith('\\')
        ? await this.command(piece.text, file)
        : await this.statement(piece, file);
      if (!done) return false;
    }
    return true;
  }

  private async command(line: string, file: string): Promise<boolean> {
    const [name, ...words] = line.slice(1).split(/\s+/);
    if (name === 'echo') this.printed.push(words.join(' '));
    if (name === 'ir') return this.script(path.join(path.dirname(file), words[0]!));
    if (name === 'set') {
      const [variable, value] = words;
      if (variable === 'ON_ERROR_STOP') this.stop = !/^(off|0)$/.test(value ?? 'on');
      if (variable === 'QUIET') this.quiet = !/^(off|0)$/.test(value ?? 'on');
      if (variable === 'VERBOSITY') this.terse = value === 'terse';
    }
    return true;
  }

  private async statement({ text, line }: Piece, file: string): Promise<boolean> {
    try {
      const results = await this.database.execProtocol(query(text), { throwOnError: false, onNotice: () => {} });
      const fault = this.print(results.messages as unknown as Message[], path.basename(file), line, text);
      return !(fault && this.stop);
    } catch (error) {
      this.printed.push(`psql:${path.basename(file)}:${line}: ERROR:  ${(error as Error).message}`);
      return !this.stop;
    }
  }

  private print(messages: readonly Message[], file: string, line: number, text: string): boolean {
    let fields: Field[] | undefined;
    let rows: (string | null)[][] = [];
    let fault = false;
    for (const message of messages) {
      if (message.name === 'notification')
        this.printed.push(
          `Asynchronous notification "${message.channel}" with payload "${message.payload}" received from server process with PID ${message.processId}.`,
        );
      else if (message.name === 'rowDescription') [fields, rows] = [message.fields!, []];
      else if (message.name === 'dataRow') rows.push(message.fields as unknown as (string | null)[]);
      else if (message.name === 'notice' || message.name === 'error') {
        fault ||= message.name === 'error';
        this.printed.push(`psql:${file}:${line}: ${message.severity}:  ${message.message}`);
        if (!this.terse)
          this.printed.push(...details(message, text).filter((one) => fault || !one.startsWith('CONTEXT')));
      } else if (message.name === 'commandComplete') {
        if (fields) this.printed.push(...table(fields, rows));
        // psql prints the tag of a query only where it returns no rows, and of INSERT … RETURNING after them.
        if (!this.quiet && !(fields && /^(SELECT|EXPLAIN|SHOW|FETCH)/.test(message.text!)))
          this.printed.push(message.text!);
        fields = undefined;
      }
    }
    return fault;
  }
}

interface Field {
  name: string;
  dataTypeID: number;
}
interface Message {
  name: string;
  fields?: Field[];
  text?: string;
  severity?: string;
  message?: string;
  detail?: string;
  hint?: string;
  where?: string;
  position?: string;
  channel?: string;
  payload?: string;
  processId?: number;
}

function details({ detail, hint, where, position }: Message, text: string): string[] {
  const lines: string[] = [];
  if (position) {
    const before = text.slice(0, Number(position) - 1).split('\n');
    const at = `LINE ${before.length}: `;
    lines.push(`${at}${text.split('\n')[before.length - 1]}`, `${' '.repeat(at.length + before.at(-1)!.length)}^`);
  }
  if (detail) lines.push(`DETAIL:  ${detail}`);
  if (hint) lines.push(`HINT:  ${hint}`);
  if (where) lines.push(...`CONTEXT:  ${where}`.split('\n'));
  return lines;
}

/** Type numbers of columns that psql sets to the right. */
const rightAligned = new Set([20, 21, 23, 26, 28, 700, 701, 790, 1700]);

/** The table that psql prints in its usual format. */
function table(fields: readonly Field[], rows: readonly (string | null)[][]): string[] {
  const cells = rows.map((row) => row.map((value) => (value ?? '').split('\n')));
  const widths = fields.map((field, column) =>
    Math.max(wide(field.name), ...cells.flatMap((row) => row[column]!.map(wide))),
  );
  const center = (text: string, width: number) => {
    const space = width - wide(text);
    return ' '.repeat(Math.floor(space / 2)) + text + ' '.repeat(Math.ceil(space / 2));
  };
  const lines = [
    fields
      .map((field, column) => ` ${center(field.name, widths[column]!)} `)
      .join('|')
      .trimEnd(),
    widths.map((width) => '-'.repeat(width + 2)).join('+'),
  ];
  for (const row of cells) {
    const height = Math.max(1, ...row.map((cell) => cell.length));
    for (let at = 0; at < height; at += 1)
      lines.push(
        row
          .map((cell, column) => {
            const text = cell[at] ?? '';
            const space = ' '.repeat(widths[column]! - wide(text));
            const more = at < cell.length - 1 ? '+' : ' ';
            return ` ${rightAligned.has(fields[column]!.dataTypeID) ? space + text : text + space}${more}`;
          })
          .join('|')
          .trimEnd(),
      );
  }
  return [...lines, `(${rows.length} ${rows.length === 1 ? 'row' : 'rows'})`, ''];
}

const wide = (text: string) => [...text].length;

/** The message of the simple query protocol. */
function query(text: string): Uint8Array {
  const body = new TextEncoder().encode(`${text}\0`);
  const message = new Uint8Array(body.length + 5);
  message[0] = 'Q'.charCodeAt(0);
  new DataView(message.buffer).setInt32(1, body.length + 4);
  message.set(body, 5);
  return message;
}

/** Cuts a script into statements and psql commands; a semicolon inside quotes, dollar quotes or comments ends nothing. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let start = 0;
  let at = 0;
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  const rest = () => text.slice(start, at);
  while (at < text.length) {
    const here = text.slice(at);
    const skipped = /^(?:--[^\n]*|\/\*[^]*?\*\/|'(?:[^']|'')*'|"[^"]*"|\$(\w*)\$[^]*?\$\1\$)/.exec(here)?.[0];
    if (skipped) {
      at += skipped.length;
      if (skipped.startsWith('--') && onlyComments(rest())) start = at;
    } else if (here.startsWith('\\') && onlyComments(rest())) {
      const line = here.split('\n')[0]!;
      found.push({ text: line.trim(), line: lineOf(at) });
      start = at += line.length;
    } else if (here.startsWith(';')) {
      at += 1;
      found.push({ text: withoutLeadingComments(rest()), line: lineOf(at) });
      start = at;
    } else at += 1;
  }
  return found;
}

const withoutLeadingComments = (text: string) => text.replace(/^(?:\s+|--[^\n]*\n)+/, '');
const onlyComments = (text: string) => withoutLeadingComments(`${text}\n`) === '';
