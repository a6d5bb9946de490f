/**
 * Puts the base path before links that stand in the frontmatter of a page, which no step of Markdown sees: the buttons
 * of a hero, the banner, and neighbors that the page names itself.
 */
import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { address } from './address.ts';

type Fields = Pick<StarlightRouteData['entry']['data'], 'hero' | 'banner'>;

export const onRequest = defineRouteMiddleware(({ locals }) => {
  const route = locals.starlightRoute;
  const { data } = route.entry;
  // A copy, because the entry itself is kept for the other pages that show it.
  route.entry = { ...route.entry, data: { ...data, ...withBase(data, import.meta.env.BASE_URL) } };
  for (const side of ['prev', 'next'] as const) {
    const [neighbor, own] = [route.pagination[side], data[side]];
    if (neighbor && typeof own === 'object' && own.link === neighbor.href)
      route.pagination[side] = { ...neighbor, href: address(neighbor.href, import.meta.env.BASE_URL) };
  }
});

/**
 * Gives hero and banner their links under the base path.
 *
 * `actions: [{ link: /phases/flour/ }]` → `/roadmap/phases/flour/` under the base `/roadmap`
 */
export function withBase({ hero, banner }: Fields, base: string): Fields {
  return {
    ...(hero && {
      hero: { ...hero, actions: hero.actions?.map((action) => ({ ...action, link: address(action.link, base) })) },
    }),
    ...(banner && {
      banner: {
        ...banner,
        content: banner.content.replace(/(\shref=["']?)(\/(?!\/)[^"'\s>]*)/g, (_all, before: string, path: string) => {
          return before + address(path, base);
        }),
      },
    }),
  };
}
