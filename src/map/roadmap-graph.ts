/** The dataset of the map: phases as nodes, prerequisites as edges. */
import type { CurriculumView } from '../site/curriculum-view.ts';
import type { Level } from '../curriculum/schema.ts';
import type { Hours } from '../curriculum/model.ts';

export interface MapNode {
  slug: string;
  /** From 1, in roadmap order. */
  position: number;
  title: string;
  level: Level;
  hours: Hours;
  /** From the root of the site without base. */
  path: string;
  /** Slugs of the phases to know before, and of those this one opens the way to. */
  needs: string[];
  opens: string[];
  /** Title of the part of the roadmap it belongs to. */
  part: string;
}

/** A prerequisite: `from` is known before `to`. */
export interface MapEdge {
  from: string;
  to: string;
}

export interface RoadmapGraph {
  nodes: MapNode[];
  edges: MapEdge[];
}

/** Makes the dataset; nodes stand in roadmap order. */
export function roadmapGraph({ phases, parts }: Pick<CurriculumView, 'phases' | 'parts'>): RoadmapGraph {
  const nodes = phases.map(({ slug, position, title, level, hours, path, prerequisites, opens }) => ({
    slug,
    position,
    title,
    level,
    hours,
    path,
    needs: prerequisites,
    opens,
    part: parts.find((part) => part.phases.includes(slug))?.title ?? '',
  }));
  return { nodes, edges: nodes.flatMap(({ slug, needs }) => needs.map((from) => ({ from, to: slug }))) };
}

/** Breaks a title into lines of at most `width` characters, at spaces. */
export function titleLines(title: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
