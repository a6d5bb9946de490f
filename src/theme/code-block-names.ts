/** Names code blocks for screen readers: a block that scrolls is a region, and regions need names of their own. */
import { definePlugin, type ExpressiveCodePlugin } from '@expressive-code/core';
import { select } from '@expressive-code/core/hast';
import type { Translator } from '../strings/translator.ts';

/**
 * Gives each block’s `<pre>` a name such as “schema.sql, code block 3”.
 *
 * @param wordsOf words of the language of a page, by its file
 */
export function codeBlockNames(wordsOf: (file: string) => Translator): ExpressiveCodePlugin {
  return definePlugin({
    name: 'Code block names',
    hooks: {
      postprocessRenderedBlock: ({ codeBlock, renderData }) => {
        const pre = select('pre', renderData.blockAst);
        const place = codeBlock.parentDocument?.positionInDocument;
        if (!pre || place?.groupIndex === undefined) return;
        const t = wordsOf(codeBlock.parentDocument?.sourceFilePath ?? '');
        const title = codeBlock.props.title ?? codeBlock.language;
        pre.properties.ariaLabel = t('code.block', { title, number: place.groupIndex + 1 });
      },
    },
  });
}
