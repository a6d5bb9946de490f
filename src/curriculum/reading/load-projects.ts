/** Loads the projects described on the pages under `content/docs/projects`. */
import { missingLesson, type LoadedLessons } from './load-lessons.ts';
import { folders, type LoadedPages } from './load-pages.ts';
import type { Page, Project } from '../model/model.ts';
import { nearest } from '../problems/nearest.ts';
import { pagePath } from '../names/page-id.ts';
import { problem, type Problem } from '../problems/problems.ts';
import { projectPageSchema } from '../schema/schema.ts';
import { checkShape } from '../files/yaml-source.ts';

export function loadProjects(pages: LoadedPages, { names, drafts }: LoadedLessons, problems: Problem[]): Project[] {
  const projects: Project[] = [];
  const lessons = [...names.phases, ...names.supplements];
  for (const page of pages.values()) {
    if (!page.id.startsWith(folders.projects)) continue;
    const source = page.frontmatter;
    const fields = checkShape(projectPageSchema, source, problems);
    const ids = page.headings.map((heading) => heading.id);
    fields?.projects.forEach((project, index) => {
      const place = (field: string, ...more: number[]) => source.placeOf(['projects', index, field, ...more]);
      const heading = page.headings.find((one) => one.id === project.id);
      if (!heading)
        problems.push(
          problem('project-section', place('id'), { id: project.id, near: nearest(project.id, ids), allowed: ids }),
        );
      if (projects.some((one) => one.id === project.id))
        problems.push(problem('project-twice', place('id'), { id: project.id }));
      project.needs.forEach((slug, position) => {
        if (!lessons.includes(slug))
          problems.push(missingLesson(place('needs', position), slug, 'needs', { allowed: lessons, drafts }));
      });
      projects.push({
        ...project,
        title: titleOf(page, project.id, fields.projects.length) ?? project.id,
        path: `${pagePath(page.id)}#${project.id}`,
      });
    });
  }
  return projects;
}

/**
 * What a project is called: as its section, or as its page where it is the only one there, because a section of such a
 * page needs no name that tells it from others.
 *
 * @param count how many projects the page has
 */
export const titleOf = (page: Page | undefined, id: string, count: number): string | undefined =>
  count === 1 ? page?.title : page?.headings.find((heading) => heading.id === id)?.text;
