/** What stands in the controls for marking. */
import { markStates } from '../record/record.ts';
import type { Translator } from '../strings/translator.ts';

/** The states to choose from; a whole lesson can also be what its topics are. */
export const markOptions = (t: Translator, id: string): { value: string; words: string }[] =>
  markStates.map((value) => ({
    value,
    words: t(value === 'none' && id.startsWith('lesson:') ? 'progress.state.by-topics' : `progress.state.${value}`),
  }));
