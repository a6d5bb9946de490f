/** TypeScript as JavaScript: types are taken out and not checked, and lines stay where they are. */
import { transform } from 'sucrase';
import type { RunError } from '../runtime.ts';

/**
 * @param code JavaScript or TypeScript, as a module
 * @returns JavaScript, or where the code cannot be read
 */
export function withoutTypes(code: string): string | RunError {
  try {
    return transform(code, { transforms: ['typescript'], disableESTransforms: true, keepUnusedImports: false }).code;
  } catch (error) {
    const { message, loc } = error as Error & { loc?: { line: number; column: number } };
    return {
      // `Error transforming code: Unexpected token (3:5)`: the place is said by itself.
      message: message.replace(/^(?:Error transforming [^:]*: )?/, '').replace(/ \(\d+:\d+\)$/, ''),
      code: 'SyntaxError',
      ...(loc && { line: loc.line, column: loc.column }),
    };
  }
}
