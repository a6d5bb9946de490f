import type { APIRoute } from 'astro';
import { inlineMarkdown } from '../markdown/inline-markdown.ts';
import { languageOf } from '../site/page-language.ts';
import type { TermCards } from '../terms/term-popover.ts';

/** What the cards of terms show, in one file that is kept; asked for at the first term that a reader opens. */
export const GET: APIRoute = ({ url }) => {
  const { curriculum, href, t } = languageOf(url);
  const terms = Object.fromEntries(
    curriculum.glossary.map(({ id, term, definition, see }) => [
      id,
      [term, inlineMarkdown(definition), ...(see ? [href(see.path), see.title] : [])],
    ]),
  );
  return Response.json({ glossary: t('page.glossary'), terms } satisfies TermCards);
};
