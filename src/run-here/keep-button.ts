/** The button that keeps a runtime for offline. */
import type { Translator } from '../strings/translator.ts';
import { button } from '../theme/elements.ts';
import { canKeep, isKeptRuntime, keepRuntime } from './keep-runtime.ts';
import type { RuntimeSession } from './runtime-session.ts';

/**
 * @param base address of the first page of the base language, with a slash at the end
 * @param runtime its name in words
 * @param say told what became of it
 * @returns nothing where it is kept, or cannot be
 */
export async function keepButton(
  session: RuntimeSession,
  base: string,
  runtime: string,
  t: Translator,
  say: (words: string) => void,
): Promise<HTMLButtonElement | undefined> {
  if (!canKeep() || !session.isStarted || (await isKeptRuntime(session.folder, base))) return undefined;
  const keep = async () => {
    made.disabled = true;
    try {
      await keepRuntime(session.folder, base);
      say(t('run.keep.done', { runtime }));
      made.remove();
    } catch {
      say(t('run.keep.failed', { runtime }));
      made.disabled = false;
    }
  };
  const made = button(t('run.keep', { runtime }), () => void keep());
  return made;
}
