/** The part of psql that samples use, over PGlite: prints what psql prints, so one recorded output serves both. */
import type { PGlite } from '@electric-sql/pglite';
import type { ResultTable } from '../runtime.ts';
import { printTable, type Field } from './psql-table.ts';
import { pieces, type Piece } from './psql-pieces.ts';

/** An error that a statement ended with. */
export interface SqlError {
  message: string;
  /** SQLSTATE */
  code?: string;
  /** Where in the script, in characters from 0. */
  at?: number;
  /** Where the output says it, in characters from 0. */
  from: number;
  /** What PostgreSQL adds: detail, hint, where. */
  details: string[];
}

/** What a script has printed and how it ended. */
export interface ScriptResult {
  output: string;
  tables: ResultTable[];
  /** Absent where the script came to its end; errors after `\set ON_ERROR_STOP off` end nothing. */
  error?: SqlError;
  isCut: boolean;
}

type Database = Pick<PGlite, 'execProtocol'>;

/** One psql: its variables and settings last from script to script. */
export class Psql {
  private stop = true;
  private quiet = false;
  private terse = false;
  private tuplesOnly = false;
  private aligned = true;
  private footer = true;
  /** Output goes to a file, which is not made; `/dev/null` is silence. */
  private silent = false;
  private variables = new Map<string, string>();
  private printed: string[] = [];
  private length = 0;
  private tables: ResultTable[] = [];
  private isCut = false;
  private readonly database: Database;
  private readonly read: (file: string) => string;
  private readonly most: number;

  /**
   * @param read gives the text of a script that another one includes by `\ir`
   * @param most most characters of output that are kept of a script
   */
  constructor(database: Database, read: (file: string) => string, most = Infinity) {
    this.database = database;
    this.read = read;
    this.most = most;
  }

  /**
   * Runs a script.
   *
   * @param name what messages call it, `psql:joins.sql:3: ERROR:  …`; empty for messages without that
   */
  async run(text: string, name: string): Promise<ScriptResult> {
    [this.printed, this.tables, this.length, this.isCut] = [[], [], 0, false];
    const error = await this.script(text, name);
    const output = this.printed.join('\n');
    return { output, tables: this.tables, isCut: this.isCut, ...(error && { error }) };
  }

  private async script(text: string, name: string): Promise<SqlError | undefined> {
    for (const piece of pieces(text)) {
      const error = piece.text.startsWith('\\')
        ? await this.command(piece.text, name)
        : await this.statement(piece, name);
      if (error && this.stop) return error;
    }
    return undefined;
  }

  private async command(line: string, name: string): Promise<SqlError | undefined> {
    const [command = '', ...words] = line.slice(1).trim().split(/\s+/);
    const [first = '', second] = words.map((word) => word.replace(/^'(.*)'$/, '$1'));
    const isOn = (value = 'on') => !/^(off|0|false)$/.test(value);
    switch (command) {
      case 'echo':
      case 'qecho':
        this.print(
          line
            .slice(1 + command.length)
            .trim()
            .replace(/^'(.*)'$/, '$1'),
        );
        return undefined;
      case 'ir':
        return this.script(this.read(besides(name, first)), besides(name, first));
      case 'set':
        if (first === 'ON_ERROR_STOP') this.stop = isOn(second);
        else if (first === 'QUIET') this.quiet = isOn(second);
        else if (first === 'VERBOSITY') this.terse = second === 'terse';
        else this.variables.set(first, second ?? '');
        return undefined;
      case 'pset':
        if (/^t(uples_only)?$/.test(first)) this.tuplesOnly = isOn(second);
        if (first === 'footer') this.footer = isOn(second);
        if (first === 'format') this.aligned = second !== 'unaligned';
        return undefined;
      case 'o':
        this.silent = first === '/dev/null';
        return undefined;
      default: {
        const message = `psql here has no command \\${command}`;
        const from = this.length;
        this.print(`${placeOf(name)}ERROR:  ${message}`);
        return { message, from, details: [] };
      }
    }
  }

  private async statement(piece: Piece, name: string): Promise<SqlError | undefined> {
    const text = this.filled(piece.text);
    const messages = await this.send(text);
    if (typeof messages === 'string') {
      const from = this.length;
      this.print(`${placeOf(name, piece.line)}ERROR:  ${messages}`);
      return { message: messages, from, details: [] };
    }
    const silent = this.silent;
    if (piece.then && piece.then !== 'g') this.silent = true;
    const { error, fields, rows } = this.tell(messages, placeOf(name, piece.line), text, piece.then);
    this.silent = silent;
    if (error) return { ...error, ...(error.at !== undefined && { at: piece.at + error.at }) };
    if (piece.then === 'gset')
      fields.forEach((field, column) => this.variables.set(field.name, rows[0]?.[column] ?? ''));
    if (piece.then === 'gexec')
      for (const one of rows.flat()) {
        const failed = await this.statement({ text: one ?? '', line: piece.line, at: piece.at }, name);
        if (failed && this.stop) return failed;
      }
    return undefined;
  }

  private async send(text: string): Promise<readonly Message[] | string> {
    try {
      const { messages } = await this.database.execProtocol(query(text), { throwOnError: false, onNotice: () => {} });
      return messages as unknown as Message[];
    } catch (error) {
      return (error as Error).message;
    }
  }

  /** Prints what the database answered. @returns the last result, and the error where there was one */
  private tell(messages: readonly Message[], place: string, text: string, then?: Piece['then']) {
    let fields: Field[] | undefined;
    let [last, rows]: [Field[], (string | null)[][]] = [[], []];
    let error: SqlError | undefined;
    for (const message of messages) {
      if (message.name === 'notification')
        this.print(
          `Asynchronous notification "${message.channel}" with payload "${message.payload}" received from server process with PID ${message.processId}.`,
        );
      else if (message.name === 'rowDescription') [fields, last, rows] = [message.fields!, message.fields!, []];
      else if (message.name === 'dataRow') rows.push(message.fields as unknown as (string | null)[]);
      else if (message.name === 'notice' || message.name === 'error') {
        if (message.name === 'error')
          error ??= {
            message: message.message!,
            from: this.length,
            details: details(message, '').filter((one) => !/^(?:LINE \d|\s*\^$)/.test(one)),
            ...(message.code && { code: message.code }),
            ...(message.position && { at: Number(message.position) - 1 }),
          };
        const silent = this.silent;
        if (message.name === 'error') this.silent = false;
        this.print(`${place}${message.severity}:  ${message.message}`);
        if (!this.terse)
          for (const one of details(message, text)) if (error || !one.startsWith('CONTEXT')) this.print(one);
        this.silent = silent;
      } else if (message.name === 'commandComplete') {
        if (fields) this.printResult(fields, rows);
        // psql prints the tag of a query only where it returns no rows, and of INSERT … RETURNING after them.
        if (!this.quiet && (then === 'gset' || !(fields && /^(SELECT|EXPLAIN|SHOW|FETCH)/.test(message.text!)))) {
          const silent = this.silent;
          if (then === 'gset') this.silent = /^SELECT/.test(message.text!);
          this.print(message.text!);
          this.silent = silent;
        }
        fields = undefined;
      }
    }
    return { fields: last, rows, error };
  }

  private printResult(fields: readonly Field[], rows: (string | null)[][]): void {
    if (this.silent) return;
    const from = this.length;
    const { tuplesOnly, aligned, footer } = this;
    const [lines, numbers] = printTable(fields, rows, { tuplesOnly, aligned, footer });
    this.print(...lines);
    const columns = fields.map((field) => field.name);
    // The lines of a plan are a text.
    if (tuplesOnly || columns[0] === 'QUERY PLAN' || this.isCut) return;
    this.tables.push({ from, to: this.length, columns, rows: rows.slice(0, mostRows), count: rows.length, numbers });
  }

  private print(...lines: string[]): void {
    if (this.silent) return;
    for (const line of lines) {
      if (this.length + line.length > this.most) {
        this.isCut = true;
        return;
      }
      this.printed.push(line);
      this.length += line.length + 1;
    }
  }

  /** Puts variables in, as `:name` and `:'name'`; not where the colon belongs to a cast or stands in quotes. */
  private filled(text: string): string {
    if (this.variables.size === 0) return text;
    return text.replace(
      /'(?:[^']|'')*'|"[^"]*"|--[^\n]*|::|:'(\w+)'|:(\w+)/g,
      (all, quoted?: string, plain?: string) => {
        const value = this.variables.get(quoted ?? plain ?? '');
        if (value === undefined) return all;
        return quoted === undefined ? value : `'${value.replaceAll("'", "''")}'`;
      },
    );
  }
}

/** Most rows of a table that are handed on. */
const mostRows = 500;

interface Message {
  name: string;
  fields?: Field[];
  text?: string;
  severity?: string;
  message?: string;
  code?: string;
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

/** The message of the simple query protocol. */
function query(text: string): Uint8Array {
  const body = new TextEncoder().encode(`${text}\0`);
  const message = new Uint8Array(body.length + 5);
  message[0] = 'Q'.charCodeAt(0);
  new DataView(message.buffer).setInt32(1, body.length + 4);
  message.set(body, 5);
  return message;
}

/** What stands before messages: `psql:joins.sql:3: `; nothing where the script has no name. */
const placeOf = (file: string, line?: number) =>
  file && `psql:${file.slice(file.lastIndexOf('/') + 1)}:${line === undefined ? '' : `${line}:`} `;

/** Path of a file that another one names: `shop/a.sql`, `../b.sql` → `b.sql` */
export function besides(file: string, name: string): string {
  const steps = file.split('/').slice(0, -1);
  for (const step of name.split('/'))
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else if (step !== '.') steps.push(step);
  return steps.join('/');
}
