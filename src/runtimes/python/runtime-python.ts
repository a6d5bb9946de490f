/** Python in the page: Pyodide, which is CPython in WebAssembly with the standard library. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RuntimeKind } from '../runtime-kind.ts';

const found = (name: string) => fileURLToPath(import.meta.resolve(`pyodide/${name}`));
const { version } = JSON.parse(readFileSync(found('package.json'), 'utf8')) as { version: string };

const imported = /^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import\b|import[ \t]+([\w., \t]+))/gm;

/** Modules of the standard library that need what a page has not. */
const needs: Record<string, string> = {
  ...Object.fromEntries(
    ['socketserver', 'ssl', 'ftplib', 'smtplib', 'imaplib', 'poplib'].map((name) => [name, 'network']),
  ),
  'http.server': 'network',
  'http.client': 'network',
  'urllib.request': 'network',
  subprocess: 'processes',
  multiprocessing: 'processes',
  signal: 'processes',
  threading: 'threads',
  'concurrent.futures': 'threads',
  readline: 'terminal',
  curses: 'terminal',
  tkinter: 'windows',
};

/** Modules of Python 3.14 by their first name. */
const standard = new Set(
  (
    '__future__ abc argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 calendar cmath cmd code ' +
    'codecs collections colorsys compileall configparser contextlib contextvars copy copyreg csv ctypes curses ' +
    'dataclasses datetime decimal difflib dis doctest email enum errno faulthandler fcntl filecmp fileinput fnmatch ' +
    'fractions functools gc getopt getpass gettext glob graphlib gzip hashlib heapq hmac html http importlib inspect io ' +
    'ipaddress itertools json keyword linecache locale logging lzma mailbox marshal math mimetypes mmap netrc numbers ' +
    'operator os pathlib pickle pkgutil platform plistlib posixpath pprint profile pstats queue quopri random re ' +
    'reprlib runpy sched secrets select selectors shelve shlex shutil site socket sqlite3 stat statistics string stringprep struct symtable sys ' +
    'sysconfig tarfile tempfile textwrap time timeit tokenize tomllib trace traceback tracemalloc types typing ' +
    'unicodedata unittest urllib uuid warnings wave weakref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo ' +
    Object.keys(needs).join(' ')
  ).split(' '),
);

export const python: RuntimeKind = {
  endings: ['.py'],
  beginsAnew: true,

  cannotRun(code) {
    for (const [, from, list] of code.matchAll(imported))
      for (const name of from ? [from] : list!.split(',').map((one) => one.trim().split(/\s/)[0]!)) {
        const missing = needs[name];
        if (missing) return `it imports \`${name}\`, and a page has no ${missing}`;
        const first = name.split('.')[0]!;
        if (!standard.has(first))
          return `it imports \`${first}\`, and in the page there is the standard library of Python and nothing else`;
      }
    return undefined;
  },

  source: () => ({
    name: 'python',
    version,
    worker: fileURLToPath(new URL('worker.ts', import.meta.url)),
    files: {
      'pyodide.asm.wasm': found('pyodide.asm.wasm'),
      'python_stdlib.zip': found('python_stdlib.zip'),
    },
    packages: ['pyodide'],
    notices: [
      'Pyodide: the text of its license, https://www.mozilla.org/MPL/2.0/',
      'CPython and its standard library: PSF License, https://docs.python.org/3/license.html',
    ],
  }),
};
