/** Reads YAML with the line of every value, so that a problem can name it. */
import { LineCounter, YAMLParseError, isMap, isNode, isScalar, isSeq, parseDocument, visit } from 'yaml';
import type { z } from 'astro/zod';
import { kept } from '../../build-cache/build-cache.ts';
import { nearest } from '../problems/nearest.ts';
import { problem, type Place, type Problem } from '../problems/problems.ts';

export interface YamlSource {
  data: unknown;
  /** Place of the value at a path of keys and indexes, or of its nearest parent. */
  placeOf(path: readonly PropertyKey[]): Place;
}

/**
 * Parses YAML text.
 *
 * @param file path for reports
 * @param firstLine line of the file on which `text` starts (frontmatter starts on 2)
 */
export function readYaml(text: string, file: string, firstLine: number, problems: Problem[]): YamlSource | undefined {
  const read = () => readAnew(text, file, firstLine);
  // Fields of pages are read as fast as what is kept of them.
  const found = text.length < 4000 ? read() : kept('yaml', [text, file, firstLine], read);
  problems.push(...found.problems);
  const { value } = found;
  return (
    value && {
      data: value.data,
      placeOf(path) {
        for (let length = path.length; length > 0; length -= 1) {
          const [line, column] = value.places.get(keyOf(path.slice(0, length))) ?? [];
          if (line !== undefined) return { file, line, column };
        }
        return { file, line: firstLine, column: 1 };
      },
    }
  );
}

interface Read {
  /** Undefined where the text cannot be read. */
  value?: {
    data: unknown;
    /** Line and column of every value, by its path. */
    places: Map<string, [line: number, column: number]>;
  };
  problems: Problem[];
}

const keyOf = (path: readonly PropertyKey[]) => path.map(String).join('\0');

function readAnew(text: string, file: string, firstLine: number): Read {
  const problems: Problem[] = [];
  const lines = new LineCounter();
  const document = parse(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: line + firstLine - 1, column: col };
  };
  // Warnings are about tags such as `!!python/object`, which mean nothing here.
  const faults = [...document.errors, ...document.warnings];
  for (const fault of faults)
    problems.push(
      problem('yaml-syntax', placeAt(fault.pos[0]), {
        reason: fault.code === 'MULTIPLE_DOCS' ? 'a line `---` starts a second document.' : sentence(fault.message),
        cure: yamlCure(fault.code, fault.message),
      }),
    );
  let aliases = 0;
  let keys = 0;
  visit(document, {
    Pair(_key, { key }) {
      if (!isScalar(key) || key.value !== '__proto__') return;
      keys += 1;
      problems.push(problem('yaml-key', placeAt(key.range?.[0] ?? 0), { key: key.value }));
    },
    Scalar(_key, node) {
      // `Topic #1` is the text “Topic” and a remark; remarks that are meant as such have a blank behind the sign.
      if (node.type !== 'PLAIN' || !/^\S/.test(node.comment ?? '')) return;
      const [, end = 0] = node.range ?? [];
      if (!text.slice(end).match(/^[ \t]+#/)) return;
      const written = text.slice(node.range![0], end + text.slice(end).search(/\r?\n|$/));
      problems.push(problem('yaml-comment', placeAt(node.range![0]), { written, left: String(node.source) }));
    },
    Alias(_key, node) {
      aliases += 1;
      problems.push(problem('yaml-alias', placeAt(node.range?.[0] ?? 0), { name: node.source }));
    },
  });
  if (faults.length + aliases + keys > 0) return { problems };
  const places = new Map<string, [number, number]>();
  const note = (node: unknown, path: readonly PropertyKey[]): void => {
    if (!isNode(node)) return;
    const { line, column } = placeAt(node.range?.[0] ?? 0);
    if (node.range) places.set(keyOf(path), [line!, column!]);
    if (isSeq(node)) node.items.forEach((item, index) => note(item, [...path, index]));
    if (isMap(node))
      for (const { key, value } of node.items) if (isScalar(key)) note(value, [...path, String(key.value)]);
  };
  note(document.contents, []);
  return { value: { data: document.toJS({ maxAliasCount: 0 }) as unknown, places }, problems };
}

/** What to do about a fault of YAML, by the code and the words of the parser. */
function yamlCure(code: string, message: string): string | undefined {
  if (/Nested mappings are not allowed/.test(message) || code === 'BLOCK_AS_IMPLICIT_KEY')
    return 'A text with `: ` in it stands in quotes: `title: "Express: routing"`.';
  if (/cannot start with/.test(message)) return 'A text that starts with this character stands in quotes.';
  return undefined;
}

/** Parses YAML; nesting so deep that the parser gives up is an error like any other. */
const parse: typeof parseDocument = ((text: string, options: Parameters<typeof parseDocument>[1]) => {
  try {
    return parseDocument(text, options);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const document = parseDocument('', options);
    document.errors.push(new YAMLParseError([0, 0], 'BAD_COLLECTION_TYPE', 'values are nested too deeply'));
    return document;
  }
}) as typeof parseDocument;

/**
 * Checks data against a schema and turns each fault into a problem with its line.
 *
 * @param others fields that are allowed beside those of the schema, and checked elsewhere
 * @returns the parsed value, or undefined when there were faults
 */
export function checkShape<Schema extends z.ZodType>(
  schema: Schema,
  source: YamlSource,
  problems: Problem[],
  others: readonly string[] = [],
): z.infer<Schema> | undefined {
  const result = schema.safeParse(source.data);
  if (result.success) return result.data;
  const issues = result.error.issues.flatMap(nearestForm);
  for (const issue of issues) {
    // What is of another kind altogether has no length that could be wrong.
    const isOther = issue.code !== 'invalid_type' && issues.some((one) => isSameField(one, issue));
    if (isOther) continue;
    const place = source.placeOf(issue.path);
    const field = fieldName(issue.path);
    const value = valueAt(source.data, issue.path);
    if (issue.code === 'unrecognized_keys') {
      const allowed = [...keysAt(schema, issue.path, source.data), ...(issue.path.length === 0 ? others : [])];
      for (const key of issue.keys) {
        problems.push(
          problem('field-unknown', source.placeOf([...issue.path, key]), {
            field: fieldName([...issue.path, key]),
            allowed,
            near: nearest(key, allowed),
          }),
        );
      }
    } else if (value === undefined) {
      problems.push(
        problem('field-missing', place, {
          field,
          allowed: descriptionAt(schema, issue.path, source.data) ?? missingText(issue),
        }),
      );
    } else {
      const wanted = descriptionAt(schema, issue.path, source.data);
      const allowed = isQuoted(value, issue)
        ? 'in quotes it is a text; write it without them'
        : allowedText(issue, wanted);
      problems.push(problem('field-wrong', place, { field, value, allowed }));
    }
  }
  return undefined;
}

/**
 * A value that may have one of several forms and has none: what keeps it from the form it is most like, which is the
 * one with the fewest faults, or the text that is only written in another way. Forms that are of another type altogether
 * stay together in one issue.
 */
function nearestForm(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const forms = issue.errors.filter((faults) =>
    faults.some((fault) => fault.path.length > 0 || fault.code === 'unrecognized_keys'),
  );
  const ofItsType = issue.errors.find((faults) => faults.every(({ code }) => code === 'invalid_format'));
  const best = [...forms].sort((a, b) => a.length - b.length)[0] ?? ofItsType;
  return best ? best.flatMap((fault) => nearestForm({ ...fault, path: [...issue.path, ...fault.path] })) : [issue];
}

const isSameField = (one: z.core.$ZodIssue, other: z.core.$ZodIssue) =>
  one.code === 'invalid_type' && one.path.join('\0') === other.path.join('\0');

/** Whether a value would be right without its quotes: `draft: "true"` */
const isQuoted = (value: unknown, issue: z.core.$ZodIssue) =>
  issue.code === 'invalid_type' &&
  ((issue.expected === 'boolean' && (value === 'true' || value === 'false')) ||
    (/^(?:number|int)$/.test(issue.expected) && typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value)));

const fieldName = (path: readonly PropertyKey[]) =>
  path.map((key, index) => (typeof key === 'number' ? `[${key + 1}]` : `${index ? '.' : ''}${String(key)}`)).join('');

const missingText = (issue: z.core.$ZodIssue) =>
  issue.code === 'invalid_type' ? `it is ${kindOf(issue.expected)}.` : sentence(issue.message);

const sentence = (text: string) => `${text.trim().replace(/[.:]?$/, '')}.`;

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], data);
}

/** What schemas call the kinds of values, and how an author would. */
const kinds: Readonly<Record<string, string>> = {
  array: 'a list, such as `[one, two]`',
  tuple: 'two values in brackets, such as `[2, 4]`',
  record: 'names with values, or `{}` where there are none',
  object: 'fields with values',
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
};
const kindOf = (expected: string) => kinds[expected] ?? expected;

/** @param description what the field holds, as its schema says */
function allowedText(issue: z.core.$ZodIssue, description?: string): string {
  const about = description ? `. It is for: ${description.replace(/\.$/, '')}` : '';
  if (issue.code === 'too_small' && issue.origin === 'array' && issue.message.startsWith('Too small'))
    return `write at least ${String(issue.minimum) === '1' ? 'one entry' : `${issue.minimum} entries`}${about}`;
  if (issue.code === 'too_big' && issue.origin === 'array')
    return `write no more than ${issue.maximum} entries${about}`;
  if (issue.code === 'too_big' && (issue.origin === 'number' || issue.origin === 'int'))
    return `the largest number is ${issue.maximum}`;
  if (issue.code === 'too_small' && (issue.origin === 'number' || issue.origin === 'int'))
    return `the number must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`;
  if (issue.code === 'invalid_value')
    return `allowed are ${issue.values.map((value) => `\`${String(value)}\``).join(', ')}`;
  if (issue.code === 'invalid_type') return `write ${kindOf(issue.expected)}${about}`;
  if (issue.code === 'invalid_union') {
    const { options } = issue as { options?: unknown[] };
    if (options)
      return `allowed are ${options
        .filter(Boolean)
        .map((value) => `\`${String(value)}\``)
        .join(', ')}`;
    const types = issue.errors
      .flat()
      .flatMap((fault) => (fault.code === 'invalid_type' ? [kindOf(fault.expected)] : []));
    return types.length > 0
      ? `write ${[...new Set(types)].join(' or ')}`
      : 'it has none of the allowed forms; compare it with its neighbors';
  }
  if (issue.code === 'invalid_format' && issue.message === 'Invalid URL')
    return `use an address such as https://example.org/${about}`;
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message;
  return issue.message;
}

/** Follows a path through objects, arrays, unions and wrappers of a schema. */
function schemaAt(schema: z.ZodType, path: readonly PropertyKey[], data: unknown): z.ZodType | undefined {
  let current: z.ZodType | undefined = schema;
  let value = data;
  for (const key of path) {
    const form = formOf(unwrap(current), value);
    const { options } = (form?.def ?? {}) as { options?: z.ZodType[] };
    current = (options?.map(unwrap) ?? [form]).map((one) => partOf(one, key)).find((part) => part !== undefined);
    value = (value as Record<PropertyKey, unknown> | undefined)?.[key];
  }
  return current;
}

/** The schema of a field or of the entries of a list. */
function partOf(schema: z.ZodType | undefined, key: PropertyKey): z.ZodType | undefined {
  const definition = schema?.def as
    { shape?: Record<PropertyKey, z.ZodType>; element?: z.ZodType; valueType?: z.ZodType } | undefined;
  return typeof key === 'number' ? definition?.element : (definition?.shape?.[key] ?? definition?.valueType);
}

function unwrap(schema: z.ZodType | undefined): z.ZodType | undefined {
  const inner = (schema?.def as { innerType?: z.ZodType } | undefined)?.innerType;
  return inner ? unwrap(inner) : schema;
}

/** The form of a union that a value says it has, by the field that tells them apart; the schema itself otherwise. */
function formOf(schema: z.ZodType | undefined, value: unknown): z.ZodType | undefined {
  const { discriminator, options } = (schema?.def ?? {}) as { discriminator?: string; options?: z.ZodType[] };
  if (discriminator === undefined) return schema;
  const named = (value as Record<string, unknown> | null | undefined)?.[discriminator];
  return options?.find(
    (form) => (form.def as { shape?: Record<string, z.ZodType> }).shape?.[discriminator]?.safeParse(named).success,
  );
}

function descriptionAt(schema: z.ZodType, path: readonly PropertyKey[], data: unknown): string | undefined {
  return schemaAt(schema, path, data)?.description;
}

function keysAt(schema: z.ZodType, path: readonly PropertyKey[], data: unknown): string[] {
  const at = path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], data);
  const definition = formOf(unwrap(schemaAt(schema, path, data)), at)?.def as
    { shape?: object; options?: z.ZodType[]; keyType?: { def: { entries?: object } } } | undefined;
  const forms = definition?.options?.map((form) => unwrap(form)?.def as { shape?: object }) ?? [definition];
  return [...new Set(forms.flatMap((form) => Object.keys(form?.shape ?? definition?.keyType?.def.entries ?? {})))];
}
