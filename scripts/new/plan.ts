/** What a command is about to do to the content, and doing it without ever losing a file. */
import { constants, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';

/** A thing an author asked for that cannot be done; the message says why and what to do instead. */
export class CannotMake extends Error {}

export interface Plan {
  /** Path relative to the root → text. */
  files: Record<string, string>;
  /** Files that are there already and get another text, path → text. */
  edits?: Record<string, string>;
  /** Paths relative to the root, old and new; done before files are written. */
  renames: [from: string, to: string][];
  /** Files that are taken along: path relative to the root, and where it is copied from. */
  copies?: [to: string, from: string][];
  /** What could not be done, one place each. */
  left?: string[];
  /** What the author does next, one sentence each. */
  next: string[];
}

/**
 * Carries a plan out, or nothing of it.
 *
 * @throws CannotMake when a file is already there
 */
export function carryOut(root: string, { files, edits = {}, renames, copies = [] }: Plan): void {
  const leaving = new Set(renames.map(([from]) => from));
  for (const target of [...Object.keys(files), ...renames.map(([, to]) => to), ...copies.map(([to]) => to)])
    if (existsSync(path.join(root, target)) && !leaving.has(target))
      throw new CannotMake(
        `\`${target}\` is already there and stays as it is. Choose another name, or remove it first.`,
      );
  // By way of names that nobody uses, because numbers move into places that others are about to leave.
  for (const [from, to] of renames) renameSync(path.join(root, from), path.join(root, `${to}.moving`));
  for (const [, to] of renames) renameSync(path.join(root, `${to}.moving`), path.join(root, to));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text, { flag: 'wx' });
  }
  for (const [to, from] of copies) {
    mkdirSync(path.dirname(path.join(root, to)), { recursive: true });
    copyFileSync(from, path.join(root, to), constants.COPYFILE_EXCL);
  }
  for (const [file, text] of Object.entries(edits)) writeFileSync(path.join(root, file), text);
}

/** Fills a template of `templates/`; values are written as YAML, so that no title can break a file. */
export function fill(template: string, values: Record<string, unknown>): string {
  const text = readFileSync(new URL(`templates/${template}`, import.meta.url), 'utf8');
  return text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => asYaml(values[name]));
}

/** A value as it can stand in one line of YAML, also within brackets. */
const asYaml = (value: unknown): string => {
  if (typeof value === 'string' && /[,[\]{}]/.test(value)) return JSON.stringify(value);
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim();
};

/**
 * Makes the name in the address of a title.
 *
 * @throws CannotMake when no letter of the title can stand in an address
 */
export function slugFor(title: string, wanted: string | undefined): string {
  const slug =
    wanted ??
    title
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '');
  if (/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) return slug;
  throw new CannotMake(
    wanted === undefined
      ? `No address can be made of the title “${title}”. Add \`--slug\` with lower-case letters, digits and hyphens.`
      : `\`${wanted}\` cannot stand in an address. Use lower-case letters, digits and single hyphens.`,
  );
}
