/** What a station says of itself to people who do not see its lines. */
import type { Translator } from '../strings/translator.ts';
import type { MapNode } from './roadmap-graph.ts';

/** @returns what to know before a station, what it opens, and whether it is enough for a project, in sentences */
export function stationText(nodes: readonly MapNode[], t: Translator): (node: MapNode) => string {
  const titles = new Map(nodes.map(({ slug, title }) => [slug, title]));
  const names = (slugs: readonly string[]) => t.list(slugs.map((slug) => titles.get(slug)!));
  return ({ needs, opens, projects }) =>
    [
      needs.length > 0 ? t('map.before', { phases: names(needs) }) : t('map.start'),
      ...(opens.length > 0 ? [t('map.opens.named', { phases: names(opens) })] : []),
      ...(projects.length > 0 ? [t('map.builds', { count: projects.length })] : []),
    ].join(' ');
}

/** Name of the line of a part (`src/theme/tokens.css` has eight, used in turn), or of the supplements. */
export const partLine = (part: number | undefined): string => (part === undefined ? 'supplement' : `${(part % 8) + 1}`);
