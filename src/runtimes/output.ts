/** Collects what code prints, and hands it on in few messages, up to a limit. */
import { mostOutput } from './runtime.ts';

export interface Output {
  write(text: string): void;
  /** Hands on what was collected. */
  flush(): void;
  /** Whether something was left out. */
  isCut(): boolean;
}

/**
 * @param tell takes the next part of the output; what it got is at most `most` characters together
 * @param milliseconds longest time between two parts while code prints
 */
export function collectOutput(tell: (text: string) => void, most = mostOutput, milliseconds = 50): Output {
  let parts: string[] = [];
  let left = most;
  let cut = false;
  let flushed = performance.now();
  const flush = () => {
    flushed = performance.now();
    if (parts.length > 0) tell(parts.join(''));
    parts = [];
  };
  return {
    write(text) {
      if (text.length > left) cut = true;
      // A sign of two halves is left out whole.
      const end = text.length > left && /[\uD800-\uDBFF]/.test(text[left - 1] ?? '') ? left - 1 : left;
      const part = text.slice(0, end);
      left = cut ? 0 : left - part.length;
      if (part === '') return;
      parts.push(part);
      if (performance.now() - flushed >= milliseconds) flush();
    },
    flush,
    isCut: () => cut,
  };
}
