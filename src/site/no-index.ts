/** Keeps pages without a subject of their own out of search engines: an unknown address, the search, and saving. */
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { pathInBase } from './page-language.ts';
import { isIndexed } from './indexed.ts';

export const onRequest = defineRouteMiddleware(({ url, locals: { starlightRoute: route } }) => {
  const known = route.head.some(({ attrs }) => attrs?.name === 'robots');
  if (!known && !isIndexed(pathInBase(url)))
    route.head.push({ tag: 'meta', attrs: { name: 'robots', content: 'noindex' }, content: '' });
});
