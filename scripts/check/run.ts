import { runProgram } from '../run-program.ts';

/** Runs a program of a dependency. @returns whether it ended well */
export const run = async (program: string, words: readonly string[]) => (await runProgram(program, words)) === 0;
