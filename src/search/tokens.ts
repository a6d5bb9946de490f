/** Takes texts and queries apart into the words that they are compared by. */
import type { Stemmer } from './stemmers.ts';

export interface Token {
  /** As it stands in the text. */
  text: string;
  /** Lower case, without accents. */
  word: string;
  /** Where it stands in the text. */
  start: number;
  /** In scripts without spaces: a run of words, which stand behind it, or one of those. */
  of?: 'run' | 'words';
}

/** A word with what belongs to it in this field: `c#`, `c++`, `n+1`, `node.js`, `.net`, `pg_dump`, `don't` */
const pattern = /(?<![\p{L}\p{N}])\.?[\p{L}\p{M}\p{N}_]+(?:[.+'’][\p{L}\p{M}\p{N}_]+)*(?:\+\+|[+#](?![\p{L}\p{N}]))?/gu;

/** Scripts that put no space between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;

let segmenter: Intl.Segmenter | undefined;

/** The words of a text, in order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(pattern)) {
    const [whole] = match;
    // In prose a point before a word is the end of a sentence without a space.
    const lead = whole.startsWith('.') && match.index > 0 && !/\s|[`("'“]/.test(text[match.index - 1]!) ? 1 : 0;
    const word = folded(whole.slice(lead));
    const token: Token = { text: whole.slice(lead), word, start: match.index + lead };
    tokens.push(token);
    if (!unspaced.test(whole)) continue;
    segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
    for (const { segment, index, isWordLike } of segmenter.segment(whole))
      if (isWordLike && segment !== whole) {
        token.of = 'run';
        tokens.push({ text: segment, word: folded(segment), start: match.index + index, of: 'words' });
      }
  }
  return tokens;
}

/** Lower case without accents and possessive endings: `Façade’s` → `facade` */
export const folded = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/'s$/, '');

/** Words within a word: `node.js` → `node`, `js`; `OutOfMemoryError` → `out`, `of`, `memory`, `error` */
export function partsOf(text: string): string[] {
  const parts = text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[\s._+']+/)
    .map(folded)
    .filter((part) => part.length > 1);
  return parts.length > 1 ? parts : [];
}

/** Stems words and keeps what it found; words with digits and signs are names and stay as they are. */
export function stemming(stemmer: Stemmer): Stemmer {
  const known = new Map<string, string>();
  return (word) => {
    let stem = known.get(word);
    if (stem === undefined) {
      stem = /[^\p{L}\p{M}]/u.test(word) || word.length < 3 ? word : stemmer(word) || word;
      known.set(word, stem);
    }
    return stem;
  };
}

/** Stems of a text, the words within words included. */
export const stemsOf = (text: string, stem: Stemmer): string[] =>
  tokensOf(text).flatMap((token) => [stem(token.word), ...partsOf(token.text).map(stem)]);
