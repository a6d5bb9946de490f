import { loadCurriculum } from '../../src/curriculum/load.ts';
import type { Curriculum } from '../../src/curriculum/model.ts';
import { reportProblems } from '../../src/curriculum/problems.ts';
import { repository } from '../run-program.ts';
import { discover } from '../samples/discover.ts';

/** Reads and checks everything under `content/` without building. */
export async function checkContent(): Promise<boolean> {
  const { curriculum, problems: found } = loadCurriculum(repository);
  const problems = [...found, ...discover(repository).problems];
  if (problems.length > 0) console.log(reportProblems(problems));
  else console.log(`${curriculum!.phases.length} phases, ${curriculum!.pages.size} pages: no problems.`);
  if (curriculum) console.log(blockCounts(curriculum));
  return problems.length === 0;
}

/** `1,012 code blocks come from samples; 11 do not: 7 output, 2 pseudo, 2 wrong.` */
function blockCounts({ pages }: Curriculum): string {
  const fences = [...pages.values()].flatMap((page) => page.fences);
  const samples = fences.filter((fence) => fence.attributes.sample !== undefined).length;
  const reasons = fences.flatMap(({ attributes }) => (attributes.reason ? [attributes.reason] : [])).sort();
  const counts = [...Map.groupBy(reasons, (reason) => reason)].map(([reason, all]) => `${all.length} ${reason}`);
  const others = reasons.length > 0 ? `; ${reasons.length} do not: ${counts.join(', ')}` : '';
  return `${samples.toLocaleString('en')} code blocks come from samples${others}.`;
}
