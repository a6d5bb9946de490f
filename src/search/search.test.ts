import { describe, expect, test } from 'vitest';
import { readSections } from './page-sections.ts';
import { otherNames, searchRecords } from './search-record.ts';
import { suggest } from './suggest.ts';

const page = `<html lang="en"><body><main data-pagefind-body><h1 id="_top">Caching</h1><p data-pagefind-ignore>Menu</p>
<p>Opening <b>words</b>.</p><div class="sl-heading-wrapper"><h2 id="redis">Redis</h2><a class="sl-anchor-link" href="#redis">Link</a></div>
<ul><li>fast</li></ul><div class="expressive-code"><pre><code><div class="ec-line"><span>SET</span> a</div><div class="ec-line">GET a</div></code></pre><button>Copy</button></div>
<figure class="diagram"><svg><text>no</text></svg><figcaption>One lookup</figcaption><div class="diagram-words"><p>A asks B.</p></div></figure>
<check-point class="checkpoint"><ol><li><details id="question-why" data-q="why"><summary><span class="question">Why?</span></summary><div class="body"><details class="solution"><summary>Answer</summary><p>Because.</p><p class="again"><a>Again</a></p></details></div></details></li></ol></check-point></main></body></html>`;

describe('a page for search', () => {
  const { title, sections } = readSections(page)!;
  test('falls apart into prose, code, diagrams and questions, each under its heading', () => {
    expect(title).toBe('Caching');
    expect(sections.lesson).toEqual([
      { id: '', heading: 'Caching', level: 1, text: 'Opening words.' },
      { id: 'redis', heading: 'Redis', level: 2, text: 'fast' },
    ]);
    expect(sections.code?.[0]).toMatchObject({ id: 'redis', text: 'SET a GET a' });
    expect(sections.diagram?.[0]).toMatchObject({ id: 'redis', text: 'One lookup A asks B.' });
    expect(sections.question?.[0]).toEqual({ id: 'question-why', heading: 'Why?', level: 3, text: 'Because.' });
  });
  test('that is not meant for it is left out', () => {
    expect(readSections('<html><body><main><h1>404</h1></main></body></html>')).toBeUndefined();
  });
  test('carries level, kind and tracks as filters, and both names of a term', () => {
    const facts = {
      prose: 'lesson' as const,
      level: 'Beginner',
      tracks: ['8 stages'],
      isLesson: true,
      covers: new Map([['redis', ['LRU']]]),
    };
    const terms = [{ term: 'LRU', also: ['least recently used'], definition: '' }];
    const records = searchRecords(readSections(page)!, facts, terms);
    expect(records.map((record) => record.kind)).toEqual(['lesson', 'code', 'diagram', 'question']);
    expect(records[0]!.html).toContain('data-pagefind-filter="track:8 stages"');
    expect(records[0]!.html).toMatch(/LRU[\s\S]*least recently used/);
  });
});

test('names of a term stand for each other only as whole words', () => {
  const terms = [{ term: 'CSP', also: ['Content Security Policy'], definition: '' }];
  expect(otherNames(['CSP'], terms)).toEqual(['Content Security Policy']);
  expect(otherNames(['The content security policy'], terms)).toEqual(['CSP']);
  expect(otherNames(['CSPX'], terms)).toEqual([]);
});

test('a long text that the site does not know is not compared word by word', () => {
  const known = Array.from({ length: 3000 }, (_, index) => `word${index}`);
  const text = Array.from({ length: 2000 }, (_, index) => `unknown${index}`).join(' ');
  const started = performance.now();
  suggest(text, known);
  expect(performance.now() - started).toBeLessThan(1500);
});

test('did you mean corrects what the site does not know, and leaves the rest alone', () => {
  const known = ['breaker', 'circuit', 'database', 'kubernetes', 'token'];
  expect(suggest('cirquit braker', known)).toBe('circuit breaker');
  expect(suggest('kubernets', known)).toBe('kubernetes');
  expect(suggest('circuit', known)).toBeUndefined();
  expect(suggest('data', known)).toBeUndefined();
  expect(suggest('tokens', known, ['tokens'])).toBeUndefined();
  expect(suggest('xyz', known)).toBeUndefined();
});
