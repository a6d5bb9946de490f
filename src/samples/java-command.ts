/** The one command that runs a Java sample that needs nothing but the JDK, after its folder was downloaded. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { checksOf } from '../curriculum/samples/checks-file.ts';

export interface JavaCommand {
  /** Run in the folder of the sample: `java src/main/java/shop/Money.java` */
  command: string;
  /** File of the folder with what it prints. */
  output?: string;
}

const hasMain = (text: string) => /\bvoid\s+main\s*\(/.test(text);
const named = /^[ \t]*import\s+(?:static\s+)?(?:module\s+)?([\w.]+(?:\.\*)?)\s*;/gm;
const ofJdk = /^(?:java|javax|jdk)\./;

/**
 * Finds the command. A file without a `main` is run by a program of its folder that uses it.
 *
 * @param samples absolute path of `content/samples`
 * @param file path below it
 * @returns undefined where something beyond the JDK is needed, and where no program uses the file
 */
export function javaCommand(samples: string, file: string): JavaCommand | undefined {
  if (!file.endsWith('.java') || /(?:^|\/)(?:test|target)\//.test(file)) return undefined;
  const [slug] = file.split('/') as [string];
  const folder = path.join(samples, slug);
  const own = file.slice(slug.length + 1);
  const text = readFileSync(path.join(samples, file), 'utf8');
  const root = sourceRoot(own, text);
  if (hasMain(text)) return needed(folder, root, own) && commandOf(samples, slug, own, text);
  const name = path.posix.basename(own, '.java');
  for (const other of javaFiles(folder, root)) {
    const program = readFileSync(path.join(folder, other), 'utf8');
    if (hasMain(program) && needed(folder, root, other)?.has(own))
      return commandOf(samples, slug, other, program, name);
  }
  return undefined;
}

const packageOf = (text: string) => /^[ \t]*package\s+([\w.]+)\s*;/m.exec(text)?.[1] ?? '';

/** Folder that the package of a file starts in: `src/main/java`, or the folder of the file. */
function sourceRoot(file: string, text: string): string {
  const folder = path.posix.dirname(file);
  const inside = packageOf(text).replaceAll('.', '/');
  return inside && folder.endsWith(inside) ? folder.slice(0, -inside.length).replace(/\/$/, '') || '.' : folder;
}

const listed = new Map<string, string[]>();

/** Java files below a source root, relative to the sample folder; of a folder without packages, those beside each other. */
function javaFiles(folder: string, root: string): string[] {
  const key = `${folder}\n${root}`;
  const known = listed.get(key);
  if (known) return known;
  const deep = root.endsWith('java');
  const found = readdirSync(path.join(folder, root), { recursive: deep, encoding: 'utf8' })
    .filter((name) => name.endsWith('.java'))
    .map((name) => path.posix.join(root, name.replaceAll('\\', '/')))
    .sort();
  listed.set(key, found);
  return found;
}

/** Files of the folder that a file takes, itself among them; undefined where one of them takes something that is no part of the JDK. */
function needed(folder: string, root: string, file: string): Set<string> | undefined {
  const all = javaFiles(folder, root);
  const found = new Set<string>();
  const open = [file];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (found.has(one)) continue;
    found.add(one);
    const text = readFileSync(path.join(folder, one), 'utf8');
    for (const [, name] of text.matchAll(named)) {
      if (ofJdk.test(name!)) continue;
      const base = path.posix.join(root, name!.replace(/\.\*$/, '').replaceAll('.', '/'));
      // A nested class or a static member stands in the file of its class.
      const own = name!.endsWith('.*')
        ? all.filter((other) => path.posix.dirname(other) === base || `${base}.java` === other)
        : all.filter((other) => `${base}/`.startsWith(`${other.replace(/\.java$/, '')}/`));
      if (own.length === 0) return undefined;
      open.push(...own);
    }
    const words = new Set(text.match(/\b[A-Z]\w*/g));
    open.push(
      ...all.filter(
        (other) =>
          path.posix.dirname(other) === path.posix.dirname(one) && words.has(path.posix.basename(other, '.java')),
      ),
    );
  }
  return found;
}

/** @param used class that the reader wants to see at work, where it is not the program itself */
function commandOf(samples: string, slug: string, file: string, text: string, used?: string): JavaCommand | undefined {
  const { checks, commands, skip } = checksOf(samples, slug);
  if (skip.some(({ files }) => files.includes(file))) return undefined;
  const name = [packageOf(text), path.posix.basename(file, '.java')].filter(Boolean).join('.');
  const own = checks[file];
  const start = new RegExp(String.raw`\bjava (?:-\S+ (?:[\w/.]+ )?)*?(?:${escaped(name)}|${escaped(file)})(?=\s|$)`);
  const starting = commands.filter(({ run }) => start.test(run) && !run.includes('\n'));
  const tested =
    starting.find(({ run }) => used && partOf(text, run.split(' ').at(-1)!)?.includes(used)) ?? starting[0];
  const given = own?.arguments ?? (tested ? undefined : argumentsInScript(path.join(samples, slug), start)) ?? [];
  const isPreview = /--enable-preview/.test(`${tested?.run} ${own?.environment?.JDK_JAVA_OPTIONS}`);
  const program = `java ${isPreview ? '--enable-preview --source 25 ' : ''}${file}`;
  const command = tested ? tested.run.replace(start, program) : [program, ...given].join(' ');
  // What it is to be given nobody has written down.
  if (/\bargs\[0\]/.test(text) && !/\bargs\.length (?:> 0|== 0|< 1)/.test(text) && command.endsWith(file))
    return undefined;
  const [output] = [own, tested].flatMap((one) => [
    ...(one?.expect ?? []),
    ...(one?.numbers ?? []),
    ...(one?.excerpt ?? []),
  ]);
  return { command: command.trim(), ...(output && { output }) };
}

/** Body of a method without parameters. */
const partOf = (text: string, method: string): string | undefined =>
  /^\w+$/.test(method)
    ? new RegExp(`^([ \\t]*)[^\\n]*\\b${method}\\(\\)[^\\n]*\\{\\n([^]*?)\\n\\1\\}`, 'm').exec(text)?.[2]
    : undefined;

/** What a shell script of a folder gives a program, where it is written out and nothing is to be filled in. */
function argumentsInScript(folder: string, start: RegExp): string[] | undefined {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.sh'))) {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const found = start.exec(text);
    const words = found && /^[^\n<>|&;]*/.exec(text.slice(found.index + found[0].length))![0].trim();
    if (words && !/["'$\\]/.test(words)) return words.split(/\s+/);
  }
  return undefined;
}

const escaped = (name: string) => name.replace(/[.$]/g, '\\$&');
