import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { escapeHtml } from '../markdown/escape-html.ts';
import { changeId } from '../site/change-id.ts';
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
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>${site.language}</language><atom:link href="${absoluteUrl('/changes.xml')}" rel="self" type="application/rss+xml"/>`,
    items: changes.map(({ date, title, text, path }, index) => ({
      title,
      description: text,
      link: absoluteUrl(path),
      pubDate: new Date(`${date}T00:00:00Z`),
      customData: `<guid isPermaLink="false">${escapeHtml(changeId(changes, index))}</guid>`,
    })),
  });
};
