/** Lights up the way of the chosen track (TrackLights.astro): without script, each track needs rules of its own. */
import type { MapNode } from './roadmap-graph.ts';

type Stops = Pick<MapNode, 'slug' | 'stops'>;

/** Slugs of the tracks that come to a station, each once. */
export const tracksOf = ({ stops }: Pick<MapNode, 'stops'>): string[] => [...new Set(stops.map(({ track }) => track))];

/** @returns the tracks that come to both ends of a line, as a list in words for an attribute; none for no track */
export function tracksOfLines(stations: readonly Stops[]): (from: string, to: string) => string | undefined {
  const bySlug = new Map(stations.map((station) => [station.slug, new Set(tracksOf(station))]));
  return (from, to) => [...bySlug.get(from)!.intersection(bySlug.get(to)!)].join(' ') || undefined;
}

/** Style sheet for the tracks of these slugs. */
export const trackLights = (slugs: readonly string[]): string =>
  slugs
    .map((slug) => {
      const chosen = `.roadmap-map:has(#light-${slug}:checked)`;
      const others = `${chosen} [data-lesson]:not([data-tracks~="${slug}"])`;
      return [
        `${others}{--here:var(--line-dimmed,var(--line-supplement))}`,
        `${others} :is(.title,.title .number){fill:var(--ink-soft);font-weight:400}`,
        `${others}:not([data-state=done],[data-state=changed]) .number{fill:var(--ink-soft);font-weight:400}`,
        `${chosen} [data-lesson][data-tracks~="${slug}"] .halo{opacity:1;stroke-dasharray:none}`,
        // A supplement is as gray as what is not lit, but for this.
        `${chosen} [data-line=supplement][data-tracks~="${slug}"]{--here:var(--accent)}`,
        `${chosen} [data-line=supplement][data-tracks~="${slug}"] .title{font-weight:600}`,
        // A station that is looked at lights up its own way.
        `${chosen} .line:not([data-tracks~="${slug}"],[data-role]){stroke:var(--line)}`,
        `@media (forced-colors:active){${chosen} .line:not([data-tracks~="${slug}"],[data-role]){stroke-width:2px}}`,
      ].join('\n');
    })
    .join('\n');
