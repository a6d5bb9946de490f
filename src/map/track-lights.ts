/** Lights up the stations of the chosen track (TrackLights.astro): without script, each track needs rules of its own. */

/** Style sheet for the tracks of these slugs. */
export const trackLights = (slugs: readonly string[]): string =>
  slugs
    .map((slug) => {
      const chosen = `.roadmap-map:has(#light-${slug}:checked)`;
      const others = `${chosen} [data-lesson]:not([data-tracks~="${slug}"])`;
      return [
        `${others}{--here:var(--line-supplement)}`,
        `${others} :is(.title,.number){fill:var(--ink-soft);font-weight:400}`,
        `${chosen} [data-tracks~="${slug}"] .halo{opacity:1}`,
        `${chosen} .line{stroke:var(--line)}`,
      ].join('\n');
    })
    .join('\n');
