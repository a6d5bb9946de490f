/** A server in the page: answers requests by the rules of a model (model-schema.ts), and keeps what they change. */
import type { Collection, Field, HttpModel } from './model-schema.ts';
import { sha256 } from './sha256.ts';
import { bytesOf, headerOf, reasons, type HttpRequest, type HttpResponse } from './wire.ts';

type Row = Record<string, unknown>;
type Headers = HttpResponse['headers'];

/** An answer that ends the work on a request. */
class Refusal extends Error {
  readonly status: number;
  readonly more: Row;
  readonly headers: Headers;
  constructor(status: number, message: string, more: Row = {}, headers: Headers = []) {
    super(message);
    this.status = status;
    this.more = more;
    this.headers = headers;
  }
}

interface Kept {
  rows: Map<string, Row>;
  versions: Map<string, number>;
  /** Ids of what was made for keys, and the body that came with each. */
  keys: Map<string, { body: string; id: string }>;
  last: number;
}

export class HttpServer {
  readonly #model: HttpModel;
  readonly #kept = new Map<string, Kept>();
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(model: HttpModel) {
    this.#model = model;
    for (const [name, { rows }] of Object.entries(model.collections))
      this.#kept.set(name, {
        rows: new Map(rows.map((row) => [String(row.id), structuredClone(row)])),
        versions: new Map(),
        keys: new Map(),
        last: Math.max(0, ...rows.map((row) => Number(row.id)).filter(Number.isFinite)),
      });
  }

  /**
   * Answers one request.
   *
   * @param seconds since the server was started
   */
  answer(request: HttpRequest, seconds: number): HttpResponse {
    const { response, more } = this.#rules(request, seconds);
    const own: Headers = [
      ...Object.entries(this.#model.headers),
      ['Date', new Date(Date.parse(this.#model.start) + seconds * 1000).toUTCString()],
    ];
    const isEmpty = response.status === 204 || response.status === 304;
    const length: Headers = isEmpty ? [] : [['Content-Length', String(bytesOf(response.body))]];
    const at = response.headers.findIndex(([name]) => name === 'Content-Type') + 1;
    const headers = [...own, ...more, ...response.headers.toSpliced(at, 0, ...length)];
    return { ...response, headers, body: request.method === 'HEAD' || isEmpty ? '' : response.body };
  }

  #rules(request: HttpRequest, seconds: number): { response: HttpResponse; more: Headers } {
    const host = headerOf(request, 'Host');
    let more: Headers = [];
    try {
      if (host !== this.#model.host) throw new Refusal(421, `This server answers for ${this.#model.host}.`);
      const cors = this.#cors(request);
      if (cors?.response) return { response: cors.response, more: [] };
      more = cors?.more ?? [];
      const who = this.#caller(request);
      this.#take(who, seconds);
      return { response: this.#route(request, who, seconds), more };
    } catch (error) {
      if (error instanceof Refusal) return { response: this.#refused(error, request), more };
      throw error;
    }
  }

  /** The answer to the question of a browser whether it may send a request, and what permits a page to read an answer. */
  #cors(request: HttpRequest): { response?: HttpResponse; more: Headers } | undefined {
    const { cors } = this.#model;
    const origin = headerOf(request, 'Origin');
    if (!cors || !origin || !pathOf(request).startsWith(cors.below) || origin === `https://${this.#model.host}`)
      return undefined;
    const wanted = headerOf(request, 'Access-Control-Request-Method');
    const isPreflight = request.method === 'OPTIONS' && wanted !== undefined;
    const asked = list(headerOf(request, 'Access-Control-Request-Headers'));
    const allowed = cors.headers.map((name) => name.toLowerCase());
    const isAllowed =
      cors.origins.includes(origin) &&
      cors.methods.includes(isPreflight ? wanted : request.method === 'HEAD' ? 'GET' : request.method) &&
      (!isPreflight || asked.every((name) => allowed.includes(name.toLowerCase())));
    const vary: Headers = [['Vary', 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers']];
    if (!isAllowed) return { response: { status: 403, headers: vary, body: 'Invalid CORS request' }, more: [] };
    const expose: Headers = cors.expose.length > 0 ? [['Access-Control-Expose-Headers', cors.expose.join(', ')]] : [];
    const more: Headers = [['Access-Control-Allow-Origin', origin], ...expose, ...vary];
    if (!isPreflight) return { more };
    const headers: Headers = [
      ['Access-Control-Allow-Origin', origin],
      ['Access-Control-Allow-Methods', cors.methods.join(',')],
      ...(asked.length > 0 ? ([['Access-Control-Allow-Headers', asked.join(', ')]] as Headers) : []),
      ...expose,
      ...(cors.maxAge === undefined ? [] : ([['Access-Control-Max-Age', String(cors.maxAge)]] as Headers)),
      ...vary,
    ];
    return { response: { status: 200, headers, body: '' }, more: [] };
  }

  /** Whose token came with a request; undefined where none did. */
  #caller(request: HttpRequest): string | undefined {
    const given = headerOf(request, 'Authorization');
    if (given === undefined) return undefined;
    const token = /^Bearer\s+(\S+)$/i.exec(given)?.[1] ?? '';
    if (!Object.hasOwn(this.#model.tokens, token))
      throw new Refusal(401, 'This token is not valid.', {}, [['WWW-Authenticate', 'Bearer error="invalid_token"']]);
    return this.#model.tokens[token];
  }

  /** Takes a token out of the bucket of a caller. */
  #take(who: string | undefined, seconds: number): void {
    const { limit } = this.#model;
    if (!limit) return;
    const key = who ?? '';
    const bucket = this.#buckets.get(key) ?? { tokens: limit.capacity, at: seconds };
    bucket.tokens = Math.min(limit.capacity, bucket.tokens + (seconds - bucket.at) * limit.perSecond);
    bucket.at = seconds;
    this.#buckets.set(key, bucket);
    if (bucket.tokens < 1)
      throw new Refusal(429, '', {}, [['Retry-After', String(Math.ceil((1 - bucket.tokens) / limit.perSecond))]]);
    bucket.tokens -= 1;
  }

  #route(request: HttpRequest, who: string | undefined, seconds: number): HttpResponse {
    const path = pathOf(request);
    const file = this.#model.files[path];
    if (file) return this.#file(request, file);
    for (const [name, collection] of Object.entries(this.#model.collections)) {
      const id = path === collection.path ? undefined : path.slice(collection.path.length + 1);
      if (id !== undefined && (!path.startsWith(`${collection.path}/`) || id === '' || id.includes('/'))) continue;
      const forPart = id === undefined ? ['GET', 'POST'] : ['GET', 'PUT', 'DELETE'];
      const methods = collection.methods.filter((one) => forPart.includes(one));
      const allow = [...methods.flatMap((one) => (one === 'GET' ? ['GET', 'HEAD'] : [one])), 'OPTIONS'].join(', ');
      if (request.method === 'OPTIONS') return { status: 204, headers: [['Allow', allow]], body: '' };
      const method = request.method === 'HEAD' ? 'GET' : request.method;
      if (!methods.some((one) => one === method))
        throw new Refusal(405, `${request.method} is not allowed here.`, {}, [['Allow', allow]]);
      if (collection.login && who === undefined)
        throw new Refusal(401, 'Log in first.', {}, [['WWW-Authenticate', 'Bearer']]);
      const at = { name, collection, kept: this.#kept.get(name)!, request };
      if (id === undefined) return method === 'GET' ? this.#list(at) : this.#create(at, seconds);
      if (method === 'GET') return this.#read(at, id);
      return method === 'PUT' ? this.#replace(at, id) : this.#remove(at, id);
    }
    throw new Refusal(404, this.#model.messages.notFound ?? `There is nothing at ${path}.`);
  }

  #file(request: HttpRequest, { type, body, cache }: HttpModel['files'][string]): HttpResponse {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      throw new Refusal(405, `${request.method} is not allowed here.`, {}, [['Allow', 'GET, HEAD']]);
    return unlessKnown(request, `"${sha256(body).slice(0, 8)}"`, cache, () => ({
      status: 200,
      headers: [['Content-Type', type]],
      body,
    }));
  }

  #list({ collection, kept, request }: At): HttpResponse {
    const { page } = collection;
    const query = new URLSearchParams(request.target.split('?')[1] ?? '');
    const rows = [...kept.rows.values()].sort((a, b) => Number(a.id) - Number(b.id));
    if (!page)
      return this.#json(
        200,
        rows.map((row) => shown(row, collection)),
        collection,
        request,
      );
    const number = (name: string, usual: number, least: number, most: number) => {
      const value = Number(query.get(name) ?? usual);
      if (!Number.isInteger(value) || value < least || value > most)
        throw new Refusal(400, this.#model.messages.invalid ?? 'Invalid request content.', {
          errors: { [name]: `must be a whole number from ${least} to ${most}` },
        });
      return value;
    };
    const after = number('after', 0, 0, Number.MAX_SAFE_INTEGER);
    const size = number('size', page.size, 1, page.most);
    const rest = rows.filter((row) => Number(row.id) > after);
    const items = rest.slice(0, size);
    const next = rest.length > size ? items.at(-1)!.id : null;
    return this.#json(200, { items: items.map((row) => shown(row, collection)), next }, collection, request);
  }

  #read(at: At, id: string): HttpResponse {
    return this.#json(200, shown(this.#found(at, id), at.collection), at.collection, at.request, this.#etag(at, id));
  }

  #create(at: At, seconds: number): HttpResponse {
    const { collection, kept, request } = at;
    const { onceByKey } = collection;
    const key = onceByKey && headerOf(request, onceByKey.header);
    if (onceByKey && !key) throw new Refusal(400, `Required header '${onceByKey.header}' is not present.`);
    const body = this.#body(at);
    const scope = onceByKey ? JSON.stringify([onceByKey.per === undefined ? null : body[onceByKey.per], key]) : '';
    const known = kept.keys.get(scope);
    if (onceByKey && known) {
      if (known.body !== JSON.stringify(body))
        throw new Refusal(422, 'This idempotency key belongs to a different request.');
      return this.#created(at, known.id);
    }
    this.#checkUnique(at, body);
    this.#use(collection, body);
    kept.last += 1;
    const id = kept.last;
    const sets = Object.entries(collection.sets).map(([field, rule]) => [
      field,
      this.#set(rule, collection, body, seconds),
    ]);
    kept.rows.set(String(id), { id, ...body, ...(Object.fromEntries(sets) as Row) });
    if (onceByKey) kept.keys.set(scope, { body: JSON.stringify(body), id: String(id) });
    return this.#created(at, String(id));
  }

  #created(at: At, id: string): HttpResponse {
    const row = this.#found(at, id);
    const made = this.#json(201, shown(row, at.collection), at.collection, at.request, this.#etag(at, id));
    return { ...made, headers: [...made.headers, ['Location', `${at.collection.path}/${id}`]] };
  }

  #replace(at: At, id: string): HttpResponse {
    const { kept, collection, request } = at;
    const row = this.#found(at, id);
    this.#match(at, id);
    const body = this.#body(at);
    this.#checkUnique(at, body, id);
    kept.rows.set(id, { ...row, ...body });
    kept.versions.set(id, (kept.versions.get(id) ?? 0) + 1);
    return this.#json(200, shown(kept.rows.get(id)!, collection), collection, request, this.#etag(at, id));
  }

  #remove(at: At, id: string): HttpResponse {
    this.#found(at, id);
    this.#match(at, id);
    at.kept.rows.delete(id);
    return { status: 204, headers: [], body: '' };
  }

  #found({ kept, collection, name }: At, id: string): Row {
    const row = kept.rows.get(id);
    if (row) return row;
    throw new Refusal(404, this.#model.messages.notFound ?? `No ${collection.one ?? name} with id ${id}.`);
  }

  /** Refuses a change that does not name the version it was made from (RFC 9110, 13.1.1; RFC 6585, 3). */
  #match(at: At, id: string): void {
    const given = headerOf(at.request, 'If-Match');
    const etag = this.#etag(at, id);
    if (given === undefined) {
      if (at.collection.needsMatch) throw new Refusal(428, 'Send the ETag you last read in If-Match.');
      return;
    }
    if (given.trim() === '*' || (etag !== undefined && list(given).includes(etag))) return;
    throw new Refusal(412, `The ${at.collection.one ?? at.name} has changed; its ETag is now ${etag}.`);
  }

  #etag({ kept, collection, request }: At, id: string): string | undefined {
    const row = kept.rows.get(id)!;
    const version = Number(row.version ?? 0) + (kept.versions.get(id) ?? 0);
    switch (collection.etag) {
      case 'version':
        return `"${version}"`;
      case 'id-version':
        return `"${id}-${version}"`;
      case 'content':
        // What is made just now has no copy that could be asked for.
        return request.method === 'POST'
          ? undefined
          : `"${sha256(this.#write(shown(row, collection), collection.fields)).slice(0, 8)}"`;
      case 'none':
        return undefined;
    }
  }

  /** Reads and checks the body of a request. */
  #body({ collection, request }: At): Row {
    const { messages, unknownFields } = this.#model;
    const type = headerOf(request, 'Content-Type');
    if (type !== undefined && !/^application\/(?:json|[\w.+-]+\+json)\s*(?:;|$)/i.test(type))
      throw new Refusal(415, `Content-Type '${type}' is not supported.`);
    if (type === undefined && this.#model.errors === 'problem')
      throw new Refusal(415, 'Content-Type is missing; send application/json.');
    let value: unknown;
    try {
      value = JSON.parse(request.body);
    } catch {
      throw new Refusal(400, messages.notJson ?? 'Failed to read request');
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new Refusal(400, messages.notObject ?? messages.notJson ?? 'Failed to read request');
    const given = value as Row;
    const unknown = Object.keys(given).find((key) => !Object.hasOwn(collection.fields, key));
    if (unknown !== undefined && unknownFields === 'refuse')
      throw new Refusal(400, messages.notJson ?? 'Failed to read request');
    const errors: Record<string, string> = {};
    for (const [key, field] of Object.entries(collection.fields)) this.#checkField(own(given, key), field, key, errors);
    if (Object.keys(errors).length > 0)
      throw new Refusal(400, messages.invalid ?? 'Invalid request content.', { errors });
    for (const [key, field] of Object.entries(collection.fields)) this.#checkReference(own(given, key), field);
    return Object.fromEntries(
      Object.keys(collection.fields).flatMap((key) => (Object.hasOwn(given, key) ? [[key, given[key]]] : [])),
    );
  }

  #checkField(value: unknown, field: Field, key: string, errors: Record<string, string>): void {
    const rule = brokenRule(value, field);
    if (rule !== undefined) {
      if (field.wrong) throw new Refusal(field.wrong.status, field.wrong.message.replaceAll('{id}', String(value)));
      errors[key] = rule;
    } else if (field.each && Array.isArray(value))
      for (const [index, entry] of value.entries())
        for (const [name, one] of Object.entries(field.each))
          this.#checkField(own(entry, name), one, `${key}[${index}].${name}`, errors);
  }

  #checkReference(value: unknown, field: Field): void {
    if (field.each && Array.isArray(value))
      for (const entry of value)
        for (const [name, one] of Object.entries(field.each)) this.#checkReference(own(entry, name), one);
    if (field.refersTo === undefined || value === undefined) return;
    if (this.#kept.get(field.refersTo)?.rows.has(String(value))) return;
    const one = this.#model.collections[field.refersTo]?.one ?? field.refersTo;
    throw new Refusal(
      field.wrong?.status ?? 422,
      field.wrong?.message.replaceAll('{id}', String(value)) ?? `There is no ${one} ${String(value)}.`,
    );
  }

  #checkUnique({ collection, kept }: At, body: Row, except?: string): void {
    for (const [key, field] of Object.entries(collection.fields))
      if (field.unique && [...kept.rows].some(([id, row]) => id !== except && row[key] === body[key]))
        throw new Refusal(409, 'The request conflicts with stored data.');
  }

  /** Takes what a new one uses up, all of it or nothing. */
  #use({ takes }: Collection, body: Row): void {
    if (!takes) return;
    const rows = this.#kept.get(takes.from)!;
    const given = takes.in === undefined ? [body] : body[takes.in];
    const entries: unknown[] = Array.isArray(given) ? given : [];
    const wanted = new Map<string, number>();
    for (const entry of entries) {
      const id = String(own(entry, takes.id));
      wanted.set(id, (wanted.get(id) ?? 0) + Number(own(entry, takes.count)));
    }
    for (const [id, count] of wanted)
      if (!(Number(own(rows.rows.get(id), takes.of)) >= count))
        throw new Refusal(
          409,
          `Not enough ${takes.of} of ${this.#model.collections[takes.from]?.one ?? takes.from} ${id}.`,
          {
            ...(takes.title && { title: takes.title }),
            ...(takes.type && { type: takes.type }),
            [takes.id]: Number(id),
          },
        );
    for (const [id, count] of wanted) {
      const row = rows.rows.get(id)!;
      row[takes.of] = Number(row[takes.of]) - count;
      rows.versions.set(id, (rows.versions.get(id) ?? 0) + 1);
    }
  }

  #set(rule: Collection['sets'][string], { fields }: Collection, body: Row, seconds: number): unknown {
    if (typeof rule !== 'object' || rule === null) return rule;
    if ('now' in rule)
      return new Date(Date.parse(this.#model.start) + seconds * 1000).toISOString().replace('.000', '');
    const value = (name: string): number => {
      const [field = '', of] = name.split('.');
      if (of === undefined) return Number(body[field]);
      return Number(this.#kept.get(fields[field]?.refersTo ?? '')?.rows.get(String(body[field]))?.[of]);
    };
    return rule.times.reduce((product, name) => product * value(name), 1).toFixed(rule.decimals);
  }

  #json(
    status: number,
    value: unknown,
    { cache, fields }: Collection,
    request: HttpRequest,
    etag?: string,
  ): HttpResponse {
    const made = (): HttpResponse => ({
      status,
      headers: [['Content-Type', 'application/json']],
      body: this.#write(value, fields),
    });
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    return unlessKnown(request, etag, isRead ? cache : undefined, made);
  }

  /** JSON in the form of the model; numbers of fields with `decimals` have as many. */
  #write(value: unknown, fields: Record<string, Field>): string {
    const [colon, comma] = this.#model.json === 'spaced' ? [': ', ', '] : [':', ','];
    const text = (one: unknown, field?: Field): string => {
      if (Array.isArray(one)) return `[${one.map((entry) => text(entry, field)).join(comma)}]`;
      if (typeof one === 'number' && field?.decimals !== undefined) return one.toFixed(field.decimals);
      if (typeof one !== 'object' || one === null) return JSON.stringify(one);
      const known = { ...fields, ...field?.each };
      return `{${Object.entries(one)
        .map(([key, own]) => `${JSON.stringify(key)}${colon}${text(own, known[key])}`)
        .join(comma)}}`;
    };
    return text(value) + (this.#model.json === 'spaced' ? '\n' : '');
  }

  #refused({ status, message, more, headers }: Refusal, request: HttpRequest): HttpResponse {
    if (message === '') return { status, headers, body: '' };
    if (this.#model.errors === 'message')
      return {
        status,
        headers: [['Content-Type', 'application/json'], ...headers],
        body: this.#write({ error: message }, {}),
      };
    const { title, type, ...rest } = more;
    const problem = {
      ...(type !== undefined && { type }),
      title: title ?? reasons[status] ?? '',
      status,
      detail: message,
      instance: pathOf(request),
      ...rest,
    };
    return {
      status,
      headers: [['Content-Type', 'application/problem+json'], ...headers],
      body: this.#write(problem, {}),
    };
  }
}

interface At {
  name: string;
  collection: Collection;
  kept: Kept;
  request: HttpRequest;
}

const pathOf = ({ target }: HttpRequest): string => target.split('?')[0]!;

/** `a, b` as a list. */
const list = (value = ''): string[] =>
  value
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** 304 where the request names the version that it has (RFC 9110, 13.1.2), and otherwise what `made` gives. */
function unlessKnown(
  request: HttpRequest,
  etag: string | undefined,
  cache: string | undefined,
  made: () => HttpResponse,
): HttpResponse {
  const labels: Headers = [
    ...(etag === undefined ? [] : ([['ETag', etag]] as Headers)),
    ...(cache === undefined ? [] : ([['Cache-Control', cache]] as Headers)),
  ];
  const given = headerOf(request, 'If-None-Match');
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const known = list(given).map((one) => one.replace(/^W\//, ''));
  if (isRead && etag !== undefined && (known.includes(etag) || given?.trim() === '*'))
    return { status: 304, headers: labels, body: '' };
  const response = made();
  return { ...response, headers: [...response.headers, ...labels] };
}

/** A field of an entry, which may be anything that a caller sent. */
const own = (entry: unknown, name: string): unknown =>
  typeof entry === 'object' && entry !== null && Object.hasOwn(entry, name) ? (entry as Row)[name] : undefined;

/** What answers show of one. */
function shown(row: Row, { shows, fields }: Collection): Row {
  const keys = shows ?? ['id', ...Object.keys(fields), ...Object.keys(row)];
  return Object.fromEntries(
    [...new Set(keys)].flatMap((key) =>
      Object.hasOwn(row, key) && (shows || key !== 'version') ? [[key, row[key]]] : [],
    ),
  );
}

/** Which rule a value breaks, in words that stand behind the name of its field. */
function brokenRule(value: unknown, { type, required, least, most, longest }: Field): string | undefined {
  if (value === undefined || value === null) return required ? 'must not be null' : undefined;
  switch (type) {
    case 'text':
      if (typeof value !== 'string') return 'must be a text';
      if (required && value.trim() === '') return 'must not be blank';
      return longest !== undefined && value.length > longest ? `size must be between 0 and ${longest}` : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'must be true or false';
    case 'list':
      if (!Array.isArray(value)) return 'must be a list';
      if (required && value.length === 0) return 'must not be empty';
      return longest !== undefined && value.length > longest ? `size must be between 0 and ${longest}` : undefined;
    case 'number':
    case 'integer':
      if (typeof value !== 'number') return 'must be a number';
      if (type === 'integer' && !Number.isInteger(value)) return 'must be a whole number';
      if (least !== undefined && value < least) return `must be greater than or equal to ${least}`;
      return most !== undefined && value > most ? `must be less than or equal to ${most}` : undefined;
  }
}
