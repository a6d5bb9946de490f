import { loadCurriculum } from '../../src/curriculum/load.ts';
import { reportProblems } from '../../src/curriculum/report.ts';
import { repository } from '../run-program.ts';

/** Reads and checks everything under `content/` without building. */
export async function checkContent(): Promise<boolean> {
  const { curriculum, problems } = loadCurriculum(repository);
  if (problems.length > 0) console.log(reportProblems(problems));
  else console.log(`${curriculum!.phases.length} phases, ${curriculum!.pages.size} pages: no problems.`);
  return problems.length === 0;
}
