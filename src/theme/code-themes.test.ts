import { expect, test } from 'vitest';
import { contrast } from '../curriculum/schema/contrast.ts';
import { codeColors } from './code-themes.ts';

/** The deepest grounds that code stands on: marked, added and removed lines (code.css and Expressive Code). */
const grounds = { light: ['#f6f3ec', '#dfe4dc', '#ede8dd'], dark: ['#1d2126', '#27333a', '#272c33'] };

test.each(['light', 'dark'] as const)('every color of code reads at 4.5:1 and more in the %s theme', (theme) => {
  const { ground, ...colors } = codeColors[theme];
  for (const color of Object.values(colors))
    for (const one of [ground, ...grounds[theme]])
      expect(contrast(color, one), `${color} on ${one}`).toBeGreaterThanOrEqual(4.5);
});

test('the words of a language are not red, which says error', () => {
  for (const { keyword } of Object.values(codeColors)) {
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(keyword.slice(at, at + 2), 16)) as [
      number,
      number,
      number,
    ];
    expect(red).toBeLessThan(Math.max(green, blue));
  }
});
