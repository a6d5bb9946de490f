import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { at, newPage, pagePaths } from './browser.ts';
import { curriculum, roadmap } from './the-roadmap.ts';

const small = inject('small');
const flour = at(small, '/phases/flour/');
const drawn = [...curriculum.pages.values()].flatMap((page) =>
  page.fences.filter((fence) => fence.language === 'mermaid'),
);

/** Looks at every diagram of the open page as an eye would; says what it could not read. */
function faultsOfDiagrams(): string[] {
  const faults: string[] = [];
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const channels = (color: string): [number, number, number, number] => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha];
  };
  const luminance = (color: string) => {
    const [red, green, blue] = channels(color)
      .slice(0, 3)
      .map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4)) as [
      number,
      number,
      number,
    ];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (a: string, b: string) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
    return (high + 0.05) / (low + 0.05);
  };
  for (const figure of document.querySelectorAll('figure.diagram')) {
    const svg = figure.querySelector('svg')!;
    const name = svg.getAttribute('aria-label');
    const say = (fault: string) => faults.push(`${location.pathname} “${name}”: ${fault}`);
    if (!name || !svg.querySelector('text')) say('no name or no text');
    if (!figure.querySelector('figcaption')?.textContent) say('no caption');
    if (!document.getElementById(svg.getAttribute('aria-describedby') ?? '')?.textContent) say('no description');
    if (svg.querySelector('style, foreignObject, [style]')) say('carries styles of its own');
    const frame = svg.getBoundingClientRect();
    const page = getComputedStyle(document.body).backgroundColor;
    const shapes = [...svg.querySelectorAll<SVGGeometryElement>('rect, polygon, circle, ellipse, path')].filter(
      (shape) => {
        const { fill, fillOpacity } = getComputedStyle(shape);
        return fill !== 'none' && !shape.closest('marker') && channels(fill)[3] * Number(fillOpacity) > 200;
      },
    );
    // The numbers of messages stand on markers at the start of lines that are not drawn themselves.
    const edges = [...svg.querySelectorAll<SVGGeometryElement>('[marker-end], [marker-start]')];
    const isPin = (edge: SVGGeometryElement) =>
      edge.hasAttribute('marker-start') &&
      edge.getTotalLength() < 1 &&
      (getComputedStyle(edge).stroke === 'none' || Number.parseFloat(getComputedStyle(edge).strokeWidth) === 0);
    const pins = edges.filter(isPin).map((edge) => {
      const marker = document.getElementById(/#([^)]+)/.exec(edge.getAttribute('marker-start')!)![1]!)!;
      return { box: edge.getBoundingClientRect(), fill: getComputedStyle(marker.firstElementChild!).fill };
    });
    for (const text of svg.querySelectorAll('text')) {
      const words = text.textContent!.trim();
      if (!words) continue;
      const box = text.getBoundingClientRect();
      if (
        box.left < frame.left - 1 ||
        box.right > frame.right + 1 ||
        box.top < frame.top - 1 ||
        box.bottom > frame.bottom + 1
      )
        say(`“${words}” is cut at the edge`);
      const scale = frame.width / svg.viewBox.baseVal.width;
      const size = Number.parseFloat(getComputedStyle(text.querySelector('tspan') ?? text).fontSize) * scale;
      if (size < 10.9) say(`“${words}” is ${size.toFixed(1)} px high`);
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const behind = shapes.filter((shape) => {
        if (!(shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) return false;
        const around = shape.getBoundingClientRect();
        return around.left <= x && around.right >= x && around.top <= y && around.bottom >= y && around.width > 8;
      });
      const ground = behind.at(-1);
      const ink = getComputedStyle(text.querySelector('tspan') ?? text).fill;
      const pin = pins.find(({ box: { x: left, y: top } }) => Math.abs(left - x) < 10 && Math.abs(top - y) < 10);
      const paper = pin?.fill ?? (ground ? getComputedStyle(ground).fill : page);
      if (contrast(ink, paper) < 4.5) say(`“${words}” has contrast ${contrast(ink, paper).toFixed(1)}`);
      if (ground?.tagName === 'rect' && ground.parentElement === text.closest('g')?.parentElement) {
        const around = ground.getBoundingClientRect();
        if (box.width > around.width + 1) say(`“${words}” is wider than its box`);
      }
    }
    for (const edge of edges) {
      if (isPin(edge)) continue;
      const { stroke, strokeWidth } = getComputedStyle(edge);
      if (stroke === 'none' || Number.parseFloat(strokeWidth) < 0.5) say('a connection is not drawn');
      else if (contrast(stroke, page) < 3) say(`a connection has contrast ${contrast(stroke, page).toFixed(1)}`);
    }
    const labels = [...svg.querySelectorAll('text')].filter(
      // Boxes of turned text overlap where its letters do not.
      (text) => text.textContent!.trim() && text.getCTM()!.b === 0,
    );
    const boxes = labels.map((text) => text.getBoundingClientRect());
    const scale = frame.width / svg.viewBox.baseVal.width;
    boxes.forEach((one, index) =>
      boxes.slice(index + 1).forEach((other, offset) => {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (across > 3 * scale && down > 6 * scale)
          say(`“${labels[index]!.textContent}” and “${labels[index + 1 + offset]!.textContent}” overlap`);
      }),
    );
    const ids = [...svg.querySelectorAll('[id]')].map((element) => element.id);
    if (ids.some((id) => document.querySelectorAll(`[id="${CSS.escape(id)}"]`).length > 1))
      say('an id is used twice in the page');
  }
  return faults;
}

describe('every diagram', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 390]) {
      test(`is readable in the ${colorScheme} theme at ${width} px`, async () => {
        const page = await newPage({ colorScheme, viewport: { width, height: 900 } });
        let count = 0;
        for (const address of pagePaths(roadmap)) {
          await page.goto(roadmap.origin + address);
          count += await page.locator('figure.diagram').count();
          expect(await page.evaluate(faultsOfDiagrams), address).toEqual([]);
        }
        expect(count).toBeGreaterThanOrEqual(drawn.length);
      });

      test(`of every kind is readable in the ${colorScheme} theme at ${width} px`, async () => {
        const page = await newPage({ colorScheme, viewport: { width, height: 900 } });
        await page.goto(at(small, '/gallery/'));
        expect(await page.locator('figure.diagram').count()).toBeGreaterThan(20);
        expect(await page.evaluate(faultsOfDiagrams)).toEqual([]);
      });
    }
  }

  test('has no colour but those of the theme and of its author', () => {
    // The last diagram of the gallery, and the ink of text on its boxes.
    const authored = /(?:fill|stroke):(?:#(?:e3f2fd|1a237e|ffeb3b|ff0001|000001|14181c)|light-dark\()/;
    const rules = globSync('**/*.css', { cwd: small.folder }).flatMap((file) =>
      [...readFileSync(path.join(small.folder, file), 'utf8').matchAll(/\.diagram \.d\w+\{([^}]*)\}/g)].map(
        ([, declarations]) => declarations!,
      ),
    );
    expect(rules.length).toBeGreaterThan(50);
    expect(
      rules.filter((rule) => /(?:fill|stroke):(?!var\(--diagram-|none)/.test(rule) && !authored.test(rule)),
    ).toEqual([]);
  });

  test('takes the reader’s own colours where those are forced', async () => {
    const page = await newPage({ forcedColors: 'active', colorScheme: 'dark' });
    await page.goto(flour);
    const colors = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.color = 'CanvasText';
      const text = document.querySelector('.diagram svg text')!;
      return [getComputedStyle(text).fill, getComputedStyle(probe).color];
    });
    expect(colors[0]).toBe(colors[1]);
  });

  test('prints in light colours without its tools', async () => {
    const page = await newPage({ colorScheme: 'dark' });
    await page.goto(flour);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.diagram-open').first().isVisible()).toBe(false);
    expect(
      await page
        .locator('.diagram svg text')
        .first()
        .evaluate((text) => getComputedStyle(text).fill),
    ).toMatch(/^rgb\(\d\d?, /);
  });
});

test('no picture of the home page has to be scrolled on a phone', async () => {
  const page = await newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(at(roadmap, '/'));
  const wide = await page
    .locator('.diagram-frame')
    .evaluateAll((frames) => frames.filter((frame) => frame.scrollWidth > frame.clientWidth + 1).length);
  expect(wide).toBe(0);
});

test('diagrams follow the theme switch at once', async () => {
  const page = await newPage({ colorScheme: 'light' });
  await page.goto(flour);
  const ink = () =>
    page
      .locator('.diagram svg text')
      .first()
      .evaluate((text) => getComputedStyle(text).fill);
  const light = await ink();
  await page.locator('starlight-theme-select select').first().selectOption('dark');
  expect(await ink()).not.toBe(light);
});

test('a box that is a link opens its page, under the base path and by keyboard too', async () => {
  const page = await newPage();
  await page.goto(flour);
  const link = page.locator('.diagram svg a').first();
  expect(await link.getAttribute('href')).toBe('/roadmap/phases/dough/#kneading');
  await link.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/phases/dough/#kneading');
});

test('a diagram opens large, zooms by keys and gives the focus back', async () => {
  const page = await newPage({ viewport: { width: 390, height: 844 } });
  await page.goto(flour);
  const button = page.locator('.diagram-open').first();
  await button.click();
  const picture = page.locator('.diagram-large .diagram svg');
  const before = (await picture.boundingBox())!.width;
  // Its text is read at its own size, and the page behind it never zooms.
  expect(before).toBeGreaterThanOrEqual(Number(await picture.getAttribute('width')));
  await page.keyboard.press('+');
  await expect.poll(async () => (await picture.boundingBox())!.width).toBeGreaterThan(before * 1.2);
  const dialog = page.locator('.diagram-large');
  await dialog.getByRole('button', { name: 'Fit' }).click();
  expect((await picture.boundingBox())!.width).toBeLessThanOrEqual(390);
  await dialog.locator('.diagram').hover();
  await page.mouse.wheel(0, -200);
  await expect.poll(async () => (await picture.boundingBox())!.width).toBeGreaterThan(390);
  expect(await page.evaluate(() => visualViewport!.scale)).toBe(1);
  expect(await dialog.locator('form p').innerText()).toBe(
    await page.locator('figure.diagram figcaption').first().innerText(),
  );
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
});
