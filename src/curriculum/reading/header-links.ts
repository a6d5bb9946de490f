/** Chooses what the header of every page links to. */
import { isOff } from './arrange-sections.ts';
import type { HeaderLink, Page, Project } from '../model/model.ts';
import { nearest } from '../problems/nearest.ts';
import { pagePath } from '../names/page-id.ts';
import { problem, type Problem } from '../problems/problems.ts';
import type { SiteSettings } from '../schema/schema.ts';
import type { YamlSource } from '../files/yaml-source.ts';

/** What a roadmap that names no pages has in its header, as far as it has such pages. */
const usual = ['tracks', 'map', 'projects', 'questions', 'review', 'glossary'];

/** What the header can name. */
interface Named {
  site: Pick<SiteSettings, 'header'>;
  pages: ReadonlyMap<string, Pick<Page, 'label'>>;
  made: ReadonlyMap<string, string>;
  projects: readonly Pick<Project, 'path'>[];
}

/**
 * @param projectsName name of the link to the projects of a roadmap that has them on pages of any names
 */
export function headerLinks({ site, pages, made, projects }: Named, projectsName: string): HeaderLink[] {
  return (site.header ?? usual).flatMap((id): HeaderLink[] => {
    const label = pages.get(id)?.label ?? made.get(id);
    if (id === 'projects' && projects.length > 0) {
      const page = projects[0]!.path.replace(/#.*/, '');
      return [{ path: pages.has(id) ? pagePath(id) : page, label: projectsName }];
    }
    return label === undefined ? [] : [{ path: pagePath(id), label }];
  });
}

/** Adds a problem for each page of the header that there is not. */
export function checkHeader(
  { value, source }: { value: Pick<SiteSettings, 'header' | 'progress'>; source: YamlSource },
  ids: readonly string[],
  problems: Problem[],
): void {
  value.header?.forEach((id, index) => {
    if (!ids.includes(id) && !isOff(id, value))
      problems.push(problem('page-unknown', source.placeOf(['header', index]), { id, near: nearest(id, ids) }));
  });
}
