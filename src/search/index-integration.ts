/** Makes the full-text index of the built pages. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';

/** Characters that belong to words of the field, as in C#, C++, N+1, .NET. */
const wordCharacters = '+#.';

/** Indexes every page that has `data-pagefind-body`, into `pagefind/` of the output. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        try {
          const { index } = checked(await pagefind.createIndex({ includeCharacters: wordCharacters }));
          if (!index) throw new Error('Pagefind gave no index.');
          const { page_count: count } = checked(await index.addDirectory({ path: fileURLToPath(dir) }));
          checked(await index.writeFiles({ outputPath: fileURLToPath(new URL('pagefind/', dir)) }));
          logger.info(`${count} pages are searchable`);
        } finally {
          await pagefind.close();
        }
      },
    },
  };
}

function checked<Result extends { errors: string[] }>(result: Result): Result {
  if (result.errors.length > 0) throw new Error(`The search index cannot be made: ${result.errors.join(' ')}`);
  return result;
}
