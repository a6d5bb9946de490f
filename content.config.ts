import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { pageId } from './src/curriculum/page-id.ts';

export const collections = {
  // Fields of a phase are read and checked by the model in src/curriculum; here they are let through.
  docs: defineCollection({ loader: docsLoader({ generateId: ({ entry }) => pageId(entry) }), schema: docsSchema() }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
};
