import { expect, test } from 'vitest';
import { english } from '../strings/english.ts';
import { translator } from '../strings/translator.ts';
import { commandsHtml } from './commands-html.ts';

const t = translator(english, 'en');

test('commands that a window can cut have the switch that wraps them, and others have none', async () => {
  const long = await commandsHtml(`mvn verify\ndocker compose up ${'--wait '.repeat(5)}`, t);
  expect(long).toContain('class="wrap-lines upto-53" title="Wrap long lines"');
  expect(long).toContain('<span class="title">Shell</span>');
  expect(await commandsHtml('mvn verify', t)).not.toContain('wrap-lines');
});
