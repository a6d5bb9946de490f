/** Checks links between pages: the page exists, and the heading a `#` names exists in it. */
import type { Page } from './model.ts';
import { nearest } from './nearest.ts';
import { pagePath } from './page-id.ts';
import { problem, type Problem } from './problems.ts';

/** Adds a problem for every link from the root of the site, or within a page, that leads nowhere. */
export function checkLinks(pages: ReadonlyMap<string, Page>, problems: Problem[]): void {
  const anchors = new Map(
    [...pages.values()].map((page) => [pagePath(page.id), page.headings.map((heading) => heading.id)]),
  );
  const paths = [...anchors.keys()];
  for (const page of pages.values()) {
    for (const { target, place } of page.links) {
      if (!/^[/#]/.test(target)) continue;
      const [to, anchor] = target.split('#') as [string, string?];
      const address = to === '' ? pagePath(page.id) : to;
      if (!paths.includes(address)) {
        if (!/\.\w+$/.test(address))
          problems.push(problem('link-broken', place, { target, near: nearest(address, paths) }));
      } else if (anchor && !anchors.get(address)?.includes(anchor)) {
        const near = nearest(anchor, anchors.get(address) ?? []);
        problems.push(problem('link-broken', place, { target, near: near && `${address}#${near}` }));
      }
    }
  }
}
