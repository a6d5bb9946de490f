import { expect, test } from 'vitest';
import { scopesOf, withFewScopes, withShortScopes } from './scope-classes.ts';

const css =
  'p:where(.astro-abcdefgh),.card:where(.astro-abcdefgh) > i:where(.astro-xyxyxyxy){color:red}' +
  '.plain{color:red;&.big:where(.astro-xyxyxyxy){top:0}}.open:where(.astro-abzzzzzz){top:0}';
const scopes = scopesOf(css, new Set(['open']));

test('names are short, and two that begin alike are told apart', () => {
  expect(withShortScopes(css, scopes)).toBe(
    css.replaceAll('astro-abcdefgh', '_ab').replaceAll('astro-xyxyxyxy', '_xy').replaceAll('astro-abzzzzzz', '_abz'),
  );
});

test.each([
  ['<p class="astro-abcdefgh">', '<p class="_ab">'],
  ['<b class="astro-abcdefgh">', '<b>'],
  ['<b id="a  > b" class="astro-abcdefgh" hidden>', '<b id="a  > b" hidden>'],
  ['<b class="card astro-abcdefgh"><i class="astro-xyxyxyxy"/>', '<b class="card _ab"><i class="_xy"/>'],
  ['<b class="big astro-xyxyxyxy astro-nowhere1">', '<b class="big _xy">'],
  ['<a class="card astro-abcdefgh" class="card" href="/">', '<a class="card _ab" href="/">'],
  // A script gives it the class that the rule asks for.
  ['<b class="astro-abzzzzzz">', '<b class="_abz">'],
  ['<code>class="astro-abcdefgh"</code><b title="astro-abcdefgh">', undefined],
])('%s becomes %s', (html, changed = html) => {
  expect(withFewScopes(html, scopes)).toBe(changed);
});

test('an element that is left out by its scope keeps it', () => {
  const some = scopesOf('p:not(.astro-abcdefgh .x){top:0}', new Set());
  expect(withFewScopes('<b class="astro-abcdefgh">', some)).toBe('<b class="_ab">');
});
