import type { Loader } from 'astro/loaders';

/**
 * Lets a loader of pages forget what an earlier build has made of them. Astro keeps the HTML of a `.md` page as long as
 * its own text is the same; samples, drawings, addresses and words that are put into it may have changed meanwhile, and
 * so may the steps that do it. MDX is made anew in every build anyway.
 */
export function freshPages(loader: Loader): Loader {
  return {
    ...loader,
    load(context) {
      context.store.clear();
      return loader.load(context);
    },
  } as Loader;
}
