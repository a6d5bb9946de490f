import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { expect, inject, test } from 'vitest';
import type { Site } from './build-and-serve.ts';

/** Every internal address of every page that leads to no file or no id. */
function brokenLinks({ folder, base }: Site): string[] {
  const pages = new Map(
    globSync('**/*.html', { cwd: folder }).map((file) => {
      const tree = fromHtml(readFileSync(path.join(folder, file), 'utf8'));
      const ids = new Set(selectAll('[id]', tree).map((element) => String(element.properties.id)));
      const targets = selectAll('[href], [src]', tree).map((element) =>
        String(element.properties.href ?? element.properties.src),
      );
      return [file.replaceAll('\\', '/'), { ids, targets }];
    }),
  );
  const broken: string[] = [];
  for (const [file, { targets }] of pages) {
    const here = new URL(`https://site${base}/${file.replace(/index\.html$/, '')}`);
    for (const target of targets) {
      const url = new URL(target, here);
      if (url.host !== 'site' || /^(data|mailto):/.test(target)) continue;
      if (!url.pathname.startsWith(`${base}/`)) {
        broken.push(`${file}: ${target} leaves the base path`);
        continue;
      }
      const name = decodeURIComponent(url.pathname.slice(base.length + 1));
      const found = name === '' || name.endsWith('/') ? `${name}index.html` : name;
      if (!existsSync(path.join(folder, found))) broken.push(`${file}: ${target}`);
      else if (url.hash && pages.has(found) && !pages.get(found)!.ids.has(decodeURIComponent(url.hash.slice(1))))
        broken.push(`${file}: ${target}`);
    }
  }
  return broken;
}

test('every internal link and anchor of the roadmap resolves', () => {
  expect(brokenLinks(inject('roadmap'))).toEqual([]);
});

test('under a base path every internal link and anchor resolves', () => {
  expect(brokenLinks(inject('small'))).toEqual([]);
});

test('links of the frontmatter keep the base path, and those to other sites stay', () => {
  const tree = fromHtml(readFileSync(path.join(inject('small').folder, 'index.html'), 'utf8'));
  const hrefs = (within: string) => selectAll(`${within} a`, tree).map((link) => link.properties.href);
  expect(hrefs('.hero')).toEqual(['/roadmap/phases/flour/', 'https://ovens.example/']);
  expect(hrefs('.sl-banner')).toEqual(['/roadmap/phases/flour/']);
  const gallery = fromHtml(readFileSync(path.join(inject('small').folder, 'gallery/index.html'), 'utf8'));
  expect(selectAll('a[rel=next]', gallery).map((link) => link.properties.href)).toEqual(['/roadmap/phases/dough/']);
});

test('robots.txt names the sitemap under the base path', () => {
  const { folder } = inject('small');
  expect(readFileSync(path.join(folder, 'robots.txt'), 'utf8')).toContain(
    'Sitemap: https://bread.example/roadmap/sitemap-index.xml',
  );
});
