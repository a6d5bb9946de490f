import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../repository/folders.ts';
import { layerOrder, withLayerOrder } from './layer-order.ts';

test('layers have the order that Starlight gives its own, with those of the roadmap over them', () => {
  const own = readFileSync(
    path.join(repository, 'node_modules/@astrojs/starlight/dist/style/layers.css'),
    'utf8',
  ).trim();
  expect(layerOrder).toBe(`${own}@layer starlight, roadmap;`);
});

test('the order comes before every rule of a layer', () => {
  expect(withLayerOrder('@layer roadmap{a{}}').indexOf('@layer starlight.base')).toBe(0);
});
