import { expect, test, describe } from 'vitest';
import { excerptOf, marksIn } from './excerpt.ts';
import { groupHits } from './group-hits.ts';
import type { Hit } from './hit.ts';
import { readSections, type IndexablePage } from './page-sections.ts';
import { loadStemmer } from './load-stemmers.ts';
import { pagefindHits } from './pagefind-hits.ts';
import { corrected, prepareRanking, rank, readQuery } from './rank.ts';
import { anchorOf, packPlaces, packWords, unpackPlaces, unpackWords } from './ranking-data.ts';
import { firstSentences, rankingFile, type RankingWords } from './ranking-file.ts';
import { searchRecords, type PageFacts } from './search-record.ts';
import { correction } from './spelling.ts';
import { unstemmed } from './stemmers.ts';
import { tokensOf } from './tokens.ts';

const page = `<html lang="en"><body><main data-pagefind-body><h1>Caching</h1><p>Why caches help.</p>
  <h2 id="redis">Redis<a class="sl-anchor-link" href="#redis">#</a></h2><p>Keys and values.</p>
  <div class="expressive-code"><pre><code><div class="ec-line">SET name "oak"</div><div class="ec-line">GET name</div></code></pre></div>
  <figure class="diagram"><figcaption>One lookup</figcaption><svg><text>hidden</text></svg><ul class="diagram-words"><li>A asks B.</li></ul></figure>
  <check-point class="checkpoint"><ol><li><details id="question-why" data-q="why"><summary><span class="question">Why?</span></summary><div class="body"><details class="solution"><summary>Answer</summary><p>Because.</p><p class="again"><a>Again</a></p></details></div></details></li></ol></check-point>
  </main></body></html>`;

describe('a page', () => {
  const { title, sections } = readSections(page)!;
  test('is taken apart by section and kind of text', () => {
    expect(title).toBe('Caching');
    expect(sections.lesson?.map(({ id, text }) => [id, text])).toEqual([
      ['', 'Why caches help.'],
      ['redis', 'Keys and values.'],
    ]);
    expect(sections.code?.[0]).toMatchObject({ id: 'redis', text: 'SET name "oak" GET name' });
    expect(sections.diagram?.[0]).toMatchObject({ id: 'redis', text: 'One lookup A asks B.' });
    expect(sections.question?.[0]).toEqual({ id: 'question-why', heading: 'Why?', level: 3, text: 'Because.' });
  });
  test('is cut into lines, and has nothing of its controls', () => {
    const made = readSections(
      '<html><body><main data-pagefind-body><h1>A</h1><p><select><option>Done</option></select></p><p>One <b>line</b></p><ul><li>Two<ul><li>Three</li></ul></li></ul></main></body></html>',
    )!;
    expect(made.sections.lesson?.[0]?.text).toBe('One line\nTwo\nThree');
  });
  test('that is not meant for it is left out', () => {
    expect(readSections('<html><body><main><h1>404</h1></main></body></html>')).toBeUndefined();
  });
  test('carries level, kind and tracks as filters', () => {
    const facts = { ...lessonFacts({ redis: ['LRU'] }), position: 4 };
    const records = searchRecords(readSections(page)!, facts);
    expect(records.map((record) => record.kind)).toEqual(['lesson', 'code', 'diagram', 'question']);
    expect(records[0]!.html).toContain('data-pagefind-filter="track:8 stages"');
    expect(records[0]!.html).toContain('data-pagefind-meta="position:4"');
    // Excerpts are cut from the record: nothing stands in it that is not on the page.
    expect(records[0]!.html).not.toContain('LRU');
  });
});

function lessonFacts(covers: Record<string, string[]>): PageFacts {
  return {
    prose: 'lesson',
    level: 'Beginner',
    tracks: ['8 stages'],
    isLesson: true,
    covers: new Map(Object.entries(covers)),
  };
}

const lesson = (title: string, parts: [heading: string, text: string, level?: 2 | 3][]): IndexablePage => ({
  language: 'en',
  title,
  sections: {
    lesson: [
      { id: '', heading: title, level: 1, text: `All about ${title}.` },
      ...parts.map(([heading, text, level = 2]) => ({ id: anchorOf(heading), heading, level, text })),
    ],
  },
});

const words: RankingWords = {
  fillers: [
    'what',
    'is',
    'the',
    'between',
    'and',
    'vs',
    'difference',
    'or',
    'how',
    'do',
    'i',
    'my',
    'why',
    'first',
    'should',
  ],
  names: [
    [['k8s'], 'Kubernetes'],
    [['n plus one'], 'N+1'],
    [['c sharp'], 'C#'],
  ],
  alike: [['down', 'crash', 'dies']],
  topics: [['/data/#indexes', ['search in a big table is slow', 'find a row quickly']]],
  common: [],
  counts: {},
  terms: [[['SSE', 'server-sent events'], '/live/#server-sent-events', 'Server-sent events']],
  messages: [
    [['Connection refused', 'ECONNREFUSED', 'java.net.ConnectException: Connection refused'], '/net/#ports', 'Ports'],
    [['UnsupportedClassVersionError'], '/java/#jvm', 'JVM'],
  ],
  questions: [[['what should I learn first', 'where to start'], '/start/', 'Start', 'Begin at the top.']],
};
const pages: [string, IndexablePage, Record<string, string[]>][] = [
  [
    '/live/',
    lesson('Live data', [
      ['WebSockets', 'A websocket is open in both directions. SSE goes one way.'],
      ['Server-sent events', 'The server sends events over one answer.'],
      ['Further reading', 'Websocket and sse in the standards.'],
    ]),
    { websockets: [], 'server-sent-events': [] },
  ],
  [
    '/net/',
    lesson('Networks', [
      ['Ports', 'A port is a number. Nothing listens, and the connection is refused.'],
      ['HTTP status codes', 'Answers have numbers: 401 asks who you are, 403 says no.'],
      ['Further reading', 'Networks.'],
    ]),
    { ports: [], 'http-status-codes': ['401', '403'] },
  ],
  [
    '/data/',
    lesson('Data', [
      ['N+1 query problem', 'One query for the list and one more for each row. A query too many.'],
      ['Indexes', 'An index finds rows. Deadlocks are told elsewhere.'],
      ['Further reading', 'Data.'],
    ]),
    { 'n1-query-problem': ['N+1'], indexes: [] },
  ],
  [
    '/java/',
    lesson('Java and C#', [
      ['JVM', 'Runs classes.'],
      ['Kubernetes', 'Runs containers.'],
      ['Further reading', 'Java.'],
    ]),
    { jvm: [], kubernetes: [] },
  ],
];
const english = loadStemmer('en');
const ranking = await prepareRanking(
  rankingFile(
    pages.map(([path, one, covers]) => ({ path, page: one, facts: lessonFacts(covers) })),
    words,
    english,
  ),
  english,
);
const firstFor = (query: string) => rank(ranking, query).sections[0]?.unit.url;

describe('ranking', () => {
  test.each([
    ['server-sent events', '/live/#server-sent-events'],
    ['websocket vs sse', '/live/#websockets'],
    ['what is the difference between 401 and 403', '/net/#http-status-codes'],
    ['n plus one', '/data/#n1-query-problem'],
    ['n+1', '/data/#n1-query-problem'],
    ['k8s', '/java/#kubernetes'],
    ['c sharp', '/java/'],
    ['index', '/data/#indexes'],
    ['indexe', '/data/#indexes'],
    ['web sockets', '/live/#websockets'],
    ['why is my table so slow', '/data/#indexes'],
    ['quickly find one of many rows', '/data/#indexes'],
  ])('puts the section first that is meant by “%s”', (query, url) => {
    expect(firstFor(query)).toBe(url);
  });

  test('puts what stands on every page behind what teaches', () => {
    const urls = rank(ranking, 'websocket').sections.map(({ unit }) => unit.url);
    expect(urls.indexOf('/live/#websockets')).toBeLessThan(urls.indexOf('/live/#further-reading'));
  });

  test.each([
    'ECONNREFUSED',
    'connection refused',
    'error: connection refused',
    'java.net.ConnectException: Connection refused',
  ])('answers the message “%s” and opens with what helps', (query) => {
    const { answer, sections } = rank(ranking, query);
    expect(answer).toMatchObject({ kind: 'message', name: 'Connection refused', url: '/net/#ports', title: 'Ports' });
    expect(sections[0]!.unit.url).toBe('/net/#ports');
  });

  test('knows a message in lower case, and not by one word of many', () => {
    expect(rank(ranking, 'unsupportedclassversionerror').answer?.name).toBe('UnsupportedClassVersionError');
    expect(rank(ranking, 'connection').answer).toBeUndefined();
  });

  test('answers questions about the site and single terms', () => {
    expect(rank(ranking, 'what should i learn first').answer).toMatchObject({ kind: 'question' });
    expect(rank(ranking, 'what is sse').answer).toMatchObject({ kind: 'term', name: 'SSE', index: 0 });
    expect(rank(ranking, 'sse and ports').answer).toBeUndefined();
  });

  describe('by what readers call things', async () => {
    const called = await prepareRanking(
      rankingFile(
        [
          {
            path: '/locks/',
            page: lesson('Locks', [
              ['Owners', 'All users wait.'],
              ['Lease', 'All users pay.'],
              ['Orders', 'An order is saved, and users see it.'],
              ['Outbox', 'The event stands beside the order for all users.', 3],
              ['Sign in', 'All users give a name.'],
              ['Rest', 'Users read on.'],
            ]),
            facts: lessonFacts({ owners: [], lease: [], orders: [], 'sign-in': [], rest: [] }),
          },
        ],
        {
          ...words,
          alike: [],
          topics: [['/locks/#outbox', ['event lost after saving']]],
          questions: [[['where is my account', 'sign'], '/start/', 'Start', 'There is none.']],
        },
        english,
      ),
      english,
    );
    const first = (query: string) => rank(called, query).sections[0]?.unit.url;

    test('shows the part of a section that is asked for by a phrase', () => {
      expect(first('event lost after saving')).toBe('/locks/#outbox');
    });

    test('answers a question about the site that reads as the query does, fillers included', async () => {
      const asked = await prepareRanking(
        rankingFile(
          [],
          {
            ...words,
            questions: [
              [['what is the roadmap'], '/start/', 'Start', 'A list.'],
              [['make my own roadmap'], '/make/', 'Make', 'Copy it.'],
            ],
          },
          english,
        ),
        english,
      );
      expect(rank(asked, 'make my own roadmap').answer).toMatchObject({ url: '/make/' });
    });

    test('takes the title of a section for no question about the site', async () => {
      const asked = await prepareRanking(
        rankingFile(
          [{ path: '/locks/', page: lesson('Locks', [['Owners', 'All users wait.']]), facts: lessonFacts({}) }],
          { ...words, alike: [], topics: [], questions: [[['owners exam', 'owners'], '/start/', 'Start', 'A list.']] },
          english,
        ),
        english,
      );
      expect(rank(asked, 'owners exam').answer).toMatchObject({ url: '/start/' });
      expect(rank(asked, 'Owners').answer).toBeUndefined();
    });

    test('finds a message by the name of the error alone, with or without its package', async () => {
      const names = ['NET::ERR_CERT_DATE_INVALID', 'javax.net.ssl.SSLHandshakeException: path building failed'];
      const messages: typeof words.messages = [[names, '/locks/', 'Locks', 'Expired.']];
      const asked = await prepareRanking(rankingFile([], { ...words, messages }, english), english);
      for (const query of ['err_cert_date_invalid', 'SSLHandshakeException', 'javax.net.ssl.SSLHandshakeException'])
        expect(rank(asked, query).answer).toMatchObject({ kind: 'message' });
      expect(rank(asked, 'building').answer).toBeUndefined();
    });

    test('takes one word of several for no question about the site', () => {
      expect(rank(called, 'sign').answer).toMatchObject({ kind: 'question' });
      expect(rank(called, 'sign users').answer).toBeUndefined();
    });
  });

  test('corrects words the site does not have, and cuts none to a fragment', () => {
    const fix = (query: string) => corrected(ranking, query, readQuery(ranking, query).unknown);
    expect(fix('kuberntes indxes')).toBe('kubernetes indexes');
    expect(fix('websockets')).toBeUndefined();
    expect(readQuery(ranking, 'EPERM').unknown).toEqual(['eperm']);
    expect(rank(ranking, 'EPERM').sections).toEqual([]);
  });

  test('leaves out what a filter does not let through', () => {
    const found = rank(ranking, 'reading', undefined, ({ page: [path] }) => path === '/net/').sections;
    expect(new Set(found.map(({ unit }) => unit.page[0]))).toEqual(new Set(['/net/']));
  });

  test('holds less of more pages, so that the file stays small', () => {
    const many = Array.from({ length: 60 }, (_, at) => ({
      path: `/${at}/`,
      page: lesson(`Page ${at}`, [
        [`Part ${at}`, Array.from({ length: 40 }, (_, one) => `word${at * 40 + one}`).join(' ')],
      ]),
      facts: lessonFacts({}),
    }));
    const whole = rankingFile(many, words, unstemmed);
    const small = rankingFile(many, words, unstemmed, 1500);
    expect(whole.words).not.toBe('');
    expect(small.words).toBe('');
    expect(small.pages).toHaveLength(60);
  });

  test('has the first sentence of each section beside it, whole, and in the order of its sections', () => {
    const page = lesson('Tea', [
      ['Green', `Green tea is not fermented. ${'It is steamed. '.repeat(20)}`],
      ['Black', 'Black tea is.\nThe next line'],
      ['White', `${'White tea is picked early '.repeat(20)}and dried.`],
    ]);
    const made = [{ path: '/tea/', page, facts: lessonFacts({}) }];
    const sentences = firstSentences(rankingFile(made, words, unstemmed), made);
    expect(sentences.slice(0, 3)).toEqual(['All about Tea.', 'Green tea is not fermented.', 'Black tea is.']);
    expect(sentences[3]).toMatch(/^White tea .* …$/);
  });

  describe('parts of a section', async () => {
    const parted = await prepareRanking(
      rankingFile(
        [
          {
            path: '/pods/',
            page: lesson('Pods', [
              ['Pods', 'A pod runs containers. Some live long.'],
              ['Rules', 'Liveness and readiness. Liveness and readiness. Liveness and readiness.', 3],
              ['Restart policy', 'A container that ended begins anew.', 3],
              ['Services', 'A service has one address.'],
              ['Ports', 'A service has ports.', 3],
            ]),
            facts: lessonFacts({ pods: ['liveness', 'readiness'], services: [] }),
          },
        ],
        {
          ...words,
          alike: [],
          topics: [],
          messages: [[['CrashLoopBackOff', 'pod restarts again and again'], '/pods/#restart-policy', 'Restart policy']],
          questions: [],
        },
        english,
      ),
      english,
    );
    const urls = (query: string) => rank(parted, query).sections.map(({ unit }) => unit.url);

    test('are left out where the section itself is a hit', () => {
      expect(urls('service')).toEqual(['/pods/#services']);
    });
    test('are hits where their heading is asked for', () => {
      expect(urls('restart policy')[0]).toBe('/pods/#restart-policy');
    });
    test('are hits beside the section where they have all that is asked for, and often', () => {
      expect(urls('liveness vs readiness').slice(0, 2)).toEqual(['/pods/#pods', '/pods/#rules']);
    });
    test('come first where a message leads to them', () => {
      expect(urls('pod restarts again and again')[0]).toBe('/pods/#restart-policy');
    });
  });

  test('reads a script without spaces word by word, and takes a whole run for no unknown word', async () => {
    const japanese = await prepareRanking(
      rankingFile(
        [
          {
            path: '/ja/',
            page: lesson('パン', [
              ['小麦粉', '小麦粉を量る。'],
              ['水分', '小麦粉に水分を足す。'],
            ]),
            facts: lessonFacts({}),
          },
        ],
        { ...words, fillers: [], names: [], alike: [], topics: [], messages: [], questions: [], terms: [] },
        unstemmed,
      ),
      unstemmed,
    );
    expect(readQuery(japanese, '水分の量').unknown).toEqual([]);
    expect(rank(japanese, '水分の量').sections[0]!.unit.title).toBe('水分');
  });

  describe('a pasted text', async () => {
    const pasted = await prepareRanking(
      rankingFile(
        [
          {
            path: '/net/',
            page: lesson('Net', [
              ['Ports', 'A port.'],
              ['Recursion', 'Again.'],
            ]),
            facts: lessonFacts({}),
          },
        ],
        {
          ...words,
          messages: [
            [['Connection refused', 'java.net.ConnectException: Connection refused'], '/net/#ports', 'Ports'],
            [['Bind for 0.0.0.0:8080 failed: port is already allocated'], '/net/#ports', 'Ports'],
            [['StackOverflowError'], '/net/#recursion', 'Recursion'],
            [['HashMap grows'], '/net/#recursion', 'Recursion'],
          ],
        },
        english,
      ),
      english,
    );
    const answered = (query: string) => rank(pasted, query).answer?.name;

    test.each([
      [
        'with the lines of its stack',
        'Connection refused',
        'Exception in thread "main" java.net.ConnectException: Connection refused\n\tat java.base/sun.nio.ch.Net.pollConnect(Native Method)\n\tat shop.Client.main(Client.java:12)',
      ],
      [
        'with the time and the host of its log',
        'Connection refused',
        '2026-11-30T20:15:02.113Z ERROR 4711 --- [main] shop.Client: connect to 10.0.0.7:5432 failed: Connection refused',
      ],
      [
        'with another address',
        'Bind for 0.0.0.0:8080 failed: port is already allocated',
        'Bind for 127.0.0.1:9090 failed: port is already allocated',
      ],
      ['with what was done when it came', 'StackOverflowError', 'StackOverflowError when returning an answer'],
      ['in lower case', 'StackOverflowError', 'stackoverflowerror in my service'],
    ])('is answered by the message in it %s', (_, name, query) => {
      expect(answered(query)).toBe(name);
    });
    test('is answered by no name that stands in a message by the way', () => {
      expect(answered('how do I sort a HashMap')).toBeUndefined();
    });
  });

  test('finds the section of a page about the site that says who asks', async () => {
    const asked = await prepareRanking(
      rankingFile(
        [
          {
            path: '/who/',
            page: lesson('Who it is for', [
              ['Java developers', 'Skip phase 2.'],
              ['Students', 'Begin here.'],
            ]),
            facts: { ...lessonFacts({}), prose: 'guide', isLesson: false },
          },
          {
            path: '/java/',
            page: lesson('Java', [['Start of a Java program', 'A developer starts it.']]),
            facts: lessonFacts({ 'start-of-a-java-program': [] }),
          },
        ],
        {
          ...words,
          fillers: [...words.fillers, 'where', 'to', 'as', 'a'],
          alike: [],
          topics: [],
          messages: [],
          questions: [[['experienced, where to start'], '/who/', 'Who it is for', 'See there.']],
        },
        english,
      ),
      english,
    );
    expect(rank(asked, 'where to start as a java developer').sections[0]!.unit.url).toBe('/who/#java-developers');
  });
});

test('words and places come back as they were packed', () => {
  const list = ['cache', 'caches', 'caching', 'über', 'c++'].sort();
  expect(unpackWords(packWords(list))).toEqual(list);
  expect(unpackWords('')).toEqual([]);
  const places = new Map([
    [0, 1],
    [1, 5],
    [40, 1],
    [2000, 3],
  ]);
  expect([...unpackPlaces(packPlaces(places, 10))]).toEqual([
    [0, false],
    [1, true],
    [40, false],
    [2000, true],
  ]);
  expect([...unpackPlaces(packPlaces(places, 2))]).toEqual([
    [1, true],
    [2000, true],
  ]);
});

test('words of the field stay whole', () => {
  const list = (text: string) => tokensOf(text).map(({ word }) => word);
  expect(list('C# and C++, N+1; Node.js, .NET (pg_dump). Done')).toEqual([
    'c#',
    'and',
    'c++',
    'n+1',
    'node.js',
    '.net',
    'pg_dump',
    'done',
  ]);
  expect(list('Façade’s end.')).toEqual(['facade', 'end']);
  expect(list('水分量を量る')).toContain('水分');
});

test('a misspelling gets the nearest word, and a word unlike all others none', () => {
  const known = ['braker', 'breaker', 'circuit', 'database', 'deadlock', 'injection', 'kubernetes'];
  const prominent = new Set(known.slice(1));
  expect(correction('cirquit', known, prominent)).toBe('circuit');
  expect(correction('dedlock', known, prominent)).toBe('deadlock');
  expect(correction('injetion', known, prominent)).toBe('injection');
  expect(correction('brekaer', known, prominent)).toBe('breaker');
  expect(correction('econnrefused', known, prominent)).toBeUndefined();
  expect(correction('xyz', known, prominent)).toBeUndefined();
});

describe('an excerpt', () => {
  const asked = { ways: [['circuit', 'breaker'], ['sql']], stem: (word: string) => word };
  test('is the sentence with what was asked for, or the first one', () => {
    const text = 'Calls fail. A circuit breaker opens after some. It closes again.';
    expect(excerptOf(text, asked)).toBe('A circuit breaker opens after some.');
    expect(excerptOf('Nothing of it. Nor here.', asked)).toBe('Nothing of it.');
  });
  test('ends after a word where a sentence is long', () => {
    const cut = excerptOf(`${'many words '.repeat(40)}and the end.`, asked);
    expect(cut).toMatch(/^many words .* (?:many|words) …$/);
    expect(cut.length).toBeLessThan(230);
  });
  test('has marks on whole words without the signs round them', () => {
    const text = 'MySQL, (SQL; and) a circuit breaker.';
    expect(marksIn(text, asked).map(({ start, end }) => text.slice(start, end))).toEqual(['SQL', 'circuit breaker']);
  });
});

test('a record of Pagefind gives the sections that have what was asked for', () => {
  const record = {
    url: '/a/?question',
    meta: { title: 'A', kind: 'question' },
    raw_content: 'A. Intro. Why &lt;b&gt;? One sentence. The breaker opens. Else? Nothing.',
    anchors: [
      { element: 'h3', id: 'question-why', text: 'Why <b>?', location: 2 },
      { element: 'h3', id: 'question-else', text: 'Else?', location: 9 },
    ],
  };
  const asked = { ways: [['breaker']], stem: (word: string) => word };
  expect(pagefindHits(record, asked, [[['breaker']]], 3)).toEqual([
    { url: '/a/#question-why', title: 'Why <b>?', page: 'A', kind: 'question', excerpt: 'The breaker opens.' },
  ]);
  expect(pagefindHits(record, { ...asked, ways: [] }, [], 5).map(({ title }) => title)).toEqual(['Why <b>?', 'Else?']);
});

test('sections of one lesson stand together behind the first hits', () => {
  const hit = (url: string): Hit => ({ url, title: url, kind: 'lesson', excerpt: '' });
  const groups = groupHits(['/a/#1', '/a/#2', '/b/#1', '/a/#3', '/b/#2'].map(hit));
  expect(groups.map(({ hit: { url }, more }) => [url, more.map((one) => one.url)])).toEqual([
    ['/a/#1', []],
    ['/a/#2', []],
    ['/b/#1', ['/b/#2']],
    ['/a/#3', []],
  ]);
});
