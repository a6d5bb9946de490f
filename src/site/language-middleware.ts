/**
 * Says of pages that are not translated what they are: the frame is in the reader’s language, the text in the base
 * language (MarkdownContent.astro marks it), and search engines are sent to the base page.
 */
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import languages from 'virtual:languages';
import { baseLanguage, hasOwn, languageOf, pathInBase } from './page-language.ts';

export const onRequest = defineRouteMiddleware(({ url, site, locals }) => {
  const route = locals.starlightRoute;
  const path = pathInBase(url);
  const language = languageOf(url);
  const { lang, dir, locale } = route;
  if (route.isFallback) route.entryMeta = { lang, dir, locale };
  const isOwn = hasOwn(language, path);
  const base = new URL(baseLanguage.href(path), site).href;
  const tags = new Set(languages.filter((one) => hasOwn(one, path)).map((one) => one.tag));
  route.head = route.head.filter(({ attrs }) => {
    const tag = attrs?.rel === 'alternate' ? attrs.hreflang : undefined;
    return typeof tag !== 'string' || (isOwn && tags.size > 1 && (tag === 'x-default' || tags.has(tag)));
  });
  if (isOwn) return;
  for (const { attrs } of route.head) {
    if (attrs?.rel === 'canonical') attrs.href = base;
    if (attrs?.property === 'og:url') attrs.content = base;
  }
});
