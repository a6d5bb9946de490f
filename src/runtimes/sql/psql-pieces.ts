/** Cuts SQL scripts into what psql does one after the other. */

/** One statement or psql command of a script. */
export interface Piece {
  text: string;
  /** Line it ends on, from 1. */
  line: number;
  /** Where it begins, in characters from 0. */
  at: number;
  /** What is done with the result, where the statement ends with a command instead of a semicolon. */
  then?: 'gset' | 'gexec' | 'g' | 'silent';
}

/** A semicolon inside quotes, dollar quotes or comments ends nothing. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let start = 0;
  let at = 0;
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  const rest = () => text.slice(start, at);
  const statement = (then?: Piece['then']) => {
    const raw = rest();
    const kept = withoutLeadingComments(raw);
    const place = start + raw.length - kept.length;
    if (kept.replace(/;$/, '').trim()) found.push({ text: kept, line: lineOf(at), at: place, ...(then && { then }) });
  };
  while (at < text.length) {
    skip.lastIndex = at;
    const skipped = skip.exec(text)?.[0];
    if (skipped) {
      at += skipped.length;
      if (skipped.startsWith('--') && onlyComments(rest())) start = at;
    } else if (text[at] === '\\') {
      const line = text.slice(at).split('\n')[0]!;
      if (onlyComments(rest())) found.push({ text: line.trim(), line: lineOf(at), at });
      else statement(ending(line));
      start = at += line.length;
    } else if (text[at] === ';') {
      at += 1;
      statement();
      start = at;
    } else at += 1;
  }
  // The last statement may have no semicolon: psql waits for more, a reader who tries something does not.
  if (!onlyComments(rest())) statement();
  return found;
}

const skip = /--[^\n]*|\/\*[^]*?\*\/|'(?:[^']|'')*'|"[^"]*"|\$(\w*)\$[^]*?\$\1\$/y;

/** `\gset` → `gset`, `\g /dev/null` → `silent` */
const ending = (line: string): Piece['then'] =>
  /^\\gset\b/.test(line) ? 'gset' : /^\\gexec\b/.test(line) ? 'gexec' : /^\\g\s*$/.test(line) ? 'g' : 'silent';

const withoutLeadingComments = (text: string) => text.replace(/^(?:\s+|--[^\n]*\n)+/, '');
const onlyComments = (text: string) => withoutLeadingComments(`${text}\n`) === '';
