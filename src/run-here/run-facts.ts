/** What the frame of a code block says of running it. */
import type { Translator } from '../strings/translator.ts';
import type { Runs } from '../curriculum/runs/runs.ts';
import type { RunFacts } from '../theme/code-frame.ts';
import { publishedRuns } from './published.ts';
import { megabytes } from '../strings/megabytes.ts';

/** @returns a function from what a fence names, `shop/joins.sql#left`, and the words of its page */
export function runFacts(runs: Runs) {
  return async (block: string, t: Translator): Promise<RunFacts> => {
    const reason = runs.recorded.get(block);
    if (reason !== undefined) return { note: t('run.recorded', { reason }) };
    const runtime = [...runs.folders.values()].find(({ blocks }) => Object.hasOwn(blocks, block))?.blocks[block]!
      .runtime;
    if (!runtime) return {};
    const size = megabytes(t, (await publishedRuns(runs)).runtimes[runtime]!.bytes);
    return {
      button: {
        runtime,
        words: t('run.button'),
        size: t('run.size', { size }),
        title: t('run.title', { runtime: t(`run.runtime.${runtime}`), size }),
      },
    };
  };
}
