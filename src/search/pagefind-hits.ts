/** Turns records found by Pagefind into hits: one a section that really has what was asked for. */
import { excerptOf, marksIn, type Asked } from './excerpt.ts';
import type { Hit } from './look-up.ts';
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
  const sections = heads.map(({ id, text: name = '', location }, index) => {
    const own = text(location, heads[index + 1]?.location);
    return {
      id,
      title: name.trim(),
      text: own.startsWith(name.trim()) ? own.slice(name.trim().length).replace(/^[.\s]+/, '') : own,
    };
  });
  const title = meta.title ?? '';
  const before = text(0, heads[0]?.location);
  return [
    { id: '', title, text: before.startsWith(title) ? before.slice(title.length).replace(/^[.\s]+/, '') : before },
    ...sections,
  ];
}

/**
 * @param asked the ways to say what was asked for; with none every section is a hit
 * @param needed how many of them a section must have, from 0 to 1
 */
export function pagefindHits(
  record: PagefindPage,
  asked: Asked,
  concepts: readonly (readonly (readonly string[])[])[],
  most: number,
): Hit[] {
  const { meta, url } = record;
  const page = meta.title ?? url;
  return sectionsOf(record)
    .map((section) => {
      const has = (ways: readonly (readonly string[])[], text: string) =>
        marksIn(text, { ways, stem: asked.stem }).length > 0;
      const inTitle = concepts.filter((ways) => has(ways, section.title)).length;
      const found = concepts.filter((ways) => has(ways, `${section.title}. ${section.text}`)).length;
      return { section, found, inTitle };
    })
    .filter(({ section, found }) =>
      concepts.length === 0 ? section.id !== '' : found >= Math.max(1, concepts.length * 0.6),
    )
    .sort((a, b) => b.found + b.inTitle / 2 - (a.found + a.inTitle / 2))
    .slice(0, most)
    .map(({ section }) => ({
      url: url.replace(/\?\w+/, '') + (section.id ? `#${section.id}` : ''),
      title: section.title,
      ...(section.title !== page && { page }),
      ...(meta.level && { level: meta.level }),
      ...(meta.position && { position: Number(meta.position) }),
      kind: (meta.kind ?? 'lesson') as Hit['kind'],
      excerpt: excerptOf(section.text, asked),
    }));
}
