/** Turns records found by Pagefind into hits: one a section that really has what was asked for. */
import { excerptOf, marksIn, type Asked } from './excerpt.ts';
import type { Hit } from './hit.ts';
import type { PagefindPage } from './pagefind-api.ts';

/** A section of a record. */
interface RecordSection {
  id: string;
  title: string;
  text: string;
}

/** Words of a record are counted as Pagefind counts them. */
const between = /[^\S\uFEFF]+/;

/** Takes the text of a record apart at its headings. */
export function sectionsOf({ raw_content: raw = '', anchors = [], meta }: PagefindPage): RecordSection[] {
  const isUnspaced = raw.includes('\u200B');
  const words = raw
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .split(isUnspaced ? '\u200B' : between);
  const text = (from: number, to?: number) =>
    words
      .slice(from, to)
      .join(isUnspaced ? '' : ' ')
      .trim();
  const heads = anchors.filter(({ element, text: name }) => /^h\d$/i.test(element) && name?.trim());
  // The words of a heading stand before its text.
  const after = (name: string) => name.trim().split(between).length;
  const sections = heads.map(({ id, text: name = '', location }, index) => {
    const start = isUnspaced ? location : location + after(name);
    return { id, title: name.trim(), text: text(start, heads[index + 1]?.location) };
  });
  const title = meta.title ?? '';
  return [{ id: '', title, text: text(isUnspaced ? 0 : after(title), heads[0]?.location) }, ...sections];
}

/** Ways to say one thing, each a list of stems. */
type Ways = readonly (readonly string[])[];

/** Whether a text can have one of the ways; quick, and wrong at times: what it lets through is read word by word. */
const mayHave = (ways: Ways, lower: string) =>
  ways.some((way) => way.every((stem) => lower.includes(stem.slice(0, Math.max(3, stem.length - 1)))));

/**
 * @param asked the ways to say what was asked for
 * @param concepts the same by each thing asked for; with none every section is a hit
 * @param most sections of the record
 */
export function pagefindHits(record: PagefindPage, asked: Asked, concepts: readonly Ways[], most: number): Hit[] {
  const { meta, url } = record;
  const page = meta.title ?? url;
  const hits: Hit[] = [];
  const sections = sectionsOf(record)
    .map((section) => {
      const title = section.title.toLowerCase();
      const text = `${title} ${section.text.toLowerCase()}`;
      const found = concepts.filter((ways) => mayHave(ways, text)).length;
      return { section, found, value: found + concepts.filter((ways) => mayHave(ways, title)).length / 2 };
    })
    .filter(({ section, found }) =>
      concepts.length === 0 ? section.id !== '' : found >= Math.max(1, concepts.length * 0.6),
    )
    .sort((a, b) => b.value - a.value);
  for (const { section } of sections) {
    if (hits.length === most) break;
    if (concepts.length > 0 && marksIn(`${section.title}. ${section.text}`, asked).length === 0) continue;
    hits.push({
      url: url.replace(/\?\w+/, '') + (section.id ? `#${section.id}` : ''),
      title: section.title,
      ...(section.title !== page && { page }),
      ...(meta.level && { level: meta.level }),
      ...(meta.position && { position: Number(meta.position) }),
      kind: (meta.kind ?? 'lesson') as Hit['kind'],
      excerpt: excerptOf(section.text, asked),
    });
  }
  return hits;
}
