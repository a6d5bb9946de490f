/**
 * Puts the base path and the language of the page before links that stand in its frontmatter, which no step of Markdown
 * sees: the buttons of a hero, the banner, and neighbors that the page names itself.
 */
import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { languageOf } from './page-language.ts';

type Fields = Pick<StarlightRouteData['entry']['data'], 'hero' | 'banner'>;

export const onRequest = defineRouteMiddleware(({ locals, url }) => {
  const { href } = languageOf(url);
  const route = locals.starlightRoute;
  const { data } = route.entry;
  // A copy, because the entry itself is kept for the other pages that show it.
  route.entry = { ...route.entry, data: { ...data, ...withAddresses(data, href) } };
  for (const side of ['prev', 'next'] as const) {
    const [neighbor, own] = [route.pagination[side], data[side]];
    if (neighbor && typeof own === 'object' && own.link === neighbor.href)
      route.pagination[side] = { ...neighbor, href: href(neighbor.href) };
  }
});

/**
 * Gives hero and banner the addresses of their links.
 *
 * `actions: [{ link: /phases/flour/ }]` → `/roadmap/phases/flour/` under the base `/roadmap`
 *
 * @param href address of a path
 */
function withAddresses({ hero, banner }: Fields, href: (path: string) => string): Fields {
  return {
    ...(hero && {
      hero: { ...hero, actions: hero.actions?.map((action) => ({ ...action, link: href(action.link) })) },
    }),
    ...(banner && {
      banner: {
        ...banner,
        content: banner.content.replace(/(\shref=["']?)(\/(?!\/)[^"'\s>]*)/g, (_all, before: string, path: string) => {
          return before + href(path);
        }),
      },
    }),
  };
}
