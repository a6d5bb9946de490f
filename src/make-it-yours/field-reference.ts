/** Every field of the content, made from the schemas that the content is checked with. */
import { z } from 'astro/zod';
import { coverageSchema } from '../curriculum/checking/check-coverage.ts';
import {
  changesSchema,
  exerciseFileSchema,
  exercisesTranslationSchema,
  glossarySchema,
  glossaryTranslationSchema,
  idsSchema,
  lessonTranslationSchema,
  messagesSchema,
  messagesTranslationSchema,
  phaseSchema,
  projectPageSchema,
  projectsTranslationSchema,
  questionFileSchema,
  questionsTranslationSchema,
  searchSchema,
  searchTranslationSchema,
  siteSchema,
  siteTranslationSchema,
  trackSchema,
  trackTranslationSchema,
} from '../curriculum/schema/schema.ts';
import { httpModelSchema } from '../http-model/model-schema.ts';
import { factsSchema } from '../facts/facts-file.ts';
import { runSchema } from '../curriculum/runs/run-file.ts';
import { statesSchema } from '../curriculum/states/states-file.ts';

/** A kind of file, and the schema it has. */
export interface ContentKind {
  /** Name of its JSON Schema. */
  name: string;
  title: string;
  /** Which files it is about. */
  files: string;
  schema: z.ZodType;
}

export const contentKinds: readonly ContentKind[] = [
  { name: 'site', title: 'The site', files: 'content/site.yaml', schema: siteSchema },
  {
    name: 'lesson',
    title: 'A phase or supplement',
    files: 'frontmatter of content/docs/phases/NN-slug.mdx and content/docs/supplements/slug.mdx',
    schema: phaseSchema,
  },
  { name: 'questions', title: 'Questions', files: 'content/questions/slug.yaml', schema: questionFileSchema },
  { name: 'exercises', title: 'Exercises', files: 'content/exercises/slug.yaml', schema: exerciseFileSchema },
  { name: 'track', title: 'A track', files: 'content/tracks/N-slug.yaml', schema: trackSchema },
  {
    name: 'projects',
    title: 'Projects',
    files: 'frontmatter of content/docs/projects/name.mdx, beside title and description',
    schema: projectPageSchema,
  },
  { name: 'glossary', title: 'The glossary', files: 'content/glossary.yaml', schema: glossarySchema },
  { name: 'messages', title: 'Messages and symptoms', files: 'content/messages.yaml', schema: messagesSchema },
  { name: 'search', title: 'How readers ask', files: 'content/search.yaml', schema: searchSchema },
  { name: 'changes', title: 'Changes', files: 'content/changes.yaml', schema: changesSchema },
  { name: 'ids', title: 'Ids', files: 'content/ids.yaml', schema: idsSchema },
  { name: 'http', title: 'A server in the page', files: 'content/http/name.yaml', schema: httpModelSchema },
  { name: 'facts', title: 'Facts of the running example', files: 'content/facts.yaml', schema: factsSchema },
  {
    name: 'run',
    title: 'Code that runs in the page',
    files: 'content/samples/slug/run.yaml',
    schema: runSchema,
  },
  {
    name: 'states',
    title: 'States of the running example',
    files: 'content/states/states.yaml',
    schema: statesSchema,
  },
  { name: 'coverage', title: 'Promises', files: 'content/coverage.yaml', schema: coverageSchema },
  {
    name: 'translated-lesson',
    title: 'A translated phase or supplement',
    files: 'frontmatter of content/docs/<language>/phases/NN-slug.mdx and content/docs/<language>/supplements/slug.mdx',
    schema: lessonTranslationSchema,
  },
  {
    name: 'translated-projects',
    title: 'Translated projects',
    files: 'frontmatter of content/docs/<language>/projects/name.mdx, beside title and description',
    schema: projectsTranslationSchema,
  },
  {
    name: 'translated-site',
    title: 'The translated site',
    files: 'content/<language>/site.yaml',
    schema: siteTranslationSchema,
  },
  {
    name: 'translated-track',
    title: 'A translated track',
    files: 'content/<language>/tracks/N-slug.yaml',
    schema: trackTranslationSchema,
  },
  {
    name: 'translated-questions',
    title: 'Translated questions',
    files: 'content/<language>/questions/slug.yaml',
    schema: questionsTranslationSchema,
  },
  {
    name: 'translated-exercises',
    title: 'Translated exercises',
    files: 'content/<language>/exercises/slug.yaml',
    schema: exercisesTranslationSchema,
  },
  {
    name: 'translated-glossary',
    title: 'The translated glossary',
    files: 'content/<language>/glossary.yaml',
    schema: glossaryTranslationSchema,
  },
  {
    name: 'translated-messages',
    title: 'Translated messages and symptoms',
    files: 'content/<language>/messages.yaml',
    schema: messagesTranslationSchema,
  },
  {
    name: 'translated-search',
    title: 'How readers ask in a language',
    files: 'content/<language>/search.yaml',
    schema: searchTranslationSchema,
  },
];

/** The part of JSON Schema that the content’s schemas use. */
interface JsonSchema {
  type?: string | string[];
  description?: string;
  default?: unknown;
  enum?: unknown[];
  format?: string;
  maxLength?: number;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema | false;
  prefixItems?: JsonSchema[];
  const?: unknown;
  anyOf?: JsonSchema[];
  /** Forms that one field tells apart, which is a constant in each. */
  oneOf?: JsonSchema[];
  additionalProperties?: JsonSchema | boolean;
}

export interface FieldRow {
  /** Path of the field, `topics[].id`. */
  path: string;
  /** What may stand there, in words. */
  type: string;
  required: boolean;
  /** Kinds (`type`) that have the field, where not all have it. */
  kinds?: string[];
  /** Value when the field is left out, as YAML. */
  fallback?: string;
  description: string;
}

/** JSON Schema of a kind of file, as authors write it. */
export const jsonSchemaOf = ({ schema }: ContentKind): object => z.toJSONSchema(schema, { io: 'input' });

/** Every field of a kind of file, outer ones before inner ones. */
export function fieldsOf(kind: ContentKind): FieldRow[] {
  const schema = jsonSchemaOf(kind) as JsonSchema;
  return inside(schema, schema.type === 'array' ? '[]' : '');
}

function inside(schema: JsonSchema, at: string): FieldRow[] {
  if (schema.items) return inside(schema.items, at);
  const rows = new Map<string, FieldRow>();
  const all = schema.oneOf ?? schema.anyOf ?? [schema];
  for (const form of all) {
    for (const [name, field] of Object.entries(form.properties ?? {})) {
      const path = at ? `${at}.${name}` : name;
      if (rows.has(path)) continue;
      const forms = all.filter((one) => one.properties?.[name]);
      const required = forms.length === all.length && forms.every((one) => one.required?.includes(name));
      const names = forms.flatMap((one) => one.properties![name]!.const ?? []);
      rows.set(path, {
        ...rowOf(path, names.length > 1 ? { ...field, enum: names } : field, required),
        ...ofKinds(forms, all),
        ...(forms.length > 1 && { description: descriptionIn(forms, name) }),
      });
      // The same name may hold other fields in another form.
      for (const { properties } of forms)
        for (const row of inside(properties![name]!, field.type === 'array' ? `${path}[]` : path))
          if (!rows.has(row.path)) rows.set(row.path, row);
    }
    if (typeof form.additionalProperties === 'object')
      for (const row of inside(form.additionalProperties, at ? `${at}.<name>` : '<name>')) rows.set(row.path, row);
  }
  return [...rows.values()];
}

/** What a field means; where it means something else in each kind, that of each. */
function descriptionIn(forms: readonly JsonSchema[], name: string): string {
  const texts = Map.groupBy(forms, (form) => form.properties![name]!.description ?? '');
  if (texts.size === 1) return [...texts.keys()][0]!;
  return [...texts]
    .map(
      ([text, some]) =>
        `${kindsOf(some)
          .map((kind) => `\`${kind}\``)
          .join(', ')}: ${text}`,
    )
    .join(' ');
}

const kindsOf = (forms: readonly JsonSchema[]) =>
  forms.flatMap((form) =>
    Object.values(form.properties ?? {}).flatMap((field) => (typeof field.const === 'string' ? [field.const] : [])),
  );

/** Kinds that have a field, where not all of them do. */
function ofKinds(forms: readonly JsonSchema[], all: readonly JsonSchema[]): Pick<FieldRow, 'kinds'> {
  const kinds = kindsOf(forms);
  return forms.length === all.length || kinds.length === 0 ? {} : { kinds };
}

const rowOf = (path: string, field: JsonSchema, required: boolean): FieldRow => ({
  path,
  type: typeText(field),
  required: required && field.default === undefined,
  ...(field.default !== undefined && { fallback: JSON.stringify(field.default) }),
  description: field.description ?? '',
});

function typeText(field: JsonSchema): string {
  if (field.enum) return `one of ${field.enum.join(', ')}`;
  if (Array.isArray(field.type)) return field.type.map((type) => typeText({ type })).join(' or ');
  if (field.anyOf) return [...new Set(field.anyOf.map(typeText))].join(' or ');
  if (field.prefixItems) return `list of ${field.prefixItems.length}: ${field.prefixItems.map(typeText).join(', ')}`;
  if (field.type === 'array') return field.items ? `list of ${plural(typeText(field.items))}` : 'list';
  if (field.type === 'object') return field.properties ? 'fields of its own' : 'names with values';
  if (field.format === 'uri') return 'web address';
  if (field.type === 'string') return field.maxLength ? `text, at most ${field.maxLength} characters` : 'text';
  if (field.type === 'boolean') return 'true or false';
  return field.type === 'integer' ? 'whole number' : (field.type ?? 'any value');
}

const plural = (type: string) =>
  ({ text: 'texts', 'web address': 'web addresses', 'fields of its own': 'entries', 'text or number': 'texts' })[
    type
  ] ?? type;
