/** Runs checks one after the other and counts. */
import path from 'node:path';
import { SampleFault, ToolMissing } from './check.ts';
import type { Discovery } from './discover.ts';
import type { Workspace } from './workspace.ts';

export type Outcome =
  | { state: 'passed'; tools: string[]; seconds: number }
  | { state: 'failed' | 'missing'; reason: string; seconds: number };

type Found = Discovery['checks'][number];

/** Runs one check. */
export async function runCheck(check: Found, workspace: Workspace): Promise<Outcome> {
  const start = Date.now();
  const seconds = () => Math.round((Date.now() - start) / 1000);
  try {
    const tools = await check.run({ workspace, folder: path.join(workspace.samples, check.slug) });
    return { state: 'passed', tools, seconds: seconds() };
  } catch (error) {
    if (error instanceof ToolMissing) return { state: 'missing', reason: error.message, seconds: seconds() };
    const reason = error instanceof SampleFault ? error.message : String((error as Error).stack ?? error);
    return { state: 'failed', reason, seconds: seconds() };
  }
}

/** `caching/redis/tour.sh (shell)`; of a command of several lines the first. */
export const nameOf = (check: Found) => `${check.slug}/${check.name.split('\n')[0]} (${check.kind})`;
