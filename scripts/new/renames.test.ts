import { describe, expect, test } from 'vitest';
import { proposeRenames } from './renames.ts';

const proposed = (vanished: string[], unlisted: string[]) =>
  proposeRenames(vanished, unlisted).map(({ id, now }) => `${id} → ${now[0] ?? 'removed'}`);

describe('what vanished is most likely', () => {
  test('the nearest new name in the same lesson', () => {
    expect(
      proposed(['topic:caching/redis-eviction'], ['topic:caching/eviction-in-redis', 'topic:caching/redis-evictions']),
    ).toEqual(['topic:caching/redis-eviction → topic:caching/redis-evictions']);
  });

  test('the only new one of its kind in the same lesson, however it is called', () => {
    expect(proposed(['topic:caching/old'], ['topic:caching/completely-different', 'question:caching/old-one'])).toEqual(
      ['topic:caching/old → topic:caching/completely-different'],
    );
  });

  test('the same name in another lesson, before a near name in its own', () => {
    expect(proposed(['topic:caching/joins'], ['topic:caching/join', 'topic:databases/joins'])).toEqual([
      'topic:caching/joins → topic:databases/joins',
    ]);
  });

  test('with its lesson, which is the one that has most of what the old one had', () => {
    expect(
      proposed(
        ['lesson:caching', 'topic:caching/redis', 'topic:caching/ttl', 'question:caching/q', 'topic:caching/gone'],
        [
          'lesson:cachings',
          'lesson:keeping-copies',
          'topic:keeping-copies/redis',
          'topic:keeping-copies/ttl',
          'question:keeping-copies/q',
        ],
      ),
    ).toEqual([
      'lesson:caching → lesson:keeping-copies',
      'topic:caching/redis → topic:keeping-copies/redis',
      'topic:caching/ttl → topic:keeping-copies/ttl',
      'question:caching/q → question:keeping-copies/q',
      'topic:caching/gone → removed',
    ]);
  });

  test('never one that another is already, nor one of another kind', () => {
    expect(proposed(['topic:a/redis', 'topic:a/rediss'], ['topic:a/redis2', 'question:a/redis'])).toEqual([
      'topic:a/redis → topic:a/redis2',
      'topic:a/rediss → removed',
    ]);
  });

  test('in a renamed track the stage of the same name', () => {
    expect(proposed(['track:java', 'stage:java/storage'], ['track:jvm', 'stage:jvm/storage'])).toEqual([
      'track:java → track:jvm',
      'stage:java/storage → stage:jvm/storage',
    ]);
  });
});
