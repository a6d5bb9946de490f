/** Which edges of the map stand out when a phase has the pointer or the focus: without script, each needs a rule. */

/** Style sheet for the phases of these slugs. */
export const litEdges = (slugs: readonly string[]): string =>
  slugs
    .map(
      (slug) =>
        `.roadmap:has([data-node="${slug}"]:is(:hover,:focus-visible)) [data-ends~="${slug}"]{stroke:var(--accent);stroke-width:2.5px;opacity:1}`,
    )
    .join('\n');
