/** Reads nginx configuration: directives in blocks, with their lines and what they include. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Directive {
  name: string;
  words: string[];
  /** Absolute path of the file and line where it stands. */
  file: string;
  line: number;
  inside: Directive[];
}

/**
 * @param file absolute path; files that it includes are read from beside it, and left out where they are not there
 * @returns the directives of the file, with those of included files in place of each `include`
 */
export function readNginx(file: string): Directive[] {
  const text = readFileSync(file, 'utf8');
  const tokens = [...text.matchAll(/#[^\n]*|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[{};]|[^\s{};]+/g)].filter(
    ([token]) => !token.startsWith('#'),
  );
  let at = 0;
  const block = (): Directive[] => {
    const directives: Directive[] = [];
    while (at < tokens.length && tokens[at]![0] !== '}') {
      const line = text.slice(0, tokens[at]!.index).split('\n').length;
      const words: string[] = [];
      while (at < tokens.length && !/^[{};]$/.test(tokens[at]![0])) words.push(bare(tokens[at++]![0]));
      const [name = '', ...rest] = words;
      let inside: Directive[] = [];
      if (tokens[at++]?.[0] === '{') {
        inside = block();
        at += 1;
      }
      const beside = path.join(path.dirname(file), rest[0] ?? '');
      if (name !== 'include') directives.push({ name, words: rest, file, line, inside });
      else if (existsSync(beside)) directives.push(...readNginx(beside));
    }
    return directives;
  };
  return block();
}

const bare = (word: string) => word.replace(/^(["'])(.*)\1$/s, '$2');

/** All directives, those inside of others too. */
export const all = (directives: readonly Directive[]): Directive[] =>
  directives.flatMap((one) => [one, ...all(one.inside)]);

/** All directives of a name. */
export const named = (directives: readonly Directive[], name: string) =>
  all(directives).filter((one) => one.name === name);
