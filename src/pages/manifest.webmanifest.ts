import type { APIRoute } from 'astro';
import { baseLanguage } from '../site/page-language.ts';

/** Lets a phone or computer put the site among its programs. */
export const GET: APIRoute = () => {
  const { curriculum, tag, direction, href } = baseLanguage;
  const { title, description } = curriculum.site;
  const manifest = {
    name: title,
    description,
    lang: tag,
    dir: direction,
    id: href('/'),
    start_url: href('/'),
    scope: href('/'),
    display: 'minimal-ui',
    background_color: '#fdfcf9',
    theme_color: '#fdfcf9',
    icons: [
      { src: href('/favicon.svg'), type: 'image/svg+xml', sizes: 'any' },
      ...[192, 512].map((size) => ({
        src: href(`/icon-${size}.png`),
        type: 'image/png',
        sizes: `${size}x${size}`,
      })),
    ],
  };
  return new Response(JSON.stringify(manifest), { headers: { 'content-type': 'application/manifest+json' } });
};
