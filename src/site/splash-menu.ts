/**
 * Gives pages without a sidebar (home, 404) the menu that a phone makes of it: it holds the way to every page, the
 * theme and the saved copy, for which the header of a phone has no room. Wider windows hide it (src/theme/frame.css).
 */
import { defineRouteMiddleware } from '@astrojs/starlight/route-data';

export const onRequest = defineRouteMiddleware(({ locals: { starlightRoute } }) => {
  starlightRoute.hasSidebar = true;
});
