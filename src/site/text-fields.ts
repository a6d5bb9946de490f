/**
 * Titles are text. Starlight writes some of what pages say of themselves as HTML: the `<title>`, and in a hero the title
 * and the line below it. That line may have a few marks (src/curriculum/markup/allowed-markup.ts); with anything else in it,
 * it is text too, wherever it comes from.
 */
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { markupFaults } from '../curriculum/markup/allowed-markup.ts';
import { escapeHtml } from '../markdown/escape-html.ts';

export const onRequest = defineRouteMiddleware(({ locals: { starlightRoute: route } }) => {
  route.head = route.head.map((one) =>
    one.tag === 'title' ? { ...one, content: escapeHtml(one.content ?? '') } : one,
  );
  const { hero, banner, title } = route.entry.data;
  // A copy, because the entry itself is kept for the other pages that show it.
  route.entry = {
    ...route.entry,
    data: {
      ...route.entry.data,
      ...(hero && {
        hero: {
          ...hero,
          title: escapeHtml(hero.title ?? title),
          ...(hero.tagline && { tagline: marked(hero.tagline) }),
        },
      }),
      ...(banner && { banner: { ...banner, content: marked(banner.content) } }),
    },
  };
});

const marked = (text: string) => (markupFaults(text, 'line').length > 0 ? escapeHtml(text) : text);
