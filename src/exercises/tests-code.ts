/**
 * Tests of an exercise as code that runs after that of the reader, and what it says.
 *
 * Each test writes a line of its own between two signs that nobody prints, so that what the reader prints stays apart,
 * and so that what was told before an endless loop is still there.
 */
import type { WantedTest } from '../curriculum/exercises/exercise.ts';

/** How a test went. */
export interface TestOutcome {
  isRight: boolean;
  /** What the call gave, as the language writes it. */
  got?: string;
  /** Name and message of the error that it ended with. */
  error?: string;
}

/** Most characters of a value that are shown. */
const longest = 500;

/**
 * @param tests in the order in which they run
 * @returns code for the end of the program
 */
export const testsCode = (runtime: 'python' | 'javascript', tests: readonly WantedTest[]): string =>
  runtime === 'python' ? pythonTests(tests) : javascriptTests(tests);

/**
 * Reads what `testsCode` said.
 *
 * @param output everything that was printed
 * @returns outcomes of the tests that came to their end, and what the reader’s own code printed
 */
export function readOutcomes(output: string): { outcomes: TestOutcome[]; printed: string } {
  const outcomes: TestOutcome[] = [];
  const printed = output.replace(/\u0002([^\u0003]*)\u0003/g, (_all, told: string) => {
    try {
      outcomes.push(JSON.parse(told) as TestOutcome);
    } catch {
      // Somebody printed these signs after all.
    }
    return '';
  });
  return { outcomes, printed };
}

const pythonTests = (tests: readonly WantedTest[]) => `
def __check(tests):
    import builtins as own, json, sys
    def short(text):
        return text if own.len(text) <= ${longest} else text[:${longest}] + "…"
    def tell(**told):
        sys.stdout.write("\\x02" + json.dumps(told) + "\\x03")
        sys.stdout.flush()
    for test in tests:
        try:
            got = own.eval(test["call"], own.globals())
            if "raises" in test:
                tell(isRight=False, got=short(own.repr(got)))
            else:
                tell(isRight=own.bool(got == own.eval(test["is"], own.globals())), got=short(own.repr(got)))
        except (own.KeyboardInterrupt, own.MemoryError):
            raise
        except own.BaseException as error:
            names = [one.__name__ for one in own.type(error).__mro__]
            text = f"{names[0]}: {error}" if own.str(error) else names[0]
            tell(isRight=test.get("raises") in names, error=short(text))

__check(__import__("json").loads(${JSON.stringify(JSON.stringify(tests))}))
`;

const javascriptTests = (tests: readonly WantedTest[]) => `
;await (async (tests) => {
  const { write, inspect } = { write: globalThis[Symbol.for('write')], inspect: globalThis[Symbol.for('inspect')] };
  const short = (text) => (text.length <= ${longest} ? text : text.slice(0, ${longest}) + '…');
  const tell = (told) => write('\\u0002' + JSON.stringify(told) + '\\u0003');
  const same = (one, other) => {
    if (one === other || Object.is(one, other)) return true;
    if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
    if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false;
    if (one instanceof Date) return one.getTime() === other.getTime();
    if (one instanceof Map || one instanceof Set)
      return one.size === other.size && same([...one], [...other]);
    const keys = Object.keys(one);
    return (
      keys.length === Object.keys(other).length &&
      keys.every((key) => Object.hasOwn(other, key) && same(one[key], other[key]))
    );
  };
  const namesOf = (error) => {
    const names = [];
    for (let one = error; one instanceof Object; one = Object.getPrototypeOf(one))
      names.push(one.name, one.constructor?.name);
    return names;
  };
  for (const { call, wanted, raises } of tests)
    try {
      const got = await call();
      const isRight = raises === undefined && same(got, await wanted());
      tell({ isRight, got: short(inspect(got)) });
    } catch (error) {
      // The end by a limit is no answer of the call.
      if (error?.name === 'InternalError' && /^(?:interrupted|out of memory)$/.test(error.message)) throw error;
      const text = error instanceof Error ? (error.message ? error.name + ': ' + error.message : error.name) : inspect(error);
      tell({ isRight: raises !== undefined && namesOf(error).includes(raises), error: short(text) });
    }
})([
${tests.map(({ call, is, raises }) => `  { call: async () => (${call}), ${is === undefined ? `raises: ${JSON.stringify(raises)}` : `wanted: async () => (${is})`} },`).join('\n')}
]);
`;
