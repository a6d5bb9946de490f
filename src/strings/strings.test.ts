import { i18nSchema } from '@astrojs/starlight/schema';
import { expect, test } from 'vitest';
import { browserStrings } from './browser-strings.ts';
import { english } from './english.ts';
import { translator } from './translator.ts';

const t = translator(english, 'en');
const arabic = translator(
  {
    ...english,
    'hours.same': { one: 'ساعة واحدة', two: 'ساعتان', few: '{count} ساعات', other: '{count} ساعة' },
    'hours.range': { few: 'من {from} إلى {to} ساعات', other: 'من {from} إلى {to} ساعة' },
    'topic.after': 'بعد {topics}',
    'list.between': '، ',
  },
  'ar',
);

test('values stand in the place of their names', () => {
  expect(t('lesson.phase', { position: 4, count: 25 })).toBe('Phase 4 of 25');
  expect(t('search.nothing', { query: '{count}' })).toBe('Nothing found for “{count}”.');
});

test('a plural form is chosen by the rules of the language, for a number and for a range', () => {
  expect([1, 2].map((count) => t('hours.same', { count }))).toEqual(['1 hour', '2 hours']);
  expect([1, 2, 3, 11].map((count) => arabic('hours.same', { count }))).toEqual([
    'ساعة واحدة',
    'ساعتان',
    '3 ساعات',
    '11 ساعة',
  ]);
  expect(arabic('hours.range', { from: 4, to: 6 })).toBe('من 4 إلى 6 ساعات');
  expect(arabic('hours.range', { from: 10, to: 20 })).toBe('من 10 إلى 20 ساعة');
});

test('numbers and dates are written as the language writes them', () => {
  expect(translator(english, 'de')('hours.same', { count: 1200 })).toBe('1.200 hours');
  expect(t.date('2026-11-20')).toBe('November 20, 2026');
  expect(translator(english, 'ja').date('2026-11-20')).toBe('2026年11月20日');
});

test('an element stands within a sentence wherever the language puts it', () => {
  expect(t.around('topic.after', 'topics')).toEqual(['After ', '']);
  expect(t.around('lesson.tested.with', 'date', { tools: 'Java 25' })).toEqual([
    'Code on this page was tested on ',
    ' with Java 25.',
  ]);
  expect(arabic.between([1, 2])).toEqual([1, '، ', 2]);
});

test('a word that stands alone starts with a capital, where the script has any', () => {
  expect(t.alone('beginner')).toBe('Beginner');
  expect(translator(english, 'tr').alone('ileri')).toBe('İleri');
  expect(arabic.alone('مبتدئ')).toBe('مبتدئ');
});

test('no key is one of Starlight’s, so that both can stand in one file', () => {
  const theirs = Object.keys(i18nSchema().shape);
  expect(Object.keys(english).filter((key) => theirs.includes(key))).toEqual([]);
});

test('browsers get the words of dialogs and none of pages', () => {
  const keys = Object.keys(browserStrings(english));
  expect(keys).toEqual(expect.arrayContaining(['search.instead', 'offline.plan', 'page.search']));
  expect(keys).not.toContain('lesson.phase');
  expect(JSON.stringify(browserStrings(english)).length).toBeLessThan(4200);
});

test.each(['en', 'ar', 'ar-EG', 'fa', 'ja', 'mr', 'bn', 'my'])(
  'small numbers in %s have the digits of the language',
  (lang) => {
    for (const number of [0, 7, 10, 999, 1000, -4, 0.5])
      expect(translator(english, lang).number(number)).toBe(new Intl.NumberFormat(lang).format(number));
  },
);
