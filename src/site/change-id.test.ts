import { expect, test } from 'vitest';
import { changeId } from './change-id.ts';

test('each change has an id of its own, which newer ones leave as it is', () => {
  const path = '/phases/caching/';
  const old = [
    { date: '2026-11-02', path },
    { date: '2026-11-01', path },
  ];
  const changes = [{ date: '2026-11-02', path }, { date: '2026-11-02', path: '/map/' }, ...old];
  const ids = changes.map((_one, index) => changeId(changes, index));
  expect(new Set(ids).size).toBe(changes.length);
  expect(ids.slice(2)).toEqual(old.map((_one, index) => changeId(old, index)));
});
