/**
 * Marks the current section in the table of contents. Starlight’s own guess follows what crosses a strip of the window,
 * and so is wrong after a jump, at the end of a page, and where links lead to something else than headings; here it
 * only says when to look.
 */
import { currentSection } from './current-section.ts';
import { anchorIn } from '../addresses/anchor.ts';

const { documentElement: page } = document;
const names = ['starlight-toc', 'mobile-starlight-toc'];

function mark(): void {
  const padding = parseFloat(getComputedStyle(page).scrollPaddingTop) || 0;
  const targets = [...document.querySelectorAll<HTMLAnchorElement>(`${names[0]} a`)].flatMap(({ hash }) => {
    const id = anchorIn(hash);
    const target = document.getElementById(id);
    if (!target) return [];
    const landing = padding + (parseFloat(getComputedStyle(target).scrollMarginTop) || 0);
    return [{ id, top: target.getBoundingClientRect().top, landing }];
  });
  const current = currentSection(targets, {
    height: innerHeight,
    isAtEnd: scrollY > 0 && scrollY + innerHeight >= page.scrollHeight - 2,
    named: anchorIn(location.hash),
  });
  for (const contents of document.querySelectorAll(names.join())) {
    const link = [...contents.querySelectorAll('a')].find(({ hash }) => anchorIn(hash) === current);
    if (!link) continue;
    Reflect.set(Object.getPrototypeOf(contents) as object, 'current', link, contents);
    // Starlight puts its words there as one text, of which a narrow window would cut off the end.
    const bar = contents.querySelector('.display-current');
    bar?.replaceChildren(...[...link.childNodes].map((node) => node.cloneNode(true)));
  }
}

for (const name of names)
  void customElements.whenDefined(name).then(() => {
    for (const contents of document.querySelectorAll(name)) Object.defineProperty(contents, 'current', { set: mark });
    mark();
  });
for (const event of ['hashchange', 'scrollend', 'load']) addEventListener(event, mark);
