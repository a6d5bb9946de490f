/** Names code blocks for screen readers: a block that scrolls is a region, and regions need names of their own. */
import { definePlugin, type ExpressiveCodePlugin } from '@expressive-code/core';
import { select } from '@expressive-code/core/hast';

/** Gives each block’s `<pre>` a name such as “schema.sql, code block 3”. */
export function codeBlockNames(): ExpressiveCodePlugin {
  return definePlugin({
    name: 'Code block names',
    hooks: {
      postprocessRenderedBlock: ({ codeBlock, renderData }) => {
        const pre = select('pre', renderData.blockAst);
        const place = codeBlock.parentDocument?.positionInDocument;
        if (!pre || place?.groupIndex === undefined) return;
        pre.properties.ariaLabel = `${codeBlock.props.title ?? codeBlock.language}, code block ${place.groupIndex + 1}`;
      },
    },
  });
}
