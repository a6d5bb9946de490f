/** What `content/http/<name>.yaml` says: a small server that a page can be spoken to with. */
import { z } from 'astro/zod';

const path = z.string().regex(/^\/[\w./-]*$/, 'a path such as `/api/products`');
const headerName = z.string().regex(/^[!#$%&'*+.^_`|~\w-]+$/, 'the name of a header');
const headerValue = z.string().regex(/^[\t\x20-\x7e]*$/, 'a value of plain letters, digits and signs, in one line');
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const rules = {
  type: z.enum(['text', 'number', 'integer', 'boolean', 'list']).default('text').describe('What it must be.'),
  required: z.boolean().default(true).describe('Whether a body must hold it.'),
  least: z.number().describe('Smallest number.').optional(),
  most: z.number().describe('Greatest number.').optional(),
  longest: z.int().min(1).describe('Most characters of a text, or entries of a list.').optional(),
  decimals: z.int().min(0).max(6).describe('Digits that a number is written with behind its point.').optional(),
  unique: z.boolean().default(false).describe('Whether two may not have the same: 409.'),
  refersTo: z.string().describe('Collection in which there must be one with this id: 422.').optional(),
  wrong: z
    .strictObject({
      status: z.int().min(400).max(499).default(400).describe('Status of the answer.'),
      message: z.string().describe('`{id}` is the value.'),
    })
    .describe('The answer where it breaks a rule; left out, the site says which rule.')
    .optional(),
};

/** Rules for one value of a body. */
const fieldSchema = z.strictObject({
  ...rules,
  each: z.record(z.string(), z.strictObject(rules)).describe('For a list: the fields of each entry.').optional(),
});

const collectionSchema = z.strictObject({
  path: path.describe('Address of all; one has its id behind it, `/api/products/42`.'),
  one: z.string().describe('What one is called in messages, `product`.').optional(),
  methods: z
    .array(z.enum(['GET', 'POST', 'PUT', 'DELETE']))
    .default(['GET'])
    .describe('What it answers; `HEAD` goes with `GET`, and `OPTIONS` always.'),
  fields: z.record(z.string(), fieldSchema).default({}).describe('What bodies of `POST` and `PUT` hold.'),
  rows: z
    .array(z.looseObject({ id: z.union([z.string(), z.int()]).describe('Name or number that no other one has.') }))
    .default([])
    .describe('What is there at first, each with an `id`.'),
  page: z
    .strictObject({
      size: z.int().min(1).describe('How many a page holds where nobody asks.'),
      most: z.int().min(1).describe('How many one may ask for.'),
    })
    .describe('Answers for all are pages, `{items, next}`, asked for by `?after=…&size=…`.')
    .optional(),
  shows: z.array(z.string()).describe('Fields of answers, in order; left out, all.').optional(),
  etag: z
    .enum(['version', 'id-version', 'content', 'none'])
    .default('none')
    .describe('How the label of a version is made: `"0"`, `"42-0"`, eight digits of the hash of the body.'),
  needsMatch: z
    .boolean()
    .default(false)
    .describe('Whether `PUT` and `DELETE` must name the version they change: 428, 412.'),
  cache: headerValue.describe('`Cache-Control` of what `GET` answers.').optional(),
  onceByKey: z
    .strictObject({
      header: headerName.default('Idempotency-Key').describe('Header that holds the key.'),
      per: z.string().describe('Field of the body that a key belongs to.').optional(),
    })
    .describe('`POST` needs a key, and a second one with the same key and body makes nothing new.')
    .optional(),
  sets: z
    .record(
      z.string(),
      z.union([
        scalar,
        z.strictObject({ now: z.literal(true).describe('The time of the request.') }),
        z.strictObject({
          times: z.array(z.string()).min(1).describe('Fields to multiply; `productId.price` looks one up.'),
          decimals: z
            .int()
            .min(0)
            .max(6)
            .default(2)
            .describe('Digits behind the point of the product, which is a text.'),
        }),
      ]),
    )
    .default({})
    .describe('What the server itself puts into a new one.'),
  takes: z
    .strictObject({
      from: z.string().describe('Collection.'),
      id: z.string().describe('Field that names the one to take from.'),
      count: z.string().describe('Field that says how many.'),
      of: z.string().describe('Field that is reduced, `stock`.'),
      in: z.string().describe('Field that is the list of such entries, where it is not the body itself.').optional(),
      title: z.string().describe('Title of the problem.').optional(),
      type: z.string().describe('Address that names this kind of problem.').optional(),
    })
    .describe('What a new one uses up: 409 where there is too little.')
    .optional(),
  login: z.boolean().default(false).describe('Whether a request needs a token: 401.'),
});

export const httpModelSchema = z.strictObject({
  host: z
    .string()
    .regex(/^[a-z0-9.-]+(?::\d+)?$/, 'a name such as `api.shop.example`, in small letters')
    .describe('Name that requests are sent to.'),
  start: z.iso.datetime('a time such as `2026-01-01T09:00:00Z`').describe('Time of the server when it is started.'),
  headers: z.record(headerName, headerValue).default({}).describe('Headers of every answer.'),
  errors: z
    .enum(['problem', 'message'])
    .default('problem')
    .describe('Form of errors: Problem Details (RFC 9457), or `{"error": "…"}`.'),
  json: z.enum(['compact', 'spaced']).default('compact').describe('How JSON is written: `{"id":1}`, or `{"id": 1}`.'),
  unknownFields: z.enum(['refuse', 'ignore']).default('refuse').describe('What becomes of fields without a rule.'),
  messages: z
    .partialRecord(z.enum(['notFound', 'notJson', 'notObject', 'invalid']), z.string())
    .default({})
    .describe('Words of errors in place of the usual ones.'),
  cors: z
    .strictObject({
      below: path.describe('Addresses that the rules are for.'),
      origins: z.array(z.string()).min(1).describe('Origins whose pages may read answers, `https://read.example`.'),
      methods: z.array(z.string()).min(1).describe('Methods that they may use.'),
      headers: z.array(headerName).default([]).describe('Headers that they may send.'),
      expose: z.array(headerName).default([]).describe('Headers of answers that they may read.'),
      maxAge: z.int().min(0).describe('Seconds.').optional(),
    })
    .describe('Which pages of other origins may read answers.')
    .optional(),
  limit: z
    .strictObject({
      capacity: z.number().min(1).describe('Requests in a row.'),
      perSecond: z.number().positive().describe('Requests that come free again each second.'),
    })
    .describe('A bucket of tokens for each caller: 429 with `Retry-After`.')
    .optional(),
  tokens: z
    .record(z.string(), z.string())
    .default({})
    .describe('Tokens of `Authorization: Bearer …`, and whose they are.'),
  files: z
    .record(
      path,
      z.strictObject({
        type: headerValue.describe('`Content-Type`.'),
        body: z.string().describe('What is in it.'),
        cache: headerValue.describe('`Cache-Control`.').optional(),
      }),
    )
    .default({})
    .describe('Files that it hands out, with an `ETag`.'),
  collections: z.record(z.string(), collectionSchema).default({}).describe('What it keeps, by name.'),
});

export type HttpModel = z.infer<typeof httpModelSchema>;
export type Collection = HttpModel['collections'][string];
/** Those of the entries of a list have no lists. */
export type Field = Omit<z.infer<typeof fieldSchema>, 'each'> & { each?: Record<string, Field> | undefined };
