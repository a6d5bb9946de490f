import { expect, test } from 'vitest';
import { onRequest } from './text-fields.ts';

const attack = 'A & B </title><script>a()</script>';
const asText = 'A &amp; B &lt;/title&gt;&lt;script&gt;a()&lt;/script&gt;';

async function fieldsOf(data: object) {
  const route = { head: [{ tag: 'title', content: attack }], entry: { data: { title: attack, ...data } } };
  await onRequest({ locals: { starlightRoute: route } } as never, async () => undefined as never);
  return route as unknown as {
    head: { content: string }[];
    entry: { data: { hero?: { title: string; tagline: string }; banner?: { content: string } } };
  };
}

test('titles are text, in the head and in a hero', async () => {
  const { head, entry } = await fieldsOf({ hero: {} });
  expect(head[0]!.content).toBe(asText);
  expect(entry.data.hero!.title).toBe(asText);
});

test('a tagline and a banner may have marks; with anything more they are text', async () => {
  const marked = 'A <b>bold</b> <a href="/x/">line</a>';
  const sound = (await fieldsOf({ hero: { tagline: marked }, banner: { content: marked } })).entry.data;
  expect([sound.hero!.tagline, sound.banner!.content]).toEqual([marked, marked]);
  const bad = '<img src=x onerror=a()>';
  const { hero, banner } = (await fieldsOf({ hero: { tagline: bad }, banner: { content: bad } })).entry.data;
  expect([hero!.tagline, banner!.content]).toEqual(Array(2).fill('&lt;img src=x onerror=a()&gt;'));
});
