import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import curriculum from 'virtual:curriculum';
import { absoluteUrl } from '../site/absolute-url.ts';

/** The feed of changes to the roadmap (`content/changes.yaml`). */
export const GET: APIRoute = () => {
  const { site, changes } = curriculum;
  return rss({
    title: `${site.title}: changes`,
    description: `What is new in ${site.title}.`,
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
