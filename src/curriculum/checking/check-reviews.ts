/** Warns of lessons whose last review is too long ago. */
import type { LoadedPages } from '../reading/load-pages.ts';
import type { Lesson } from '../model/model.ts';
import { problem, type Problem } from '../problems/problems.ts';

/** @param months how long a review counts; undefined when the site’s settings cannot be read */
export function checkReviews(
  lessons: readonly Lesson[],
  pages: LoadedPages,
  months: number | undefined,
  today: Date,
  problems: Problem[],
): void {
  if (months === undefined) return;
  for (const { path, reviewed } of lessons) {
    const due = new Date(`${reviewed}T00:00:00Z`);
    due.setUTCMonth(due.getUTCMonth() + months);
    if (due >= today) continue;
    const place = pages.get(path.slice(1, -1))!.frontmatter.placeOf(['reviewed']);
    problems.push(problem('review-overdue', place, { reviewed, months }));
  }
}
