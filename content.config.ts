import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { pageId } from './src/curriculum/names/page-id.ts';
import { frontmatterFields } from './src/make-it-yours/frontmatter-fields.ts';
import { freshPages } from './src/build/fresh-pages.ts';

export const collections = {
  docs: defineCollection({
    loader: freshPages(docsLoader({ generateId: ({ entry }) => pageId(entry) })),
    schema: docsSchema({ extend: frontmatterFields }),
  }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
};
