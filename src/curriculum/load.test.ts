import { describe, expect, test } from 'vitest';
import { contentFolder, phasePage, pixel, soundContent } from './content-fixture.ts';
import { loadCurriculum, openCurriculum } from './load.ts';
import { ContentError } from './problems/content-error.ts';
import { reportProblems } from './problems/report.ts';

const report = (files: Record<string, string | Buffer | undefined>) =>
  reportProblems(loadCurriculum(contentFolder(files)).problems);
const second = 'content/docs/phases/02-caching.mdx';

/** A roadmap whose sidebar has a second group, on line 10 of its file. */
const sidebar = (entries: string) =>
  contentFolder({
    'content/site.yaml': `${soundContent['content/site.yaml']}  - title: More\n    pages: ${entries}\n`,
  });

describe('sound content', () => {
  test('becomes a curriculum with order, addresses and what each phase opens', () => {
    const { curriculum, problems } = loadCurriculum(
      contentFolder({
        'content/docs/phases/07-caching.mdx': phasePage({ title: 'Caching', prerequisites: '[databases]' }),
      }),
    );
    expect(problems).toEqual([]);
    expect(
      curriculum!.phases.map(({ slug, number, position, path, opens }) => ({ slug, number, position, path, opens })),
    ).toEqual([
      { slug: 'databases', number: 1, position: 1, path: '/phases/databases/', opens: ['caching'] },
      { slug: 'caching', number: 7, position: 2, path: '/phases/caching/', opens: [] },
    ]);
    expect(curriculum!.phases[0]!.topics[0]).toMatchObject({
      id: 'joins',
      title: 'Joins',
      path: '/phases/databases/#joins',
    });
    const pages = ['phases/databases', 'phases/caching'];
    expect(curriculum!.sections).toEqual([{ title: 'Phases', entries: pages, pages }]);
  });

  test('has groups within groups of the sidebar, and links to other sites', () => {
    const { curriculum, problems } = loadCurriculum(
      sidebar('[index, { title: Deep, pages: [map, { title: Docs, link: "https://docs.example" }] }]'),
    );
    expect(problems).toEqual([]);
    expect(curriculum!.sections[1]).toEqual({
      title: 'More',
      entries: ['index', { title: 'Deep', entries: ['map', { title: 'Docs', link: 'https://docs.example' }] }],
      pages: ['index', 'map'],
    });
  });

  test('tells a logo that is no picture', () => {
    const logo = (value: string) =>
      report({ 'content/site.yaml': `${soundContent['content/site.yaml']}logo: ${value}\n`, 'public/a.png': pixel });
    expect(logo('/a.png')).toBe(report({}));
    expect(logo('{ light: /a.png, dark: /b.png }')).toContain('The image `/b.png` does not exist.');
    expect(logo('a.png')).toContain('use the path of a picture under public, such as /logo.svg');
    expect(logo('/a.txt')).toContain('`/a.txt` is not the name of a picture');
  });

  test.each([
    ['[{ title: Docs, link: docs.example }]', '`sections[2].pages[1].link` has the value `docs.example`'],
    ['[{ title: Docs, link: /map/ }]', 'use an address that starts with https://'],
    [
      '[{ title: Deep, pages: [mapp] }]',
      'The sidebar names the page `mapp`, which does not exist. Did you mean `map`?',
    ],
    ['[Map.mdx]', 'use the page’s path without .mdx, such as start/who'],
    ['[{ title: Deep }]', 'A link to another site has `link` instead.'],
    ['[{ title: A, pages: [{ title: B, pages: [map] }] }]', '`sections[2].pages[1].pages[1].pages`'],
  ])('tells what is wrong with the entry of a group %s', (entries, words) => {
    const { problems } = loadCurriculum(sidebar(entries));
    const told = problems.filter(({ file }) => file === 'content/site.yaml');
    expect(told.map(({ message }) => message).join('\n')).toContain(words);
    expect(told[0]!.line).toBe(10);
  });

  test('keeps the blanks at the start of expected output, so that the recorded one does not stand out', () => {
    const { curriculum, problems } = loadCurriculum(
      contentFolder({
        'content/samples/databases/total.py': 'print(f"{2:>6}")\n',
        'content/samples/databases/total.txt': '     2\n',
        'content/questions/databases.yaml':
          '- id: total\n  topic: joins\n  level: beginner\n  type: output\n  question: Q\n  explanation: E\n' +
          '  sample: databases/total.py\n  output: { file: databases/total.txt }\n  answer: "     2"\n' +
          '  options:\n    - { id: four, text: "     4", feedback: F }\n    - { id: three, text: "     3\\n", feedback: F }\n',
      }),
    );
    expect(problems).toEqual([]);
    expect(curriculum!.phases[0]!.questions[0]).toMatchObject({
      answer: '     2',
      options: [{ text: '     4' }, { text: '     3' }],
    });
  });

  test('has tracks whose stages add up the time of what they lead to, nothing twice', () => {
    const topics = '[{ id: joins, depth: must }, { id: keys, depth: must }]';
    const body = '## Joins\n\nText.\n\n## Keys\n\nText.\n';
    const { curriculum, problems } = loadCurriculum(
      contentFolder({
        'content/docs/phases/01-databases.mdx': phasePage({ hours: '[10, 20]', topics }, body),
        'content/docs/supplements/craft.mdx': phasePage({
          title: 'Craft',
          level: 'advanced',
          hours: '[3, 3]',
          prerequisites: '[databases]',
        }),
        'content/tracks/2-short.yaml':
          'title: T\nlabel: T\nsummary: S.\nlevels: [beginner, advanced]\nduration: 1 month\nstages:\n' +
          '  - { id: one, title: One, items: [{ label: A, to: databases#joins }, { label: B, to: databases#joins }] }\n' +
          '  - { id: two, title: Two, items: [{ label: C, to: databases }, { label: D, to: craft }] }\n',
      }),
    );
    expect(problems).toEqual([]);
    const [track] = curriculum!.tracks;
    expect(track!.stages.map(({ hours, levels }) => ({ hours, levels }))).toEqual([
      { hours: [5, 10], levels: ['beginner', 'beginner'] },
      { hours: [13, 23], levels: ['beginner', 'advanced'] },
    ]);
    expect(track!.hours).toEqual([13, 23]);
    expect(curriculum!.phases[0]!.topics[0]!.stops).toEqual([{ track: 'short', stage: 1 }]);
    expect(curriculum!.phases[0]!.stops).toHaveLength(2);
    expect(curriculum!.supplements[0]!.path).toBe('/supplements/craft/');
  });

  test('may have Windows line ends and a byte order mark', () => {
    const text = `\uFEFF${phasePage().replaceAll('\n', '\r\n')}`;
    expect(loadCurriculum(contentFolder({ 'content/docs/phases/01-databases.mdx': text })).problems).toEqual([]);
  });
});

describe('a problem names file, line, value, what is allowed and the next step:', () => {
  test('a wrong value', () => {
    expect(report({ [second]: phasePage({ level: 'begginer' }) })).toMatchInlineSnapshot(`
      "content/docs/phases/02-caching.mdx
        4:8     The field \`level\` has the value \`begginer\`: allowed are \`beginner\`, \`intermediate\`, \`advanced\`. [field-wrong]

      1 problem in content. Nothing was built; an earlier build is untouched.
      \`npm run check -- --explain field-wrong\` explains a code with an example, and so does /make-it-yours/problems/ on the site."
    `);
  });

  test('a missing and an unknown field, both at once', () => {
    const page = phasePage().replace('tags: [SQL]', 'tag: [SQL]');
    expect(report({ [second]: page })).toMatchInlineSnapshot(`
      "content/docs/phases/02-caching.mdx
        2:1     The field \`tags\` is missing. Add it: Three to six names people search for. [field-missing]
        7:6     The field \`tag\` is unknown. Did you mean \`tags\`? Allowed are \`title\`, \`description\`, \`level\`, \`hours\`, \`prerequisites\`, \`tags\`, \`outcomes\`, \`reviewed\`, \`versions\`, \`topics\`, \`editUrl\`, \`tableOfContents\`, \`template\`, \`hero\`, \`lastUpdated\`, \`prev\`, \`next\`, \`pagefind\`, \`sidebar\`, \`banner\`, \`draft\`. [field-unknown]

      2 problems in content. Nothing was built; an earlier build is untouched.
      \`npm run check -- --explain field-missing\` explains a code with an example, and so does /make-it-yours/problems/ on the site."
    `);
  });

  test.each([
    ["customCss: ['./src/a.css']", /`customCss` is unknown\..*`content\/style\.css`/],
    ['defaultLocale: en', /`defaultLocale` is unknown\..*`languages`/],
    ['  - { title: All, autogenerate: { directory: phases } }', /autogenerate` is unknown\..*`firstPhase`/],
  ])('a setting of Starlight, with what does the same here: %s', (line, told) => {
    expect(report({ 'content/site.yaml': `${soundContent['content/site.yaml']}${line}\n` })).toMatch(told);
  });

  test('an unknown prerequisite, with the nearest name', () => {
    expect(report({ [second]: phasePage({ prerequisites: '[database]' }) })).toContain(
      '6:17    `prerequisites` names the phase `database`, which does not exist. Did you mean `databases`?',
    );
  });

  test('a circle of prerequisites', () => {
    expect(
      report({
        'content/docs/phases/01-databases.mdx': phasePage({ prerequisites: '[caching]' }),
        [second]: phasePage({ prerequisites: '[databases]' }),
      }),
    ).toContain('These prerequisites form a circle: databases → caching → databases.');
  });

  test('a number used twice', () => {
    expect(report({ 'content/docs/phases/01-caching.mdx': phasePage() })).toContain(
      'The number 1 is also used by `content/docs/phases/01-caching.mdx`. Give one of the two another number',
    );
  });

  test('a slug used twice', () => {
    expect(report({ 'content/docs/phases/02-databases.mdx': phasePage() })).toContain(
      'The slug `databases` is also used by',
    );
  });

  test('a file name of another form', () => {
    expect(report({ 'content/docs/phases/Caching 2.mdx': phasePage() })).toContain(
      'The file name `Caching 2.mdx` is not of the form `NN-slug.mdx`',
    );
  });

  test('a topic without its section', () => {
    expect(report({ [second]: phasePage({ topics: '[{ id: join, depth: must }]' }) })).toContain(
      'The topic `join` has no section. Did you mean `joins`? The sections (H2) of the page are `joins`.',
    );
  });

  test('broken YAML and broken MDX', () => {
    const text = report({
      [second]: phasePage({ title: '"open' }),
      'content/docs/about.mdx': '---\ntitle: A\ndescription: B\n---\n\nA < b {c\n',
    });
    expect(text).toMatch(/02-caching\.mdx\n\s+\d+:\d+\s+This is not valid YAML/);
    expect(text).toMatch(/about\.mdx\n\s+\d+:\d+\s+This is not valid MDX/);
  });

  test('a page without frontmatter', () => {
    expect(report({ [second]: '## Only text\n' })).toContain('The page has no frontmatter.');
  });

  test('a link to a page or heading that is not there', () => {
    const text = report({
      [second]: phasePage({}, '## Joins\n\n[a](/phases/database/) [b](/phases/databases/#join)\n'),
    });
    expect(text).toContain('The link `/phases/database/` leads nowhere. Did you mean `/phases/databases/`?');
    expect(text).toContain('Did you mean `/phases/databases/#joins`?');
  });

  test('a sample, a region and a typed block that cannot be used', () => {
    const fence = (meta: string) => `\`\`\`java ${meta}\n\`\`\`\n\n`;
    const text = report({
      'content/samples/a.java': '// #region one\nint a;\n// #endregion one\n',
      [second]: phasePage(
        {},
        `## Joins\n\n${fence('sample="b.java"')}${fence('sample="a.java#two"')}${fence('sample="../site.yaml"')}${fence('')}`,
      ),
    });
    expect(text).toContain('The sample `b.java` does not exist under `content/samples`. Did you mean `a.java`?');
    expect(text).toContain('has no region `two`. Its regions are `one`.');
    expect(text).toContain('lies outside `content/samples`');
    expect(text).toContain('This `java` block is typed into the page.');
  });

  test('a diagram without words', () => {
    const text = report({
      [second]: phasePage({}, '## Joins\n\n```mermaid title="Flow"\nflowchart TD\n  A --> B\n```\n'),
    });
    expect(text).toContain('The diagram “Flow” has no `accTitle`.');
    expect(text).toContain('The diagram “Flow” has no `accDescr`.');
    expect(text).toContain('The diagram “Flow” has no caption.');
  });

  test('questions of no phase, of no topic, and twice', () => {
    const question = (id: string, topic: string) =>
      `- { id: ${id}, topic: ${topic}, level: beginner, question: Q, answer: A, explanation: E }\n`;
    const text = report({
      'content/questions/databases.yaml': question('a', 'joins') + question('a', 'jions'),
      'content/questions/databses.yaml': question('a', 'joins'),
    });
    expect(text).toContain('The question id `a` is used twice');
    expect(text).toContain('topic `jions`, which the phase does not have. Did you mean `joins`?');
    expect(text).toContain(
      'There is no phase or supplement `databses` for this question file. Did you mean `databases`?',
    );
  });

  test('a site without settings, and a sidebar that names what is not there', () => {
    expect(report({ 'content/site.yaml': undefined })).toContain('The file `content/site.yaml` is missing.');
    const text = report({
      'content/site.yaml': soundContent['content/site.yaml']!.replace('firstPhase: databases', 'firstPhase: database'),
    });
    expect(text).toContain('`firstPhase` names the phase `database`, which does not exist. Did you mean `databases`?');
  });

  test('a link in a diagram', () => {
    const text = report({
      [second]: phasePage(
        {},
        '## Joins\n\n```mermaid title="Flow" caption="C."\nflowchart TD\n  accTitle: A\n  accDescr: B\n  A --> B\n  click A "database#joins"\n  click B "/phases/"\n```\n',
      ),
    });
    expect(text).toContain(
      'In the diagram “Flow” the link `database#joins` leads nowhere. Did you mean `databases#joins`?',
    );
    expect(text).toMatch(/21:1\s+In the diagram/);
    expect(text).toContain('The link `/phases/` leads nowhere.');
  });

  test('a topic that needs what does not exist, and topics that need each other', () => {
    const topics = (needs: string) => `[{ id: joins, depth: must, prerequisites: [${needs}] }]`;
    const text = report({
      'content/docs/phases/01-databases.mdx': phasePage({ topics: topics('"caching#joins"') }),
      [second]: phasePage({ topics: topics('"databases#joins", "databases#join"') }),
    });
    expect(text).toContain('`databases#join` leads to no phase, supplement or topic. Did you mean `databases#joins`?');
    expect(text).toContain('These prerequisites form a circle: databases#joins → caching#joins → databases#joins.');
  });

  test('a supplement with a name that a phase has, and one that needs an unknown lesson', () => {
    const text = report({
      'content/docs/supplements/databases.mdx': phasePage(),
      'content/docs/supplements/more.mdx': phasePage({ prerequisites: '[databses]' }),
    });
    expect(text).toContain('The slug `databases` is also used by `content/docs/phases/01-databases.mdx`.');
    expect(text).toContain('names the phase `databses`, which does not exist. Did you mean `databases`?');
  });

  test('a project without a section, twice, or with unknown needs', () => {
    const project = (id: string, needs: string) =>
      `{ id: ${id}, level: beginner, hours: [1, 2], trains: [X], needs: [${needs}] }`;
    const text = report({
      'content/docs/projects/some.mdx': `---\ntitle: Some\ndescription: Some.\nprojects: [${project('shop', 'databases')}, ${project('shop', 'database')}, ${project('shp', 'databases')}]\n---\n\n## Shop\n`,
    });
    expect(text).toContain('The project id `shop` is used twice.');
    expect(text).toContain('`needs` names the phase `database`');
    expect(text).toContain('The project `shp` has no section on this page. Did you mean `shop`?');
  });

  test('everything that can be wrong in a track', () => {
    const track = (to: string, more = '') =>
      `title: T\nlabel: T\nsummary: S.\nlevels: [beginner, advanced]\nduration: 1 month\nstages:\n  - id: one\n    title: One\n    items:\n      - { label: A, to: ${to} }\n${more}`;
    const text = report({
      'content/tracks/1-good.yaml': track('database#joins'),
      'content/tracks/1-twin.yaml': track(
        'databases#join',
        '  - { id: one, title: Two, items: [{ label: B, to: databases }] }\ntimeline: [{ title: X, months: [1, 2], stages: [on] }]\nprojects: [{ title: P, id: shop }]\n',
      ),
      'content/tracks/Third.yaml': track('databases'),
      'content/tracks/4-shape.yaml': track('databases')
        .replace('beginner', 'begginer')
        .replace('duration', 'durations'),
    });
    expect(text).toMatch(/1-good\.yaml\n\s+10:\d+\s+`database#joins` leads to no .* Did you mean `databases#joins`\?/);
    expect(text).toContain('Did you mean `databases#joins`?');
    expect(text).toContain('has the number or the slug of `content/tracks/1-good.yaml`');
    expect(text).toContain('The stage id `one` is used twice in this track.');
    expect(text).toContain('The timeline names the stage `on`, which the track does not have. Did you mean `one`?');
    expect(text).toContain('There is no project `shop`.');
    expect(text).toContain('The file name `Third.yaml` is not of the form `N-slug.yaml`.');
    expect(text).toContain('has the value `begginer`: allowed are `beginner`');
    expect(text).toContain('The field `durations` is unknown. Did you mean `duration`?');
  });

  test('a link of a hero or neighbor that leads nowhere', () => {
    const text = report({
      'content/docs/index.mdx':
        '---\ntitle: Test\ndescription: A roadmap.\nhero:\n  actions:\n    - { text: Go, link: /phases/database/ }\nnext:\n  link: /phases/databases/#jions\n---\n',
    });
    expect(text).toMatch(/6:\d+ .*`\/phases\/database\/`.*Did you mean `\/phases\/databases\/`\?/);
    expect(text).toMatch(/8:\d+ .*#jions`.*Did you mean `\/phases\/databases\/#joins`\?/);
  });

  test('a promise that is not kept', () => {
    const text = report({
      'content/coverage.yaml':
        'pages:\n  phases/databases:\n    topics: [Joins]\n    diagrams: [ER]\n    mentions: [Text, Oracle]\nsearches:\n  - { query: join, opens: databases#jions }\n  - { query: jion, offers: join }\n',
    });
    expect(text).toContain('promises the topic “Joins”');
    expect(text).toContain('promises the diagram “ER”');
    expect(text).toContain('promises “Oracle”');
    expect(text).not.toContain('“Text”');
    expect(text).toMatch(/7:\d+ .*`databases#jions`.* Did you mean `databases#joins`\?/);
  });
});

test('problems of several files are reported together, and opening fails with that report', () => {
  const root = contentFolder({
    [second]: phasePage({ level: 'x' }),
    'content/docs/phases/03-more.mdx': phasePage({ hours: '[3, 1]' }),
  });
  expect(() => openCurriculum(root)).toThrow(ContentError);
  expect(() => openCurriculum(root)).toThrow(/02-caching[\s\S]*03-more[\s\S]*2 problems in content/);
});
