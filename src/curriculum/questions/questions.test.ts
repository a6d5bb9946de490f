import { describe, expect, test } from 'vitest';
import { english } from '../../strings/english.ts';
import { translator } from '../../strings/translator.ts';
import { contentFolder, phasePage, soundContent } from '../content-fixture.ts';
import { loadCurriculum } from '../load.ts';
import {
  answerMarkdown,
  answerText,
  codeSpan,
  mistakesMarkdown,
  optionsInOrder,
  promptBlocks,
  promptMarkdown,
} from './question.ts';

const file = 'content/questions/databases.yaml';
const t = translator(english, 'en');
const samples = {
  'content/samples/databases/sum.py':
    '# #region all\ntotal = 0\nfor price in [3, 4]:\n    total += price\nprint(total)\n# #endregion all\n',
  'content/samples/databases/output/sum.txt': 'sum\n7\n',
};
const load = (yaml: string, more: Record<string, string> = {}) =>
  loadCurriculum(contentFolder({ ...samples, ...more, [file]: yaml }), new Date('2026-12-01'));
/** Problems as `line: sentence`. */
const problemsOf = (yaml: string, more?: Record<string, string>) =>
  load(yaml, more).problems.map(({ line, code, message }) => `${line} ${code}: ${message}`);
const questionsOf = (yaml: string) => {
  const { curriculum, problems } = load(yaml);
  expect(problems).toEqual([]);
  return curriculum!.phases[0]!.questions;
};

/** A question; its fields start on line 6. */
const head = '- id: q\n  topic: joins\n  level: beginner\n  question: Q?\n  explanation: E.\n';
const question = (fields: string) => `${head}${fields.trim().replace(/^/gm, '  ')}\n`;
const choice = (options: string[], type = 'choice') =>
  question(`type: ${type}\noptions:\n${options.map((one) => `  - ${one}`).join('\n')}`);
const wrong = (id: string, text = id) => `{ id: ${id}, text: ${text}, feedback: F. }`;
const right = (id: string, text = id) => `{ id: ${id}, text: ${text}, right: true }`;
const fault = (was: string, is: string, more = '') =>
  question(`type: fault\nsample: databases/sum.py#all\nfault: { was: ${was}, is: ${is} }\n${more}`);
const output = (answer: string, lines = '2', more = '') =>
  question(
    `type: output\nsample: databases/sum.py\noutput: { file: databases/output/sum.txt, lines: "${lines}" }\nanswer: ${answer}\n${more}`,
  );

describe('a file of questions that is wrong', () => {
  const cases: [name: string, yaml: string, line: number, words: string, more?: Record<string, string>][] = [
    ['names a kind that does not exist', question('type: chioce'), 6, 'allowed are `recall`, `choice`, `several`'],
    ['lacks what its kind needs', question('type: number'), 1, '`[1].number` is missing. Add it: The answer.'],
    ['has a field of another kind', question('answer: A\nsteps: []'), 7, '`[1].steps` is unknown. Allowed are'],
    ['has no right option', choice([wrong('a'), wrong('b'), wrong('c')]), 8, '0 of the 3 options are right'],
    [
      'has two right options',
      choice([right('a'), right('b'), wrong('c')]),
      8,
      '2 of the 3 options are right. A `choice` has exactly one',
    ],
    [
      'has only right options among several',
      choice([right('a'), right('b'), right('c'), right('d')], 'several'),
      8,
      'at least one right and one wrong',
    ],
    ['has two options only', choice([right('a'), wrong('b')]), 8, 'write 3 to 5 options'],
    [
      'says nothing of a wrong option',
      choice([right('a'), wrong('b'), '{ id: c, text: Third }']),
      10,
      'The wrong option `Third` has no feedback',
    ],
    [
      'has two options with one text',
      choice([right('a'), wrong('b', 'Same'), wrong('c', ' same ')]),
      10,
      'two options with the text',
    ],
    [
      'has two options with one id',
      choice([right('a'), wrong('b', 'B'), wrong('b', 'C')]),
      10,
      'two options with the id `b`',
    ],
    [
      'names a place among options',
      choice([wrong('a'), wrong('b'), right('c', 'All of the above')]),
      10,
      '“All of the above” names a place',
    ],
    [
      'names letters of options',
      choice([wrong('a', 'one'), wrong('b', 'two'), right('c', 'A and B')]),
      10,
      '“A and B” names a place',
    ],
    [
      'repeats a step',
      question('type: order\nsteps: [{ id: a, text: A }, { id: b, text: B }, { id: c, text: a }]'),
      7,
      'two steps with the text',
    ],
    [
      'has a long card',
      question(`answer: A\ncards: [{ id: c, front: F?, back: ${'word '.repeat(26).trim()} }]`),
      7,
      'The back of the card has 26 words',
    ],
    [
      'shows a sample that is gone',
      question('answer: A\nsample: databases/sun.py'),
      7,
      'Did you mean `databases/sum.py`?',
    ],
    [
      'shows a region that is gone',
      question('answer: A\nsample: databases/sum.py#al'),
      7,
      'no region `al`. Its regions are `all`',
    ],
    ['shows a file outside', question('answer: A\nsample: ../../etc/passwd'), 7, 'lies outside `content/samples`'],
    ['predicts what is not recorded', output('"8"'), 9, 'it has `8` where the file has `7`'],
    ['leaves out recorded lines', output('sum', '1-2'), 9, 'it has `` where the file has `7`'],
    ['asks for lines that are not there', output('"7"', '2-9'), 8, 'has no lines `2-9`. It has 2'],
    ['asks for lines backwards', output('"7"', '2-1'), 8, 'has no lines `2-1`'],
    [
      'offers the recorded output as wrong',
      output('"7"', '2', 'options: [{ id: a, text: 7, feedback: F. }]'),
      10,
      'is what the sample prints',
    ],
    [
      'makes a line faulty that is not there',
      fault('total = 1', 'x'),
      8,
      '`total = 1` is no line of `databases/sum.py#all`. Did you mean `total = 0`?',
    ],
    ['makes no line faulty', fault('total = 0', 'total = 0'), 8, 'is a line of the sample as it is'],
    [
      'has feedback on a line that is not shown',
      fault('total = 0', 'total = 1', 'lines: [{ line: total = 0, feedback: F. }]'),
      9,
      'Did you mean `total = 1`?',
    ],
    [
      'has feedback on the faulty line',
      fault('total = 0', 'total = 1', 'lines: [{ line: total = 1, feedback: F. }]'),
      9,
      'is the faulty line itself',
    ],
    [
      'takes a right number for a mistake',
      question('type: number\nnumber: { value: 200, tolerance: 5 }\nmistakes: [{ value: 204, feedback: F. }]'),
      8,
      '`204` is a right answer',
    ],
    [
      'takes a right answer for a mistake',
      question('type: short\naccepts: [HSTS]\nmistakes: [{ text: " hsts ", feedback: F. }]'),
      8,
      'stands among its mistakes',
    ],
    [
      'tells a mistake twice',
      question(
        'type: number\nnumber: { value: 1 }\nmistakes: [{ value: 2, feedback: F. }, { value: 2, feedback: F. }]',
      ),
      8,
      'stands twice',
    ],
    ['shows a diagram of another page', question('answer: A\ndiagram: Joins'), 7, 'It has no diagrams.'],
  ];
  test.each(cases)('that %s', (_name, yaml, line, words, more) => {
    const problems = problemsOf(yaml, more);
    expect(problems.join('\n')).toContain(words);
    expect(problems.find((one) => one.includes(words))).toMatch(new RegExp(`^${line} `));
  });

  test('tells all of its problems at once', () => {
    expect(problemsOf(choice([right('a'), right('b', 'None of the above'), '{ id: b, text: a }']))).toHaveLength(5);
  });

  test('that makes a line faulty which stands twice', () => {
    const twice = { 'content/samples/databases/sum.py': '# #region all\na()\na()\n# #endregion all\n' };
    expect(problemsOf(fault('a()', 'b()'), twice).join()).toContain('stands 2 times');
  });

  test('that gives right options away by their length or their place', () => {
    const three = (options: (n: number) => string[]) =>
      [1, 2, 3].map((n) => choice(options(n)).replace('id: q', `id: q${n}`)).join('');
    const long = 'A right answer that is a good deal longer than the wrong ones';
    expect(problemsOf(three(() => [wrong('a'), right('b', long), wrong('c')])).join()).toContain(
      'In 3 of the 3 choice questions',
    );
    expect(problemsOf(three((n) => [wrong('a'), right('b', n > 1 ? 'b' : long), wrong('c')]))).toEqual([]);
    expect(problemsOf(three(() => [right('a'), wrong('b'), wrong('c')])).join()).toContain(
      'the right option stands first',
    );
    expect(
      problemsOf(three((n) => (n > 1 ? [right('a'), wrong('b'), wrong('c')] : [wrong('b'), right('a'), wrong('c')]))),
    ).toEqual([]);
  });
});

test('a page that names a question which the lesson does not have is told so', () => {
  const body = 'import { Checkpoint } from \'@components\';\n\n## Joins\n\n<Checkpoint question="qq" />\n';
  const problems = problemsOf(question('answer: A'), { 'content/docs/phases/01-databases.mdx': phasePage({}, body) });
  expect(problems.join()).toMatch(/names the question `qq`, which `databases` does not have\..*Its questions are `q`/);
});

test('words that only look like a place among options are no problem', () => {
  for (const text of [
    'The server answers 3 requests',
    'The first one wins',
    'Servers A and B both commit',
    'It answers a question',
  ])
    expect(problemsOf(choice([wrong('a', text), right('b', 'x'), wrong('c', 'y')]))).toEqual([]);
});

describe('a question', () => {
  test('without a kind is a recall, and what it leaves out has its default', () => {
    expect(questionsOf(question('answer: A'))).toEqual([
      {
        type: 'recall',
        id: 'q',
        topic: 'joins',
        level: 'beginner',
        question: 'Q?',
        answer: 'A',
        explanation: 'E.',
        revision: 1,
        review: true,
        cards: [],
      },
    ]);
  });

  test('about a fault shows the sample with the faulty line, indented as the right one', () => {
    const [one] = questionsOf(
      fault('total += price', 'total = price', 'lines: [{ line: total = 0, feedback: It starts so. }]'),
    );
    expect(one).toMatchObject({
      line: 2,
      lines: [{ line: 0 }],
      sample: { language: 'python', text: 'total = 0\nfor price in [3, 4]:\n    total = price\nprint(total)' },
    });
    expect(answerText(one!, t)).toBe('The line `total = price` is wrong. It should be `total += price`.');
    expect(mistakesMarkdown(one!)).toBe('- `total = 0`\\\n  It starts so.');
  });

  test('about output has what was recorded as its answer', () => {
    const [one] = questionsOf(output('"7"', '2', 'options: [{ id: a, text: 3, feedback: F. }]'));
    expect(answerMarkdown(one!, t)).toBe('```text\n7\n```');
    expect(mistakesMarkdown(one!)).toBe('- `3`\\\n  F.');
    expect(promptMarkdown(one!)).toMatch(/^Q\?\n\n```python\ntotal = 0\n[\s\S]*\n```$/);
    expect(
      optionsInOrder(one!)
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['3', '7']);
  });

  test('of each kind has its answer in words', () => {
    const words = (yaml: string) => answerText(questionsOf(yaml)[0]!, t);
    expect(words(choice([wrong('a'), right('b', 'The one'), wrong('c')]))).toBe('The one');
    expect(words(choice([right('a', 'One'), wrong('b'), right('c', 'Two'), wrong('d')], 'several'))).toBe(
      '• One • Two',
    );
    expect(words(question('type: order\nsteps: [{ id: a, text: A }, { id: b, text: B }, { id: c, text: C }]'))).toBe(
      '1. A 2. B 3. C',
    );
    expect(words(question('type: number\nnumber: { value: 1234.5, unit: ms }'))).toBe('1,234.5 ms');
    expect(words(question('type: short\naccepts: [HSTS, b]'))).toBe('`HSTS`');
    expect(words(output('"7"'))).toBe('`7`');
  });

  test('lists its options in an order that tells nothing, and always the same one', () => {
    const [one] = questionsOf(
      question('type: order\nsteps: [{ id: a, text: A }, { id: b, text: B }, { id: c, text: C }]'),
    );
    const order = optionsInOrder(one!).map(({ id }) => id);
    expect(order).not.toEqual(['a', 'b', 'c']);
    expect(optionsInOrder(one!).map(({ id }) => id)).toEqual(order);
    const firsts = 'abcdefghijklmnop'.split('').map((id) => {
      const [two] = questionsOf(choice([right('r'), wrong('v'), wrong('w')]).replace('id: q', `id: ${id}`));
      return optionsInOrder(two!)[0]!.id;
    });
    expect(new Set(firsts)).toEqual(new Set(['r', 'v', 'w']));
  });
});

test('a prompt falls apart into paragraphs and blocks of code; what is not closed is text', () => {
  expect(promptBlocks('One\ntwo.\n\n```sql\nselect 1;\n\n-- `x`\n```\nThree <b>.')).toEqual([
    { text: 'One\ntwo.' },
    { code: 'select 1;\n\n-- `x`', language: 'sql' },
    { text: 'Three <b>.' },
  ]);
  expect(promptBlocks('```js\nopen')).toEqual([{ text: '```js\nopen' }]);
  expect(promptBlocks('````\n```\n````')).toEqual([{ code: '```', language: 'text' }]);
  expect(promptBlocks(`${'`'.repeat(10_000)}\n${'x '.repeat(5000)}`)).toHaveLength(1);
});

test('text becomes code whatever backticks it has', () => {
  expect(codeSpan('a')).toBe('`a`');
  expect(codeSpan('a `b` ``c``')).toBe('``` a `b` ``c`` ```');
});

test('a translation names parts of a question that it has, and texts that its kind has', () => {
  const arabic = (yaml: string) =>
    problemsOf(choice([wrong('a'), right('b'), wrong('c')]), {
      'content/site.yaml': `${soundContent['content/site.yaml']}languages: [{ code: ar }]\n`,
      'content/ar/questions/databases.yaml': yaml,
    });
  expect(arabic('q:\n  options:\n    a: { text: أ, feedback: ب }\n')).toEqual([]);
  expect(arabic('q:\n  options:\n    d: { text: أ }\n').join()).toContain('`d` is none of the options of the question');
  expect(arabic('q:\n  steps: { a: أ }\n').join()).toContain('`a` is none of the steps of the question');
  expect(arabic('q:\n  answer: أ\n').join()).toContain('A question of the kind `choice` has no `answer` to translate');
  expect(arabic('q:\n  options:\n    a: { text: أ }\n    b: { text: أ }\n').join()).toContain(
    'two options with the text',
  );
});
