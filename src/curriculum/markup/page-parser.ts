/** Reads the text of pages, and of what stands in them, into a tree. */
import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const markdown = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkDirective).freeze();
const mdx = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkDirective)
  .use(remarkMdx)
  .freeze();

/** Reads Markdown, in which a tag is HTML. */
export const parseMarkdown = (source: string): Root => markdown.parse(source);

/**
 * Reads MDX.
 *
 * @throws where the text is none
 */
export const parseMdxText = (source: string): Root => mdx.parse(source);
