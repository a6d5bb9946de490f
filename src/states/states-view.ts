/** The states of the running example as pages show them. */
import { testedState } from './tested-states.ts';
import { compareStates, type FileChange } from './compare-states.ts';
import type { State, States } from '../curriculum/states/compose.ts';

export interface StateView extends State {
  /** Slug of the lesson whose state comes before; none for the first. */
  before?: string;
  changes: FileChange[];
  /** When and with what it passed as it is now. */
  tested?: { date: string; tools: string[] };
}

export interface StatesView extends Omit<States, 'states'> {
  states: StateView[];
}

/**
 * @param samples absolute path of `content/samples`, where the record of the last test run lies
 * @returns null where there are no states, which can be written as JSON
 */
export function statesView(all: States | undefined, samples: string): StatesView | null {
  if (!all) return null;
  return {
    ...all,
    states: all.states.map((state, index) => {
      const before = all.states[index - 1];
      return {
        ...state,
        ...(before && { before: before.lesson }),
        changes: compareStates(before, state),
        tested: testedState(samples, state),
      };
    }),
  };
}
