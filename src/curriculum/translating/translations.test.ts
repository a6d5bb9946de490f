import { expect, test } from 'vitest';
import { contentFolder, phasePage, soundContent } from '../content-fixture.ts';
import { loadCurriculum } from '../load.ts';
import { reportProblems } from '../problems/report.ts';

type Files = Parameters<typeof contentFolder>[0];
const site = (languages: string) => `${soundContent['content/site.yaml']}languages:\n${languages}`;
const track = [
  'title: Short way',
  'label: Short',
  'summary: The short way.',
  'levels: [beginner, beginner]',
  'duration: a day',
  'stages:',
  '  - { id: start, title: Start, items: [{ label: Joins, to: databases#joins }], practice: [Join two tables.] }',
].join('\n');
const page = 'content/docs/ar/phases/01-databases.mdx';
const translatedPage = (fields = '', body = '## الربط\n\nنص.\n') =>
  `---\ntitle: قواعد البيانات\ndescription: عن قواعد البيانات.\n${fields}---\n\n${body}`;
const question = '- { id: why, topic: joins, level: beginner, question: Why?, answer: Because., explanation: So. }\n';

const base: Files = {
  'content/site.yaml': site('  - code: ar\n'),
  'content/tracks/1-short.yaml': track,
  'content/questions/databases.yaml': question,
  'content/glossary.yaml': '- { term: Join, definition: Two tables in one., see: databases#joins }\n',
};
const load = (files: Files) => loadCurriculum(contentFolder({ ...base, ...files }), new Date('2026-12-01'));
const report = (files: Files) => reportProblems(load(files).problems);
const arabic = (files: Files) => {
  const { curriculum, problems } = load(files);
  expect(reportProblems(problems)).toBe(reportProblems([]));
  return curriculum!.translations[0]!;
};

test('a language has its direction and its name by itself, or as site.yaml says', () => {
  expect(arabic({}).language).toMatchObject({ folder: 'ar', tag: 'ar', direction: 'rtl', label: 'العربية' });
  const given = site('  - { code: pt-BR, label: Brasil, direction: ltr }\n');
  expect(arabic({ 'content/site.yaml': given }).language).toMatchObject({
    folder: 'pt-br',
    tag: 'pt-BR',
    label: 'Brasil',
  });
});

test('what is not translated stays in the base language, item by item', () => {
  const { phases, tracks, glossary, sections, made } = arabic({
    'content/ar/tracks/1-short.yaml': 'title: الطريق القصير\nstages: { start: { items: { Joins: الربط } } }\n',
    'content/ar/questions/databases.yaml': 'why: { question: لماذا؟ }\n',
  });
  expect(phases[0]).toMatchObject({ title: 'Databases', questions: [{ question: 'لماذا؟', answer: 'Because.' }] });
  expect(tracks[0]).toMatchObject({
    title: 'الطريق القصير',
    label: 'Short',
    stages: [{ title: 'Start', items: [{ label: 'الربط' }], practice: ['Join two tables.'] }],
  });
  expect(glossary[0]).toMatchObject({ term: 'Join', see: { title: 'Joins' } });
  expect(sections[0]!.title).toBe('Phases');
  expect(made.get('map')).toBe('Map');
});

test('a translated page gives its texts; ids, order, hours and anchors are those of the base page', () => {
  const { phases, tracks, glossary } = arabic({ [page]: translatedPage('outcomes: [تكتب ربطًا.]\n') });
  expect(phases[0]).toMatchObject({
    slug: 'databases',
    path: '/phases/databases/',
    title: 'قواعد البيانات',
    outcomes: ['تكتب ربطًا.'],
    tags: ['SQL'],
    hours: [1, 2],
    topics: [{ id: 'joins', title: 'الربط', path: '/phases/databases/#joins' }],
  });
  expect(tracks[0]!.stages[0]!.items[0]).toMatchObject({ label: 'Joins', title: 'الربط' });
  expect(glossary[0]!.see!.title).toBe('الربط');
});

test('titles and groups of the site and names of pages are translated', () => {
  const {
    site: settings,
    sections,
    made,
  } = arabic({
    'content/ar/site.yaml': 'title: اختبار\nsections: { Phases: المراحل }\n',
    'content/i18n/ar.json': '{\n\t"page.map": "الخريطة"\n}\n',
  });
  expect(settings.title).toBe('اختبار');
  expect(sections[0]!.title).toBe('المراحل');
  expect(made.get('map')).toBe('الخريطة');
});

test('words that are not translated stay together on a page that is read from the right', () => {
  const { strings } = arabic({ 'content/i18n/ar.json': '{ "page.map": "الخريطة" }' }).language;
  expect(strings['page.map']).toBe('الخريطة');
  expect(strings['hours.range']).toMatchObject({ other: '\u2066{from} to {to} hours\u2069' });
  expect(strings['list.between']).toBe(', ');
  expect(load({}).curriculum!.language.strings['hours.range']).toMatchObject({ other: '{from} to {to} hours' });
});

test('words of the base language can be changed too', () => {
  const { curriculum } = load({ 'content/i18n/en.json': '{ "page.map": "Chart", "search.label": "Look up" }' });
  expect(curriculum!.made.get('map')).toBe('Chart');
});

test('a translation of a page that does not exist is told with the nearest name', () => {
  expect(report({ 'content/docs/ar/phases/01-database.mdx': translatedPage() })).toMatchInlineSnapshot(`
    "content/docs/ar/phases/01-database.mdx
      -       This translates the page \`phases/database\`, which does not exist in the base language. Did you mean \`phases/databases\`? Name the translation like what it translates. [translation-base]

    1 problem in content. Nothing was built; an earlier build is untouched.
    \`npm run check -- --explain translation-base\` explains a code with an example, and so does /make-it-yours/problems/ on the site."
  `);
});

test('a translated page with other headings is told with the line of the first that differs', () => {
  expect(report({ [page]: translatedPage('', '## الربط\n\nنص.\n\n## زائد\n\nنص.\n') })).toMatchInlineSnapshot(`
    "content/docs/ar/phases/01-databases.mdx
      10:1    “زائد” (level 2) stands here, where the base page has no further heading. Give the translation the headings of the base page in the same order and of the same levels, so that its anchors are the same. [translation-headings]

    1 problem in content. Nothing was built; an earlier build is untouched.
    \`npm run check -- --explain translation-headings\` explains a code with an example, and so does /make-it-yours/problems/ on the site."
  `);
  expect(report({ [page]: translatedPage('', 'نص.\n') })).toMatchInlineSnapshot(`
    "content/docs/ar/phases/01-databases.mdx
      2:8     No further heading comes, where the base page has “Joins” (level 2). Give the translation the headings of the base page in the same order and of the same levels, so that its anchors are the same. [translation-headings]

    1 problem in content. Nothing was built; an earlier build is untouched.
    \`npm run check -- --explain translation-headings\` explains a code with an example, and so does /make-it-yours/problems/ on the site."
  `);
});

test('structure in a translation is told', () => {
  expect(report({ [page]: translatedPage('level: beginner\n') })).toMatchInlineSnapshot(`
    "content/docs/ar/phases/01-databases.mdx
      4:8     The field \`level\` comes from the page that this one translates, so that it is changed in one place. Take it out here. [field-translated]

    1 problem in content. Nothing was built; an earlier build is untouched.
    \`npm run check -- --explain field-translated\` explains a code with an example, and so does /make-it-yours/problems/ on the site."
  `);
});

test('data of a translation that the base language does not have are told with line and nearest name', () => {
  expect(
    report({
      'content/ar/site.yaml': 'sections: { Phase: المراحل }\n',
      'content/ar/tracks/1-short.yaml': 'stages:\n  start:\n    items:\n      Join: الربط\n',
      'content/ar/tracks/2-long.yaml': 'title: طويل\n',
      'content/ar/questions/databases.yaml': 'whi: { question: لماذا؟ }\n',
      'content/ar/glossary.yaml': 'Joint: { definition: جدولان. }\n',
    }),
  ).toMatchInlineSnapshot(`
    "content/ar/glossary.yaml
      1:8     \`Joint\` is none of the terms of the glossary in the base language. Did you mean \`Join\`? They are \`Join\`. [translation-key]

    content/ar/questions/databases.yaml
      1:6     \`whi\` is none of the questions of the lesson in the base language. Did you mean \`why\`? They are \`why\`. [translation-key]

    content/ar/site.yaml
      1:20    \`Phase\` is none of the groups of the sidebar in the base language. Did you mean \`Phases\`? They are \`Phases\`. [translation-key]

    content/ar/tracks/1-short.yaml
      4:13    \`Join\` is none of the items of the stage in the base language. Did you mean \`Joins\`? They are \`Joins\`. [translation-key]

    content/ar/tracks/2-long.yaml
      -       This translates the file \`tracks/2-long.yaml\`, which does not exist in the base language. Did you mean \`tracks/1-short.yaml\`? Name the translation like what it translates. [translation-base]

    5 problems in content. Nothing was built; an earlier build is untouched.
    \`npm run check -- --explain translation-key\` explains a code with an example, and so does /make-it-yours/problems/ on the site."
  `);
});

test('strings are held to the table: keys, values and plural forms', () => {
  expect(
    report({
      'content/i18n/ar.json': [
        '{',
        '  "level.begginer": "مبتدئ",',
        '  "lesson.phase": "المرحلة {position}",',
        '  "topic.after": "بعد {topics} {more}",',
        '  "hours.same": { "one": "ساعة", "dual": "ساعتان" },',
        '  "page.map": 7',
        '}',
      ].join('\n'),
    }),
  ).toMatchInlineSnapshot(`
    "content/i18n/ar.json
      2:21    There is no string \`level.begginer\`. Did you mean \`level.beginner\`? The keys are listed in \`src/strings/english.ts\`, and those of Starlight in its documentation. [string-unknown]
      3:19    The string \`lesson.phase\` lacks \`{count}\`. Put it where the value is to stand. [string-placeholder]
      4:18    The string \`topic.after\` has \`{more}\`, for which there is no value. Its values are \`{topics}\`. [string-placeholder]
      5:17    The string \`hours.same\` lacks the plural form \`other\`. The forms of this language are \`zero\`, \`one\`, \`two\`, \`few\`, \`many\`, \`other\`. [string-plural]
      5:42    The string \`hours.same\` has the plural form \`dual\`, which this language does not use. Its forms are \`zero\`, \`one\`, \`two\`, \`few\`, \`many\`, \`other\`. [string-plural]
      6:15    The field \`page.map\` has the value \`7\`: a text is expected. [field-wrong]

    6 problems in content. Nothing was built; an earlier build is untouched.
    \`npm run check -- --explain string-unknown\` explains a code with an example, and so does /make-it-yours/problems/ on the site."
  `);
});

test('translations into a language that site.yaml does not list are told, and a language that is there twice', () => {
  const files = { [page]: translatedPage(), 'content/i18n/he.json': '{}' };
  expect(report({ ...files, 'content/site.yaml': site('  - code: en\n') })).toMatchInlineSnapshot(`
    "content/docs/ar
      -       The roadmap has no language \`ar\`. Add \`- code: ar\` under \`languages\` in \`content/site.yaml\`, or rename this. [language-unlisted]

    content/i18n/he.json
      -       The roadmap has no language \`he\`. Add \`- code: he\` under \`languages\` in \`content/site.yaml\`, or rename this. [language-unlisted]

    content/site.yaml
      10:5    The language \`en\` is named twice. Keep it once, either as \`language\` or under \`languages\`. [language-twice]

    3 problems in content. Nothing was built; an earlier build is untouched.
    \`npm run check -- --explain language-unlisted\` explains a code with an example, and so does /make-it-yours/problems/ on the site."
  `);
});

test('links of a translated page name pages without the language, or with it', () => {
  const body = (to: string) => translatedPage('', `## الربط\n\n[هنا](${to})\n`);
  for (const to of ['/phases/databases/#joins', '/ar/phases/databases/#joins', '#joins']) arabic({ [page]: body(to) });
  expect(report({ [page]: body('/phases/databases/#join') })).toContain('Did you mean `/phases/databases/#joins`?');
});

test('a diagram of a translated page is checked like any other', () => {
  const body = '## الربط\n\n```mermaid title="رسم" caption="رسم."\nflowchart TD\n  A --> B\n```\n';
  expect(report({ [page]: translatedPage('', body) })).toContain('has no `accTitle`');
});

test('a phase keeps its own fields when a language is added', () => {
  const { curriculum } = load({ 'content/docs/phases/01-databases.mdx': phasePage({ hours: '[3, 4]' }) });
  expect(curriculum!.phases[0]!.hours).toEqual([3, 4]);
  expect(curriculum!.translations[0]!.phases[0]!.hours).toEqual([3, 4]);
});
