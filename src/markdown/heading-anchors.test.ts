import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import remarkDirective from 'remark-directive';
import { expect, test } from 'vitest';
import { contentFolder, phasePage } from '../curriculum/content-fixture.ts';
import { loadCurriculum } from '../curriculum/load.ts';
import { remarkHeadingAnchors } from './heading-anchors.ts';

const page = 'content/docs/phases/01-databases.mdx';
const today = new Date('2026-12-01');

/** Headings that one program or another takes for something else, and their anchors. */
const hard = {
  パンとは何か: 'パンとは何か',
  введение: 'введение',
  'مقدمة في الخبز': 'مقدمة-في-الخبز',
  'हिन्दी में': 'हिन्दी-में',
  'Über uns': 'über-uns',
  'Read & write': 'read--write',
  'The snake_case rule': 'the-snake_case-rule',
  '🚀 Launch': '-launch',
  '🚀': 'section',
  '§': 'section-1',
  'Open localhost:8080': 'open-localhost8080',
  'Twelve: 10:30 am': 'twelve-1030-am',
  'Four -- five': 'four--five',
  'a--b': 'ab',
  'c---d': 'c---d',
  'The flag `--all`': 'the-flag---all',
  'Six[^1]': 'six',
  'One ![alt words](/favicon.svg)': 'one-',
  '“Quotes” and "more"…': 'quotes-and-more',
  'A [link](/) and **bold**': 'a-link-and-bold',
  Setup: 'setup',
};

const markdown = `${Object.keys(hard)
  .map((heading) => `## ${heading}\n\nText.\n`)
  .join('\n')}
:::note

## Setup

:::

- ### Setup

> #### Setup

## Setup

[^1]: A note.
`;
const anchors = [...Object.values(hard), 'setup-1', 'setup-2', 'setup-3', 'setup-4'];

test('headings have the same anchors in the check and in the site', async () => {
  const { render } = await createMarkdownProcessor({ remarkPlugins: [remarkDirective, remarkHeadingAnchors] });
  const { metadata } = await render(markdown);
  expect(metadata.headings.map(({ slug }) => slug).filter((slug) => slug !== 'footnote-label')).toEqual(anchors);

  const { pages } = loadCurriculum(
    contentFolder({ 'public/favicon.svg': '<svg/>', [page]: phasePage({}, markdown) }),
    today,
  );
  const read = pages.get('phases/databases')!;
  const order = (ids: readonly string[]) => [...ids].sort();
  expect(order([...read.headings.map(({ id }) => id), ...read.anchors])).toEqual(order(anchors));
});

test('any anchor that a heading can have is a topic, and can be named wherever topics are', () => {
  for (const [heading, id] of Object.entries(hard).filter(([text]) => !/^§|\^1|!\[/.test(text))) {
    const quoted = JSON.stringify(id);
    const { problems } = loadCurriculum(
      contentFolder({
        [page]: phasePage(
          { topics: `[{ id: ${quoted}, depth: must }]` },
          `## ${heading}\n\n[x](#${id}) [y](#${encodeURIComponent(id)})\n`,
        ),
        'content/questions/databases.yaml': `- { id: a, topic: ${quoted}, level: beginner, question: Q, answer: A, explanation: E }\n`,
        'content/messages.yaml': `- { message: M, means: M., see: ${JSON.stringify(`databases#${id}`)} }\n`,
        'content/tracks/1-way.yaml': `title: Way\nlabel: Way\nsummary: S\nlevels: [beginner, beginner]\nduration: D\nstages:\n  - { id: a, title: A, items: [{ label: L, to: ${JSON.stringify(`databases#${id}`)} }] }\n`,
      }),
      today,
    );
    expect(problems, heading).toEqual([]);
  }
});

test('the text of a topic is that of its heading', () => {
  const topics = '[{ id: open-localhost8080-now, depth: must }]';
  const { curriculum } = loadCurriculum(
    contentFolder({ [page]: phasePage({ topics }, '## Open localhost:8080 now[^1]\n\n[^1]: A note.\n') }),
    today,
  );
  expect(curriculum?.phases[0]?.topics[0]?.title).toBe('Open localhost:8080 now');
});

test('links find headings and ids wherever they stand on a page', () => {
  const body = [
    '<details>\n<summary>More</summary>\n\n## Inside\n\n</details>',
    ':::note\n\n## Noted\n\n:::',
    '> ## Quoted',
    '<span id="here">A</span>',
    '[a](#inside) [b](#noted) [c](#quoted) [d](#here) [e](/about/#inside)',
  ].join('\n\n');
  for (const file of ['content/docs/about.md', 'content/docs/about.mdx']) {
    const text = `---\ntitle: About\ndescription: About this.\n---\n\n${body}\n`;
    expect(loadCurriculum(contentFolder({ [file]: text }), today).problems, file).toEqual([]);
  }
});
