import type { Loader } from 'astro/loaders';

/**
 * Lets a loader of pages forget what an earlier build has made of them. Astro keeps the HTML of a `.md` page as long as
 * its own text is the same; samples, drawings, addresses and words that are put into it may have changed meanwhile, and
 * so may the steps that do it. MDX is made anew in every build anyway.
 *
 * Files whose names start with a dot are passed over, as the check of the content does: they belong to tools and editors.
 */
export function freshPages(loader: Loader): Loader {
  return {
    ...loader,
    async load(context) {
      context.store.clear();
      await loader.load(context);
      for (const [id, { filePath = '' }] of context.store.entries())
        if (/(?:^|[/\\])\.[^/\\]*$/.test(filePath)) context.store.delete(id);
    },
  } as Loader;
}
