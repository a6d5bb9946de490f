import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { baseLanguage } from '../site/page-language.ts';
import { absoluteUrl } from '../site/absolute-url.ts';

/** The feed of changes to the roadmap (`content/changes.yaml`). */
export const GET: APIRoute = () => {
  const { t, curriculum } = baseLanguage;
  const { site, changes } = curriculum;
  return rss({
    title: t('feed.title', { site: site.title }),
    description: t('feed.description', { site: site.title }),
    site: absoluteUrl('/'),
    trailingSlash: false,
    customData: `<language>${site.language}</language>`,
    items: changes.map(({ date, title, text, path }) => ({
      title,
      description: text,
      link: absoluteUrl(path),
      pubDate: new Date(`${date}T00:00:00Z`),
    })),
  });
};
