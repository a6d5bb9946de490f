/** What the build and the check know of each runtime. */
import { javascript } from './javascript/runtime-javascript.ts';
import { python } from './python/runtime-python.ts';
import type { RuntimeKind } from './runtime-kind.ts';
import { runtimeNames, type RuntimeName } from './runtime.ts';
import { sql } from './sql/runtime-sql.ts';

export const runtimes: Record<RuntimeName, RuntimeKind> = { sql, python, javascript };

/** The runtime for a file by its ending. */
export const runtimeOf = (file: string): RuntimeName | undefined =>
  runtimeNames.find((name) => runtimes[name].endings.some((ending) => file.endsWith(ending)));
