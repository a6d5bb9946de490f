/* eslint @typescript-eslint/no-unused-expressions: off -- the value of the script is the function that it consists of */
/**
 * Runs in the interpreter before the reader’s code: `console`, timers and `performance`, which the language itself does
 * not have. Values are printed as Node.js prints them (https://nodejs.org/api/util.html#utilinspectobject-options).
 * It is given `host`: `write(text)`, `later(milliseconds)` → number, `forget(number)`, `now()`,
 * and `begin()`, which says that what runs before the reader’s code is through. Under `Symbol.for` code that checks the
 * reader’s finds `write` and `inspect` (src/exercises/tests-code.ts).
 */
({ write, begin, later, forget, now }) => {
  /** Deepest level of objects within objects that is shown. */
  const deepest = 2;
  /** Longest line, in characters, that several entries share. */
  const longestLine = 80;
  /** Most entries of a collection that are shown, and most characters of a text within one. */
  const mostEntries = 100;
  const mostCharacters = 10_000;
  /** Most levels that share a line. */
  const sharedLevels = 3;

  const isName = (key) => /^[A-Za-z_$][\w$]*$/.test(key);
  const escapes = { '\n': '\\n', '\t': '\\t', '\r': '\\r', '\b': '\\b', '\f': '\\f', '\v': '\\v', '\\': '\\\\' };

  function quoted(text) {
    const quote = !text.includes("'") ? "'" : !text.includes('"') ? '"' : !text.includes('`') ? '`' : "'";
    const escaped = text.replace(
      // What a terminal would not print.
      /[\u0000-\u001f\u007f-\u009f\\]/g,
      (sign) => escapes[sign] ?? `\\x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
    );
    return quote + (quote === "'" ? escaped.replaceAll("'", "\\'") : escaped) + quote;
  }

  function plain(value, isNested) {
    switch (typeof value) {
      case 'string': {
        const left = value.length - mostCharacters;
        const shown = left > 0 && isNested ? value.slice(0, mostCharacters) : value;
        return isNested
          ? quoted(shown) + (shown === value ? '' : `... ${left} more character${left > 1 ? 's' : ''}`)
          : value;
      }
      case 'number':
        return Object.is(value, -0) ? '-0' : String(value);
      case 'bigint':
        return `${value}n`;
      default:
        return String(value);
    }
  }

  const isPlain = (value) => value === null || (typeof value !== 'object' && typeof value !== 'function');

  /** `Map`, `Product`; undefined for an object without a prototype. */
  function nameOf(value) {
    for (let at = value; at !== null; at = Object.getPrototypeOf(at)) {
      const maker = Object.getOwnPropertyDescriptor(at, 'constructor')?.value;
      if (typeof maker === 'function' && maker.name !== '' && value instanceof maker) return maker.name;
    }
    return undefined;
  }

  function functionText(value) {
    const isClass = /^class\b/.test(Function.prototype.toString.call(value));
    const kind = isClass ? 'class' : (nameOf(value) ?? 'Function');
    const parent = isClass ? Object.getPrototypeOf(value)?.name : '';
    return isClass
      ? `[class ${value.name || '(anonymous)'}${parent ? ` extends ${parent}` : ''}]`
      : `[${kind}${value.name ? `: ${value.name}` : ' (anonymous)'}]`;
  }

  function errorText(value) {
    const head = `${value.name ?? 'Error'}${value.message ? `: ${value.message}` : ''}`;
    const stack = typeof value.stack === 'string' ? value.stack.trimEnd() : '';
    return stack ? `${head}\n${stack}` : `[${head}]`;
  }

  /** Prints one value; `seen` are the objects it stands in, `state.depth` is the level of what was printed last. */
  function inspect(value, level = 0, seen = [], state = { depth: 0, indent: 0 }) {
    if (isPlain(value)) return plain(value, true);
    if (seen.includes(value)) return '[Circular *1]';
    const name = nameOf(value);
    const isArray = Array.isArray(value);
    if (level > deepest) return isArray ? '[Array]' : `[${name ?? 'Object: null prototype'}]`;
    state.depth = level;
    const inner = (one, indent = 2) => {
      state.indent += indent;
      const text = inspect(one, level + 1, [...seen, value], state);
      state.indent -= indent;
      return text;
    };
    const keys = Reflect.ownKeys(value).filter((key) => Object.prototype.propertyIsEnumerable.call(value, key));
    const property = (key) => {
      const { get, set, value: own } = Object.getOwnPropertyDescriptor(value, key);
      const text = get ? (set ? '[Getter/Setter]' : '[Getter]') : set ? '[Setter]' : inner(own);
      return `${typeof key === 'symbol' ? String(key) : isName(key) ? key : quoted(key)}: ${text}`;
    };
    const most = (entries, print) => {
      const all = [...entries];
      const left = all.length - mostEntries;
      const shown = all.slice(0, mostEntries).map(print);
      return left > 0 ? [...shown, `... ${left} more item${left > 1 ? 's' : ''}`] : shown;
    };
    let base = '';
    let open = '{';
    let entries;
    const tag = (usual, size) =>
      name === usual && size === undefined ? '' : `${name ?? '[Object: null prototype]'}${size ?? ''} `;
    if (isArray) {
      open = `${tag('Array', name === 'Array' ? undefined : `(${value.length})`)}[`;
      entries = listEntries(value, inner, most);
      entries.push(...keys.filter((key) => typeof key === 'symbol' || !/^\d+$/.test(key)).map(property));
    } else if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
      open = `${tag('', `(${value.length})`)}[`;
      entries = most(value, (one) => plain(one, true));
    } else if (value instanceof Map) {
      open = `${tag('', `(${value.size})`)}{`;
      entries = most(value, ([key, one]) => `${inner(key)} => ${inner(one)}`).concat(keys.map(property));
    } else if (value instanceof Set) {
      open = `${tag('', `(${value.size})`)}{`;
      entries = most(value, (one) => inner(one)).concat(keys.map(property));
    } else {
      entries = keys.map(property);
      if (typeof value === 'function') base = functionText(value);
      else if (value instanceof Error) base = errorText(value);
      else if (value instanceof RegExp) base = String(value);
      else if (value instanceof Date) base = Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
      else if (value instanceof Promise) open = 'Promise {';
      else if (value instanceof Number || value instanceof String || value instanceof Boolean)
        base = `[${name}: ${plain(value.valueOf(), true)}]`;
      else open = `${tag('Object')}{`;
      if (base !== '' && entries.length === 0) return base;
    }
    const close = open.endsWith('[') ? ']' : '}';
    if (entries.length === 0) return `${open}${close}`;
    return laidOut(entries, { base, open, close, level, state, isArray });
  }

  /** Entries of an array; places without a value count together. */
  function listEntries(list, inner, most) {
    const entries = [];
    let empty = 0;
    const flush = () => {
      if (empty > 0) entries.push(`<${empty} empty item${empty > 1 ? 's' : ''}>`);
      empty = 0;
    };
    for (let at = 0; at < list.length && entries.length <= mostEntries; at += 1)
      if (at in list) {
        flush();
        entries.push(entries.length < mostEntries ? inner(list[at]) : '');
      } else empty += 1;
    flush();
    if (entries.length <= mostEntries) return entries;
    return [...most(entries.slice(0, mostEntries), (one) => one), leftOut(list.length - mostEntries)];
  }
  const leftOut = (count) => `... ${count} more item${count > 1 ? 's' : ''}`;

  /** One line where it is short and not deep, otherwise one entry a line; many short entries of an array in columns. */
  function laidOut(entries, { base, open, close, level, state, isArray }) {
    const lines = isArray && entries.length > 6 ? inColumns(entries, state) : entries;
    const start = lines.length + state.indent + open.length + base.length + 10;
    const length = lines.reduce((sum, line) => sum + line.length, lines.length + start);
    const head = base === '' ? open : `${base} ${open}`;
    if (
      state.depth - level < sharedLevels &&
      lines.length === entries.length &&
      length <= longestLine &&
      !lines.some((line) => line.includes('\n')) &&
      !base.includes('\n')
    )
      return `${head} ${lines.join(', ')} ${close}`;
    const indent = ' '.repeat(state.indent);
    return `${head}\n${indent}  ${lines.join(`,\n${indent}  `)}\n${indent}${close}`;
  }

  function inColumns(entries, state) {
    const last = entries.at(-1);
    const more = last.startsWith('... ') && last.includes(' more item') ? [last] : [];
    const shown = more.length > 0 ? entries.slice(0, -1) : entries;
    const lengths = shown.map((entry) => entry.length + 2);
    const longest = Math.max(...lengths);
    const total = lengths.reduce((sum, one) => sum + one, 0);
    if (longest * 3 + state.indent >= longestLine || (total / longest <= 5 && longest > 8)) return entries;
    // A little wider than the average, so that the block is about two and a half times as wide as high.
    const width = Math.max(longest - 3 - Math.sqrt(longest - total / shown.length), 1);
    const columns = Math.min(
      Math.round(Math.sqrt(2.5 * width * shown.length) / width),
      Math.floor((longestLine - state.indent) / longest),
      4 * sharedLevels,
      15,
    );
    if (columns <= 1) return entries;
    const widths = Array.from({ length: columns }, (_, column) =>
      Math.max(...lengths.filter((_one, at) => at % columns === column)),
    );
    const isNumeric = shown.every((entry) => /^-?[\d.e+n]+$|^(?:NaN|-?Infinity)$/.test(entry));
    const rows = [];
    for (let from = 0; from < shown.length; from += columns) {
      const row = shown.slice(from, from + columns);
      rows.push(
        row
          .map((entry, column) => {
            const isLast = column === row.length - 1;
            const text = isLast ? entry : `${entry}, `;
            const room = widths[column] - (isLast && isNumeric ? 2 : 0);
            return isNumeric ? text.padStart(room) : isLast ? text : text.padEnd(room);
          })
          .join(''),
      );
    }
    return [...rows, ...more];
  }

  const shown = (value) => (isPlain(value) ? plain(value, false) : inspect(value));

  /** `%s` and the like in the first of several values. */
  function format(values) {
    const [first, ...rest] = values;
    if (typeof first !== 'string' || rest.length === 0) return values.map(shown).join(' ');
    const text = first.replace(/%([sdifjoOc%])/g, (sign, kind) => {
      if (kind === '%') return '%';
      if (rest.length === 0) return sign;
      const value = rest.shift();
      switch (kind) {
        case 's':
          return isPlain(value) ? plain(value, false) : inspect(value, deepest);
        case 'd':
          return typeof value === 'object' ? 'NaN' : plain(typeof value === 'bigint' ? value : Number(value), false);
        case 'i':
          return typeof value === 'object' ? 'NaN' : String(Number.parseInt(value, 10));
        case 'f':
          return String(Number.parseFloat(value));
        case 'j':
          return JSON.stringify(value);
        case 'c':
          return '';
        default:
          return inspect(value);
      }
    });
    return [text, ...rest.map(shown)].join(' ');
  }

  let group = '';
  const print = (...values) => write(`${group}${format(values).replaceAll('\n', `\n${group}`)}\n`);
  const counts = new Map();
  const starts = new Map();
  const named = (label) => (label === undefined ? 'default' : String(label));
  globalThis.console = {
    log: print,
    info: print,
    debug: print,
    warn: print,
    error: print,
    dir: (value) => print(inspect(value)),
    table: (value) => print(value),
    trace: (...values) => print('Trace:', ...values),
    assert: (holds, ...values) => {
      if (!holds) print('Assertion failed', ...values);
    },
    count: (label) => {
      counts.set(named(label), (counts.get(named(label)) ?? 0) + 1);
      print(`${named(label)}: ${counts.get(named(label))}`);
    },
    countReset: (label) => void counts.delete(named(label)),
    group: (...values) => {
      if (values.length > 0) print(...values);
      group += '  ';
    },
    groupEnd: () => {
      group = group.slice(2);
    },
    time: (label) => void starts.set(named(label), now()),
    timeEnd: (label) => {
      print(`${named(label)}: ${(now() - (starts.get(named(label)) ?? now())).toFixed(3)}ms`);
    },
  };

  const waiting = new Map();
  const wait = (action, milliseconds, values, again) => {
    if (typeof action !== 'function') throw new TypeError('The first argument must be a function.');
    const delay = Math.max(1, Number(milliseconds) || 0);
    const number = later(delay);
    waiting.set(number, { action, values, again: again ? delay : undefined });
    return number;
  };
  const stop = (number) => {
    waiting.delete(number);
    forget(Number(number) || 0);
  };
  globalThis.setTimeout = (action, milliseconds, ...values) => wait(action, milliseconds, values, false);
  globalThis.setInterval = (action, milliseconds, ...values) => wait(action, milliseconds, values, true);
  globalThis.clearTimeout = stop;
  globalThis.clearInterval = stop;
  globalThis.queueMicrotask = (action) => void Promise.resolve().then(() => action());
  globalThis.performance = { now };
  Object.defineProperty(globalThis, Symbol.for('begin'), { value: begin });
  Object.defineProperty(globalThis, Symbol.for('write'), { value: write });
  Object.defineProperty(globalThis, Symbol.for('inspect'), { value: (value) => inspect(value) });

  return {
    inspect: shown,
    /** Called by the host when a wait is over; a repeated one keeps its number. @returns milliseconds until it comes again */
    fire: (number) => {
      const one = waiting.get(number);
      if (!one) return undefined;
      if (one.again === undefined) waiting.delete(number);
      one.action(...one.values);
      return waiting.has(number) ? one.again : undefined;
    },
  };
};
