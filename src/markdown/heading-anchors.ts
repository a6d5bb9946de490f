/**
 * The anchors of headings. The check of the content and the site both take them from here, so that a link which the check
 * lets pass is one that leads somewhere.
 */
import GithubSlugger, { slug } from 'github-slugger';
import type { Heading, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/**
 * The text of a heading, as readers see it: notes and pictures in it left out.
 *
 * @param source the text that the heading was parsed from
 */
export const headingText = (heading: Heading, source: string): string => textOf(heading, source, false);

/**
 * Gives every heading of a page its anchor, those in boxes, lists and components too, in the order in which they stand.
 *
 * @param source the text that the page was parsed from
 * @returns anchors that differ from each other; `## Über uns & mehr` → `über-uns--mehr`
 */
export function headingAnchors(tree: Root, source: string): Map<Heading, string> {
  const slugger = new GithubSlugger();
  const anchors = new Map<Heading, string>();
  visit(tree, 'heading', (heading: Heading) => {
    const text = textOf(heading, source, true);
    // A heading of signs alone has nothing that could stand in an address.
    anchors.set(heading, slugger.slug(slug(text) === '' ? 'section' : text));
  });
  return anchors;
}

/** Gives headings their anchors in the site, before other steps rewrite what stands in them. */
export function remarkHeadingAnchors() {
  return (tree: Root, file: VFile) => {
    for (const [heading, id] of headingAnchors(tree, String(file.value)))
      heading.data = { ...heading.data, hProperties: { id } } as Heading['data'];
  };
}

/** @param asDrawn two hyphens count as the dash that the site makes of them, whether it has made it already or not */
function textOf(node: Nodes, source: string, asDrawn: boolean): string {
  switch (node.type as string) {
    case 'text': {
      const { value } = node as { value: string };
      return asDrawn ? value.replace(/(?<!-)--(?!-)/g, '—') : value;
    }
    case 'inlineCode':
    case 'mdxTextExpression':
      return (node as { value: string }).value;
    case 'textDirective':
      // `localhost:8080` and `10:30` in a text are no directives for anybody who reads them.
      return source.slice(node.position?.start.offset, node.position?.end.offset);
    default:
      return 'children' in node ? node.children.map((child) => textOf(child, source, asDrawn)).join('') : '';
  }
}
