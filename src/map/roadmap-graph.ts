/** The dataset of the map: lessons as stations, prerequisites as the lines between them. */
import { reduce, reverse } from '../curriculum/model/graph.ts';
import { lessonsOf, type Hours, type Project, type Stop } from '../curriculum/model/model.ts';
import type { Level } from '../curriculum/schema/schema.ts';
import type { CurriculumView, LessonView } from '../site/curriculum-view.ts';

export interface MapNode {
  slug: string;
  /** From 1, in roadmap order; none for a supplement. */
  position?: number;
  title: string;
  level: Level;
  hours: Hours;
  /** From the root of the site without base. */
  path: string;
  /** Slugs of the lessons to know before, as the lesson names them, and of those this one opens the way to. */
  needs: string[];
  opens: string[];
  /** Index of its part of the roadmap; none for a supplement. */
  part?: number;
  /** Stages of tracks that lead to it. */
  stops: Stop[];
  /** What can be built once it is learned: projects whose last prerequisite it is. */
  projects: Pick<Project, 'title' | 'path'>[];
}

/** A prerequisite: `from` is known before `to`. */
export interface MapEdge {
  from: string;
  to: string;
}

export interface RoadmapGraph {
  /** Phases in roadmap order, then supplements. */
  nodes: MapNode[];
  /** Only those that no longer way says already. */
  edges: MapEdge[];
  /** Titles of the parts of the roadmap, in order. */
  parts: string[];
}

type Data = Pick<CurriculumView, 'phases' | 'supplements' | 'parts' | 'projects'>;

/** Makes the dataset. */
export function roadmapGraph(data: Data): RoadmapGraph {
  const lessons = lessonsOf<LessonView>(data);
  const slugs = new Set(lessons.map(({ slug }) => slug));
  const needs = new Map(
    lessons.map(({ slug, prerequisites }) => [slug, prerequisites.filter((one) => slugs.has(one))]),
  );
  const opens = reverse(needs);
  const order = inOrder([...slugs], needs);
  const lastNeeded = ({ needs }: Project) => order.findLast((slug) => needs.includes(slug));
  const nodes = lessons.map(({ slug, position, title, level, hours, path, stops }) => {
    const part = data.parts.findIndex(({ phases }) => phases.includes(slug));
    return {
      slug,
      ...(position !== undefined && { position }),
      title,
      level,
      hours,
      path,
      needs: needs.get(slug)!,
      opens: opens.get(slug)!,
      ...(part >= 0 && { part }),
      stops,
      projects: data.projects
        .filter((project) => lastNeeded(project) === slug)
        .map(({ title, path }) => ({ title, path })),
    };
  });
  return {
    nodes,
    edges: [...reduce(needs)].flatMap(([to, before]) => before.map((from) => ({ from, to }))),
    parts: data.parts.map(({ title }) => title),
  };
}

/** Puts every slug behind all that it needs; what needs nothing of each other keeps its order. */
export function inOrder(slugs: readonly string[], needs: ReadonlyMap<string, readonly string[]>): string[] {
  const order = new Set<string>();
  const add = (slug: string, above: readonly string[]) => {
    if (order.has(slug) || above.includes(slug)) return;
    for (const before of needs.get(slug) ?? []) add(before, [...above, slug]);
    order.add(slug);
  };
  for (const slug of slugs) add(slug, []);
  return [...order];
}
