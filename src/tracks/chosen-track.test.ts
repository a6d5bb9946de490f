import { afterEach, expect, test, vi } from 'vitest';
import { chooseTrack, chosenTrack, trackEvent } from './chosen-track.ts';

const sent: string[] = [];
vi.stubGlobal('dispatchEvent', (event: Event) => sent.push(event.type));
afterEach(() => chooseTrack(undefined));

const storage = (refuses: boolean) => {
  const kept = new Map<string, string>();
  const act = <Result>(result: () => Result): Result => {
    if (refuses) throw new DOMException('denied', 'SecurityError');
    return result();
  };
  return {
    getItem: (key: string) => act(() => kept.get(key) ?? null),
    setItem: (key: string, value: string) => act(() => kept.set(key, value)),
    removeItem: (key: string) => act(() => kept.delete(key)),
  };
};

test.each([false, true])('a choice holds and is told, where storage is refused (%s) too', (refuses) => {
  vi.stubGlobal('localStorage', storage(refuses));
  sent.length = 0;
  expect(chosenTrack()).toBeUndefined();
  chooseTrack('weekend');
  expect(chosenTrack()).toBe('weekend');
  chooseTrack(undefined);
  expect(chosenTrack()).toBeUndefined();
  expect(sent).toEqual([trackEvent, trackEvent]);
});
