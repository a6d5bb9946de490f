/** Pages are written out as Markdown that stands alone. */
import { expect, test } from 'vitest';
import { bodyAsMarkdown } from './body-markdown.ts';

const written = (body: string, isMdx = true) =>
  bodyAsMarkdown(body, {
    samples: '/nowhere',
    writers: { PhaseList: () => '1. First\n2. Second' },
    page: '/phases/x/',
    isMdx,
  });

test('pictures beside the page lead to the page, and others keep their address', () => {
  expect(written('![A dot](./dot.png) ![B][b] ![](./e.png) ![C](/c.png)\n\n[b]: ../b.png\n[x]: /x/\n')).toBe(
    '[Picture: A dot](/phases/x/) [Picture: B](/phases/x/) [Picture](/phases/x/) ![C](/c.png)\n\n[x]: /x/',
  );
  expect(written('<img src="/c.png" alt="C" />\n\n<img src="/o.png" alt="" />\n')).toBe('![C](/c.png)');
});

test('components are written out with what is in them, without its indentation', () => {
  const page = `import { Card } from '@astrojs/starlight/components';

<CardGrid>
  <Card title="One">
    Text with [a link](/a/).

    - an entry
      - and one below
  </Card>
  <LinkCard title="Two" href={'/two/'} description="What it is." />
</CardGrid>

<Tabs>
  <TabItem label="npm">

    \`\`\`sh
    npm ci
    \`\`\`

  </TabItem>
</Tabs>

<Code code="npm ci" lang="sh" />

<PhaseList />

{/* a note */}
`;
  expect(written(page)).toBe(
    [
      '**One**\n\nText with [a link](/a/).\n\n- an entry\n  - and one below',
      '- [Two](/two/): What it is.',
      '**npm**\n\n```sh\nnpm ci\n```',
      '```sh\nnpm ci\n```',
      '1. First\n2. Second',
    ].join('\n\n'),
  );
});

test('blocks of code keep their place in lists and boxes', () => {
  expect(written('1. Do\n\n   ```sh reason="excerpt" title="Terminal"\n   npm ci\n\n   npm test\n   ```\n')).toBe(
    '1. Do\n\n   Terminal\n\n   ```sh\n   npm ci\n\n   npm test\n   ```',
  );
  const box = '::::tip[Try *it*]\nText.\n\n:::note\n```js\nimport a;\n```\n:::\n::::\n\nAfter.\n';
  for (const isMdx of [true, false])
    expect(written(box, isMdx)).toBe(
      '> **Try *it***\n>\n> Text.\n>\n> > **note**\n> >\n> > ```js\n> > import a;\n> > ```\n\nAfter.',
    );
});

test('an address that is a link without marks stays where it stands', () => {
  const text = 'The address <i>www.example.com/api</i> and me@x.example.';
  expect(written(text)).toBe(text);
});
