/**
 * Starlight writes `data-theme="dark"` into every page and corrects it by script. Without script a reader on a light
 * system would get the dark theme; without the attribute the style sheet follows the system (src/theme/tokens.css).
 */
import { defineMiddleware } from 'astro:middleware';

export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.includes('text/html')) return response;
  const html = await response.text();
  return new Response(html.replace(/(<html[^>]*?) data-theme="dark"/, '$1'), response);
});
