import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { convert } from 'fontverter';
import { expect, test } from 'vitest';
import { launchChromium } from '../../src/browser/chromium.ts';
import { makeFonts } from './make-fonts.ts';

const folder = new URL('../../src/theme/fonts/', import.meta.url);

test('the fonts of the site are those that the command makes of the packages that are installed', async () => {
  for (const [name, content] of await makeFonts())
    expect(content.equals(readFileSync(new URL(name, folder))), `${name}: run node scripts/fonts/index.ts`).toBe(true);
});

test('a label is as wide in the files that pages load as in the one that diagrams are measured with', async () => {
  const faces = (family: string, sheet: URL) =>
    readFileSync(sheet, 'utf8')
      .replace(/url\('?(\.\/[^')]+)'?\)/g, (_, file: string) => {
        const content = readFileSync(new URL(file, sheet)).toString('base64');
        return `url(data:font/woff2;base64,${content})`;
      })
      .replaceAll("'Figtree Variable'", family);
  const drawn = new URL(import.meta.resolve('@fontsource-variable/figtree/index.css'));
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.setContent(`<style>${faces('drawn', drawn)}${faces('shipped', new URL('faces.css', folder))}</style>`);
    const differ = await page.evaluate(async () => {
      const letters = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
      const labels = [
        ...letters.flatMap((first) => letters.map((second) => first + second)),
        // A letter of a further file between two of the first: there is no kerning between files.
        ...Array.from({ length: 64 }, (_, index) => `n${String.fromCharCode(192 + index)}n`),
        'Łódź a → b…',
      ];
      const canvas = new OffscreenCanvas(1, 1).getContext('2d')!;
      const found: string[] = [];
      for (const weight of [400, 700]) {
        const widths: number[][] = [];
        for (const family of ['drawn', 'shipped']) {
          await document.fonts.load(`${weight} 16px ${family}`, labels.join(''));
          canvas.font = `${weight} 16px ${family}, monospace`;
          widths.push(labels.map((label) => canvas.measureText(label).width));
        }
        labels.forEach((label, index) => {
          const [one = 0, other = 0] = widths.map((each) => each[index]!);
          const allowed = label.length > 2 ? 0.3 : 0.05;
          if (Math.abs(one - other) > allowed) found.push(`${weight} ${label}: ${one}, ${other}`);
        });
      }
      return found;
    });
    expect(differ).toEqual([]);
  } finally {
    await browser.close();
  }
});

test('fonts that we cut bear a name of ours, and say whose work they are', async () => {
  for (const name of ['serif', 'code']) {
    const file = fileURLToPath(new URL(`${name}.woff2`, folder));
    const names = (await convert(readFileSync(file), 'sfnt')).toString('latin1').replaceAll('\0', '');
    expect(names).toContain('Adobe');
    expect(names).toMatch(/Lesson ?(?:Serif|Code)/);
    expect(names).not.toMatch(/Source ?(?:Serif|Code)/);
  }
});
