/** Runs checks one after the other and counts. */
import path from 'node:path';
import { SampleFault, ToolMissing } from './check.ts';
import type { Discovery } from './discover.ts';
import type { Workspace } from './workspace.ts';

export type Outcome =
  | { state: 'passed'; tools: string[]; seconds: number }
  | { state: 'failed' | 'missing'; reason: string; seconds: number };

/** A check that was found, with what its kind needs. */
export type Found = Discovery['checks'][number];

/** What Maven, pip, npm and curl say on a machine without a network, or with one that leads to other registries only. */
const unreachable =
  /Could not transfer (?:artifact|metadata)|Unknown host|Temporary failure in name resolution|Network is unreachable|getaddrinfo (?:ENOTFOUND|EAI_AGAIN)|Failed to establish a new connection|Could not fetch URL/;

/** Runs one check. */
export async function runCheck(check: Found, workspace: Workspace): Promise<Outcome> {
  const start = Date.now();
  const seconds = () => Math.round((Date.now() - start) / 1000);
  try {
    const tools = await check.run({ workspace, folder: path.join(workspace.samples, check.slug) });
    return { state: 'passed', tools, seconds: seconds() };
  } catch (error) {
    if (error instanceof ToolMissing) return { state: 'missing', reason: error.message, seconds: seconds() };
    if (error instanceof SampleFault && unreachable.test(error.message))
      return { state: 'missing', reason: `A registry could not be reached.\n${error.message}`, seconds: seconds() };
    const reason = error instanceof SampleFault ? error.message : String((error as Error).stack ?? error);
    return { state: 'failed', reason, seconds: seconds() };
  }
}

/** `caching/redis/tour.sh (shell)`; of a command of several lines the first. */
export const nameOf = (check: Found) => `${check.slug}/${check.name.split('\n')[0]} (${check.kind})`;
