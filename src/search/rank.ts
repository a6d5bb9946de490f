/** Ranks sections for a query by headings, covered names and words, and finds what answers the query by itself. */
import {
  addressOf,
  unpackPlaces,
  unpackWords,
  type RankedAnswer,
  type RankedPage,
  type RankingFile,
} from './ranking-data.ts';
import { correction } from './spelling.ts';
import type { Stemmer } from './stemmers.ts';
import { folded, partsOf, stemming, tokensOf } from './tokens.ts';

export interface Unit {
  /** Position in the ranking file. */
  place: number;
  page: RankedPage;
  url: string;
  title: string;
  /** The words of the title in order. */
  whole: string;
  depth: 0 | 2 | 3;
  isTopic: boolean;
  /** Stems of the heading without fillers, or with them where it has nothing else. */
  heading: ReadonlySet<string>;
  covers: readonly ReadonlySet<string>[];
  about: ReadonlySet<string>;
  /** All stems of these. */
  stems: ReadonlySet<string>;
  /** What its kind and place are worth, 1 for a topic. */
  prior: number;
  parent?: Unit;
}

/** A name with the other names of the same thing. */
interface Name {
  stems: string[];
  thing: Thing;
}
interface Thing {
  names: string[][];
  /** Address of the section that teaches it. */
  url?: string;
}

/** A term, message or question about the site that answers a query by itself. */
export interface FoundAnswer {
  kind: 'term' | 'message' | 'question';
  name: string;
  /** Where more is told, and what is there; empty where nowhere. */
  url: string;
  title: string;
  /** Place among its kind. */
  index: number;
  /** HTML of the answer to a question. */
  text?: string;
}

/** One way to ask for an answer: telling stems and words in order; of words within words once the whole and once the parts. */
interface Form {
  answer: FoundAnswer;
  stems: ReadonlySet<string>;
  text: string;
  /** Whether it is nothing but the name of an error: `StackOverflowError` */
  isName: boolean;
}

/** Forms by the stems in them. */
interface Forms {
  all: Form[];
  byStem: ReadonlyMap<string, number[]>;
}

/** What readers type who want something, with what that is, and where each stem stands in the list. */
interface Phrases<To> {
  all: { to: To; stems: ReadonlySet<string>; whole: ReadonlySet<string> }[];
  byStem: ReadonlyMap<string, number[]>;
}

/** The ranking file made ready for queries. */
export interface Ranking {
  file: RankingFile;
  stem: Stemmer;
  units: Unit[];
  fillers: ReadonlySet<string>;
  names: ReadonlyMap<string, Name[]>;
  /** Stem → where it stands; read when it is asked for. */
  places: Map<string, string | Places>;
  /** How much a stem tells, once it was asked for. */
  weights: Map<string, number>;
  /** Words as they are written, for corrections and for words half typed, sorted. */
  words: string[];
  /** How much a word of a heading, a name or a term counts as a correction. */
  prominent: ReadonlySet<string>;
  /** Stems of those. */
  subjects: ReadonlySet<string>;
  /** Terms by the stems of each of their names, sorted. */
  terms: ReadonlyMap<string, FoundAnswer>;
  messages: Forms;
  questions: Phrases<FoundAnswer>;
  /** Question about the site → the stems of all its phrases. */
  questionBags: ReadonlyMap<FoundAnswer, ReadonlySet<string>>;
  /** Path of a page that questions lead to → the stems of their phrases. */
  pageBags: ReadonlyMap<string, ReadonlySet<string>>;
  /** Everyday words → those that readers use for them. */
  alike: ReadonlyMap<string, ReadonlySet<string>>;
  topics: Phrases<Unit>;
  /** Section → all stems of its phrases, its heading, its names and its page. */
  bags: ReadonlyMap<Unit, ReadonlySet<string>>;
}

/** Lets the page act between two parts of a long work. */
export type Pause = () => Promise<void> | undefined;

/**
 * Makes a ranking file ready.
 *
 * @param pause called often; what it returns is waited for
 */
export async function prepareRanking(
  file: RankingFile,
  stemmer: Stemmer,
  pause: Pause = () => undefined,
): Promise<Ranking> {
  const stem = stemming(stemmer);
  const fillers = new Set(file.fillers.flatMap((one) => tokensOf(one).map(({ word }) => word)));
  // “down” says nothing in most texts, and is what is asked for when a server is down.
  for (const word of file.alike.flat()) fillers.delete(folded(word));
  const named = new Set([
    ...file.names.map(([, name]) => folded(name)),
    ...file.terms.flatMap(([names]) => names.map(folded)),
  ]);
  const stemsIn = (text: string) =>
    tokensOf(text).flatMap((token) => [stem(token.word), ...partsOf(token.text).map(stem)]);
  const content = (text: string) => {
    const all = tokensOf(text);
    // A heading with “Go” is about Go.
    const telling = all.filter(({ text: own, word }) => !fillers.has(word) || (own !== word && named.has(word)));
    return new Set(
      (telling.length > 0 ? telling : all).flatMap((token) => [stem(token.word), ...partsOf(token.text).map(stem)]),
    );
  };
  const prominent = new Set<string>();
  const note = (text: string) => tokensOf(text).forEach(({ word }) => prominent.add(word));

  const pagesWith = new Map<string, number>();
  for (const page of file.pages)
    for (const heading of new Set(page[7].map((section) => section[1])))
      pagesWith.set(heading, (pagesWith.get(heading) ?? 0) + 1);
  const usual = Math.max(4, file.pages.length * 0.1);

  const units: Unit[] = [];
  for (const page of file.pages) {
    await pause();
    const [path, title, kind, , , , tags, sections] = page;
    const about = new Set([...content(title), ...tags.flatMap((tag) => [...content(tag)])]);
    note(title);
    tags.forEach(note);
    let parent: Unit | undefined;
    for (const section of sections) {
      const [, heading, depth, isTopic, covers] = section;
      const own = content(heading);
      const sets = covers.map((name) => new Set(stemsIn(name)));
      const unit: Unit = {
        place: units.length,
        page,
        url: addressOf(path, section),
        title: heading,
        whole: wholeOf(heading),
        depth,
        isTopic: isTopic === 1,
        heading: own,
        covers: sets,
        about,
        stems: new Set([...own, ...about, ...sets.flatMap((name) => [...name])]),
        prior: priorOf(kind, depth, isTopic === 1) * (depth > 0 && pagesWith.get(heading)! >= usual ? 0.25 : 1),
        ...((depth === 3 || kind === 'guide') && parent && { parent }),
      };
      note(heading);
      covers.forEach(note);
      if (depth === 2 || (depth === 0 && kind === 'guide')) parent = unit;
      units.push(unit);
    }
  }

  const names = new Map<string, Name[]>();
  const things = new Map<string, Thing>();
  const addThing = (texts: readonly string[], url?: string) => {
    const lists = texts.map((text) => tokensOf(text).map(({ word }) => stem(word))).filter((list) => list.length > 0);
    const known = lists.map((list) => things.get(list.join(' '))).find(Boolean);
    const thing = known ?? { names: [], ...(url && { url }) };
    for (const stems of lists) {
      const key = stems.join(' ');
      if (things.get(key) === thing) continue;
      things.set(key, thing);
      thing.names.push(stems);
      const list = names.get(stems[0]!);
      if (list) list.push({ stems, thing });
      else names.set(stems[0]!, [{ stems, thing }]);
    }
  };
  const answerOf = (kind: FoundAnswer['kind'], [[name = ''], to, title, text]: RankedAnswer, index: number) => {
    const unit = typeof to === 'number' ? units[to] : undefined;
    const answer: FoundAnswer = {
      kind,
      name,
      url: unit?.url ?? String(to),
      title: title ?? unit?.title ?? '',
      index,
      ...(text !== undefined && { text }),
    };
    return answer;
  };
  const terms = new Map<string, FoundAnswer>();
  for (const [index, term] of file.terms.entries()) {
    await pause();
    const [texts] = term;
    const answer = answerOf('term', term, index);
    texts.forEach(note);
    addThing(texts, answer.url);
    for (const text of texts)
      for (const stems of [new Set(tokensOf(text).map(({ word }) => stem(word))), content(text)]) {
        const key = [...stems].sort().join(' ');
        if (!terms.has(key)) terms.set(key, answer);
      }
  }
  for (const [texts, target] of file.names) addThing([target, ...texts]);
  await pause();

  /** Words of messages, questions and phrases: they are right, and no subject of the roadmap. */
  const heard = new Set<string>();
  const tellingIn = (text: string) => {
    const all = tokensOf(text);
    const telling = all.filter(({ word }) => !fillers.has(word));
    const used = telling.length > 0 ? telling : all;
    for (const { word } of used) heard.add(word);
    return used;
  };
  const forms: Form[] = [];
  for (const [index, one] of file.messages.entries()) {
    await pause();
    const answer = answerOf('message', one, index);
    for (const full of one[0]) {
      const name = withoutPackages(full);
      const used = tellingIn(name);
      const wholes = new Set(used.map(({ word }) => stem(word)));
      const parts = used.flatMap(({ text, word }) => (partsOf(text).length > 0 ? partsOf(text) : [word]));
      const apart = new Set(parts.filter((word) => !fillers.has(word)).map(stem));
      const text = ` ${wholeOf(name)} `;
      const isName = used.length === 1 && name.length >= nameLength && wordInWord.test(name);
      for (const stems of apart.size > wholes.size ? [wholes, apart] : [wholes])
        forms.push({ answer, stems, text, isName });
    }
  }
  const phrasesOf = async <To>(
    lists: readonly (readonly [to: To, asked: readonly string[]])[],
  ): Promise<Phrases<To>> => {
    const all: Phrases<To>['all'] = [];
    for (const [to, asked] of lists) {
      await pause();
      for (const text of asked)
        all.push({
          to,
          stems: new Set(tellingIn(text).map(({ word }) => stem(word))),
          whole: new Set(tokensOf(text).map(({ word }) => stem(word))),
        });
    }
    return { all, byStem: placesByStem(all) };
  };
  const questions = await phrasesOf(
    file.questions.map((one, index) => [answerOf('question', one, index), one[0]] as const),
  );
  const questionBags = new Map<FoundAnswer, Set<string>>();
  for (const { to, stems } of questions.all) questionBags.set(to, new Set([...(questionBags.get(to) ?? []), ...stems]));
  const pageBags = new Map<string, Set<string>>();
  for (const [{ url }, bag] of questionBags) {
    const page = url.replace(/#.*/, '');
    pageBags.set(page, new Set([...(pageBags.get(page) ?? []), ...bag]));
  }
  const topics = await phrasesOf(file.topics.map(([place, asked]) => [units[place]!, asked.split('\n')] as const));
  const bags = new Map<Unit, Set<string>>();
  for (const { to, stems } of topics.all) {
    const bag = bags.get(to) ?? new Set([...to.heading, ...to.about, ...to.covers.flatMap((name) => [...name])]);
    for (const one of stems) bag.add(one);
    bags.set(to, bag);
  }
  await pause();
  const alike = new Map<string, Set<string>>();
  for (const group of file.alike) {
    const stems = group.map((word) => stem(folded(word)));
    group.forEach((word) => heard.add(folded(word)));
    for (const one of stems) alike.set(one, new Set([...(alike.get(one) ?? []), ...stems]));
  }

  const places = new Map<string, string | Places>();
  const words = unpackWords(file.words);
  const packed = file.places.split(' ');
  for (const [index, word] of words.entries()) {
    if (index % 50 === 0) await pause();
    places.set(stem(word), packed[index]!);
  }
  for (const word of [...prominent, ...heard]) if (!places.has(stem(word))) places.set(stem(word), '');
  await pause();
  const inTexts = new Set(words);
  const others = [...new Set([...prominent, ...heard])].filter((word) => !inTexts.has(word)).sort();
  await pause();
  const all = mergeSorted(words, others);
  return {
    file,
    stem,
    units,
    fillers,
    names,
    places,
    weights: new Map(),
    words: all,
    prominent,
    subjects: new Set([...prominent].map(stem)),
    terms,
    messages: { all: forms, byStem: placesByStem(forms) },
    questions,
    questionBags,
    pageBags,
    alike,
    topics,
    bags,
  };
}

function placesByStem(list: readonly { stems: ReadonlySet<string> }[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [index, { stems }] of list.entries())
    for (const one of stems) {
      const known = places.get(one);
      if (known) known.push(index);
      else places.set(one, [index]);
    }
  return places;
}

function mergeSorted(a: readonly string[], b: readonly string[]): string[] {
  const merged: string[] = [];
  let at = 0;
  for (const word of a) {
    while (at < b.length && b[at]! < word) merged.push(b[at++]!);
    merged.push(word);
  }
  return [...merged, ...b.slice(at)];
}

/** Topics of lessons first; what stands round them, and pages about the site, behind. */
function priorOf(kind: string, depth: number, isTopic: boolean): number {
  if (kind === 'lesson') return depth === 0 ? 0.8 : isTopic ? 1 : depth === 2 ? 0.7 : 0.85;
  if (kind === 'project') return depth === 0 ? 0.3 : 0.55;
  return kind === 'track' ? 0.25 : 0.5;
}

/** One thing that a query asks for: the ways to say it, each a list of stems that must stand together. */
export interface Concept {
  ways: string[][];
  /** Stems that readers use for it, where it is an everyday word. */
  alike: ReadonlySet<string>;
  /** How much it tells: a rare word more than a common one. */
  weight: number;
  /** Address of the section that teaches it. */
  url?: string;
  /** As it was typed. */
  text: string;
}

export interface ReadQuery {
  concepts: Concept[];
  /** Words that say what is asked for; all words where there are only fillers. */
  telling: string[];
  /** Words that the site does not have in any form. */
  unknown: string[];
  /** Names and telling words, for marks: stems. */
  marked: ReadonlySet<string>;
}

/** In which sections a word stands, and whether often; a common word is listed only where it stands often. */
interface Places {
  listed: ReadonlyMap<number, boolean>;
  isCommon: boolean;
}
const nowhere: Places = { listed: new Map(), isCommon: false };

function placesOf(ranking: Ranking, stem: string): Places {
  const known = ranking.places.get(stem);
  if (typeof known !== 'string') return known ?? nowhere;
  const places = { listed: unpackPlaces(known), isCommon: known.startsWith('~') };
  ranking.places.set(stem, places);
  return places;
}

/** How much a word tells at most that names no subject, and at least that does. */
const mostEveryday = 2.5;
const leastSubject = 2;

const strayNumber = 0.5;

/** How much a word tells: the rarer, the more. */
function telling(ranking: Ranking, stem: string): number {
  const known = ranking.weights.get(stem);
  if (known !== undefined) return known;
  const { listed, isCommon } = placesOf(ranking, stem);
  // A number that no text has is one of this machine and this day: a port, an address, a time.
  if (listed.size === 0 && /^\d[\d.]*$/.test(stem)) return strayNumber;
  const size = isCommon ? Math.max(listed.size * 3, ranking.units.length / 6) : listed.size;
  const rare = Math.log(1.5 + ranking.units.length / (1 + size));
  // Everyday words may be rare on the site, and say little of what is looked for.
  const weight =
    ranking.subjects.has(stem) || /[^\p{L}]/u.test(stem) ? Math.max(rare, leastSubject) : Math.min(rare, mostEveryday);
  ranking.weights.set(stem, weight);
  return weight;
}

/** Words that begin with what is typed. */
function beginningWith(words: readonly string[], start: string, most: number): string[] {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]! < start) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  while (found.length < most && words[low]?.startsWith(start)) found.push(words[low++]!);
  return found;
}

const none: ReadonlySet<string> = new Set();
const alikeOf = ({ alike }: Ranking, stem: string) => alike.get(stem) ?? none;

/** Takes a query apart into what it asks for. */
export function readQuery(ranking: Ranking, query: string): ReadQuery {
  const { stem, fillers, names, places } = ranking;
  const tokens = tokensOf(query);
  const content = tokens.filter(({ word }) => !fillers.has(word));
  const used = content.length > 0 ? content : tokens;
  const concepts: Concept[] = [];
  const unknown: string[] = [];
  const tellingOf = (stems: readonly string[]) => Math.max(...stems.map((one) => telling(ranking, one)));
  const usedNow = new Set(used);
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    const own = stem(token.word);
    // The longest name that begins here.
    const fits = (names.get(own) ?? [])
      .filter(({ stems }) => stems.every((one, index) => tokens[at + index] && stem(tokens[at + index]!.word) === one))
      .sort((a, b) => b.stems.length - a.stems.length)[0];
    if (fits && (fits.stems.length > 1 || usedNow.has(token))) {
      const ways = [fits.stems, ...fits.thing.names.filter((one) => one !== fits.stems)];
      const text = query.slice(
        token.start,
        tokens[at + fits.stems.length - 1]!.start + tokens[at + fits.stems.length - 1]!.text.length,
      );
      const weights = ways.filter((way) => way.every((one) => places.has(one))).map((way) => tellingOf(way));
      const weight = Math.max(3, ...weights) * (1 + 0.25 * (fits.stems.length - 1));
      const alike = fits.stems.length === 1 ? alikeOf(ranking, own) : none;
      concepts.push({ ways, alike, weight, text, ...(fits.thing.url && { url: fits.thing.url }) });
      at += fits.stems.length - 1;
      continue;
    }
    if (!usedNow.has(token)) continue;
    const ways: string[][] = [];
    if (places.has(own)) ways.push([own]);
    const next = tokens[at + 1];
    const joined = next && stem(token.word + next.word);
    if (joined && places.has(joined)) ways.push([joined]);
    const parts = partsOf(token.text).map(stem);
    const known = parts.filter((part) => places.has(part));
    // Of `javax.net.ssl.SSLHandshakeException` the site knows enough to answer.
    if (ways.length === 0 && known.length > 1 && known.length >= parts.length / 2) ways.push(known);
    const isLast = at === tokens.length - 1;
    const begins = ways.length === 0 || (isLast && token.word.length > 1 && token.word.length < 5);
    const completed = begins ? beginningWith(ranking.words, token.word, 12).map(stem) : [];
    // A word that is known is less likely half typed.
    const alike = ways.length === 0 || alikeOf(ranking, own).size > 0 ? alikeOf(ranking, own) : new Set(completed);
    if (ways.length === 0) for (const one of completed) ways.push([one]);
    if (ways.length === 0) {
      const split = splitOf(ranking, token.word);
      if (split) ways.push(split);
    }
    // The words of a run are read one by one, and a particle that no text has is no misspelling.
    const isSpelled = token.of !== 'run' && (token.of !== 'words' || token.word.length > 1);
    if (ways.length === 0 && isSpelled) unknown.push(token.word);
    if (ways.length > 0)
      concepts.push({ ways, alike, weight: Math.max(...ways.slice(0, 3).map(tellingOf)), text: token.text });
  }
  const marked = new Set([...concepts.flatMap(({ ways }) => ways.flat()), ...used.map(({ word }) => stem(word))]);
  return { concepts, telling: used.map(({ text }) => text), unknown, marked };
}

/** Two known words written as one: `ratelimit` → `rate`, `limit` */
function splitOf({ places, stem, prominent }: Ranking, word: string): string[] | undefined {
  for (let at = word.length - 3; at >= 3; at -= 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if ((prominent.has(first) || prominent.has(second)) && places.has(stem(first)) && places.has(stem(second)))
      return [stem(first), stem(second)];
  }
  return undefined;
}

export interface Ranked {
  unit: Unit;
  score: number;
  /** Whether heading or covered names have something of the query. */
  named: boolean;
  /** How much of the query it has, from 0 to 1. */
  covered: number;
  /** Whether all that is asked for stands in it often. */
  isFull: boolean;
}

/** How well an answer must fit to be shown above the hits, from 0 to 1. */
const fitting = 0.75;

export interface RankedAnswers {
  sections: Ranked[];
  /** What the query asks for that has an answer of its own. */
  answer?: FoundAnswer;
}

/** What the first way to say something is worth, and the others. */
const worthOf = (at: number) => (at === 0 ? 1 : 0.92);

/** How much each section says of one thing that is asked for, from 0 to 1, by its place. */
function bodiesOf(ranking: Ranking, ways: readonly (readonly string[])[]): Float64Array {
  const bodies = new Float64Array(ranking.units.length);
  for (const [at, way] of ways.entries()) {
    const words = way.map((one) => placesOf(ranking, one));
    // Only sections with its rare word can have a name.
    const rare = words.find(({ isCommon }) => !isCommon);
    for (const place of rare ? rare.listed.keys() : bodies.keys()) {
      let least = 1;
      for (const { listed, isCommon } of words) {
        const often = listed.get(place);
        least = Math.min(least, often === undefined ? (isCommon ? 0.25 : 0) : often ? 1 : 0.6);
      }
      bodies[place] = Math.max(bodies[place]!, least * worthOf(at));
    }
  }
  return bodies;
}

interface Match {
  /** What of the query it has, weighed by where it has it. */
  sum: number;
  /** How much of the query it has, in weights of concepts. */
  covered: number;
  /** Whether heading or covered names have something of the query. */
  named: boolean;
  /** Whether all that is asked for stands in it often. */
  isFull: boolean;
  /** How much of its heading is asked for, from 0 to 1. */
  share: number;
}

/** What a section has of a query. @param bodies by concept, what the texts of all sections have of it */
function matchOf(unit: Unit, concepts: readonly Concept[], bodies: readonly Float64Array[]): Match {
  const { heading, covers, about } = unit;
  const match: Match = { sum: 0, covered: 0, named: false, isFull: concepts.length > 1, share: 0 };
  let heads = 0;
  let inHeading: Set<string> | undefined;
  for (const [index, { ways, alike, weight, url }] of concepts.entries()) {
    const body = bodies[index]![unit.place]!;
    let head = 0;
    let cover = url === unit.url ? 1 : 0;
    let near = 0;
    for (const [at, way] of ways.entries()) {
      if (!isIn(way, unit.stems)) continue;
      const worth = worthOf(at);
      if (isIn(way, heading)) {
        head = Math.max(head, worth);
        inHeading ??= new Set();
        for (const one of way) inHeading.add(one);
      }
      for (const name of covers)
        if (isIn(way, name)) cover = Math.max(cover, worth * (name.size === way.length ? 1 : 0.6));
      if (isIn(way, about)) near = Math.max(near, worth);
    }
    if (head + cover === 0)
      for (const one of alike) {
        if (!unit.stems.has(one)) continue;
        if (heading.has(one)) head = likeness;
        if (covers.some((name) => name.has(one))) cover = likeness / 2;
      }
    if (body <= 0.9) match.isFull = false;
    if (head + cover > 0) match.named = true;
    heads += weight * head;
    match.sum += weight * (5 * cover + 1.2 * near + 2.5 * body);
    // A common word that is not listed here may be here or not.
    match.covered += weight * (head + cover > 0 || body >= 0.5 ? 1 : Math.max(0.8 * near, body * 2));
  }
  if (inHeading) match.share = inHeading.size / heading.size;
  match.sum += 8 * heads * (0.45 + 0.55 * Math.min(1, match.share));
  return match;
}

function isIn(way: readonly string[], stems: ReadonlySet<string>): boolean {
  for (const one of way) if (!stems.has(one)) return false;
  return true;
}

/** Ranks the sections, best first. @param isWanted leaves sections out, for filters */
export function rank(
  ranking: Ranking,
  query: string,
  { concepts }: ReadQuery = readQuery(ranking, query),
  isWanted: (unit: Unit) => boolean = () => true,
): RankedAnswers {
  const { units, stem } = ranking;
  const whole = wholeOf(query);
  const tokens = tokensOf(withoutPackages(query));
  const asked = new Set(tokens.filter(({ word }) => !ranking.fillers.has(word)).map(({ word }) => stem(word)));
  /** Nothing but the subject is typed. */
  const isPlain = tokens.length === asked.size;
  const all = concepts.reduce((sum, { weight }) => sum + weight, 0);
  const asPhrase = fitOfPhrases(ranking, ranking.topics, concepts, all);
  const bodies = concepts.map(({ ways }) => bodiesOf(ranking, ways));
  const ranked: Ranked[] = [];
  let hasTitle = false;
  let saysWho = false;
  for (const unit of units) {
    if (!isWanted(unit)) continue;
    const { sum, covered, named, isFull, share } = matchOf(unit, concepts, bodies);
    const fit = asPhrase.get(unit) ?? 0;
    const bag = ranking.bags.get(unit);
    const inBag = bag ? shareIn(bag, concepts) / all : 0;
    if (covered === 0 && fit === 0) continue;
    const coverage = covered / all;
    let score = (sum * coverage ** 2 + all * (phraseWorth * fit ** 2 + bagWorth * inBag ** 3)) * unit.prior;
    const isTitled = unit.whole === whole;
    const saysAsMuch = share >= 1 && asked.size === unit.heading.size && coverage > 0.99;
    if (isTitled) score += 1000;
    else if (saysAsMuch) score += 100 * unit.prior;
    else if (isAskedOf(ranking, unit, asked)) {
      score += 100 * unit.prior;
      saysWho = true;
    }
    hasTitle ||= isTitled || (saysAsMuch && isPlain);
    ranked.push({ unit, score, named: named || fit >= naming, covered: Math.max(coverage, fit, inBag), isFull });
  }
  const first = ranked.reduce<Ranked | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined);
  const found = answerTo(ranking, query, concepts, asked, first?.covered ?? 0);
  // Whoever types the title of a section asks for it, and not about the site.
  const answer = found?.kind === 'question' && hasTitle ? undefined : found;
  if (answer) {
    const { url } = answer;
    const best = first?.score ?? 0;
    const unit = units.find((one) => one.url === url && isWanted(one));
    const known = ranked.find((one) => one.unit === unit);
    if (unit && answer.kind !== 'term' && !(answer.kind === 'question' && saysWho)) {
      if (known) Object.assign(known, { score: best + 1, named: true, isFull: true });
      else ranked.push({ unit, score: best + 1, named: true, covered: 1, isFull: true });
    }
  }
  ranked.sort((a, b) => b.score - a.score);
  return { sections: withoutParts(ranked), ...(answer && { answer }) };
}

const wholeOf = (text: string) =>
  tokensOf(text)
    .map(({ word }) => word)
    .join(' ');

/** Whether a section says who or what is asked about, and its page what is asked: “where to start as a student”. */
function isAskedOf({ pageBags }: Ranking, { heading, page: [path], depth }: Unit, asked: ReadonlySet<string>): boolean {
  const bag = depth > 0 && heading.size > 1 && pageBags.get(path);
  if (!bag || ![...heading].every((one) => asked.has(one))) return false;
  const others = [...asked].filter((one) => !heading.has(one));
  return others.length > 0 && others.every((one) => bag.has(one));
}

/** A part of a section that is that good beside the whole is a hit of its own. */
const partWorth = 0.6;

/** Class names as people say them: `java.net.ConnectException` → `ConnectException` */
const withoutPackages = (text: string): string =>
  text.replace(/(?<![\p{L}\p{N}_.])(?:[\p{L}\p{N}_]+\.){2,}(?=\p{Lu})/gu, '');

/** Leaves out the parts of a section that is there itself, unless their own heading is asked for, or they have it all. */
function withoutParts(ranked: readonly Ranked[]): Ranked[] {
  const best = new Map<Unit, Ranked>();
  for (const one of ranked) if (one.unit.depth < 3) best.set(one.unit, one);
  return ranked.filter(({ unit, score, named, isFull }) => {
    const parent = unit.parent && best.get(unit.parent);
    return !parent || isFull || (named && score > parent.score * partWorth);
  });
}

/** How much of what is asked for is among some stems. */
function shareIn(bag: ReadonlySet<string>, concepts: readonly Concept[]): number {
  let sum = 0;
  for (const { ways, alike, weight } of concepts)
    if (ways.some((way) => way.every((one) => bag.has(one)))) sum += weight;
    else if ([...alike].some((one) => bag.has(one))) sum += weight * likeness;
  return sum;
}

/** How far an everyday word stands for another one. */
const likeness = 0.5;
/** How much a phrase counts that is the query; a heading that is it counts 8. */
const phraseWorth = 12;
/** How much it counts that all that is asked for is among the words of a section and its phrases. */
const bagWorth = 6;
/** What is left of the fit where only one word of several is met, or the phrase is one word and more is asked for. */
const partly = 0.7;
/** What it counts that a phrase reads as the query does, so that it decides only between phrases that fit alike. */
const readsAlike = 0.01;
/** A phrase that fits less is about something else. */
const leastFit = 0.4;
/** A phrase that fits that much names its section as a heading does. */
const naming = 0.6;

/**
 * How well phrases fit what is asked for, from 0 to 1, by what they lead to; the best phrase counts.
 *
 * @param all how much the whole query tells
 * @param whole stems of the query with its fillers: of two that fit alike the one that reads alike is a little better
 */
function fitOfPhrases<To>(
  ranking: Ranking,
  { all: phrases, byStem }: Phrases<To>,
  concepts: readonly Concept[],
  all: number,
  whole?: ReadonlySet<string>,
): Map<To, number> {
  const candidates = new Set<number>();
  for (const { ways, alike } of concepts)
    for (const one of [...ways.flat(), ...alike]) byStem.get(one)?.forEach((at) => candidates.add(at));
  const fits = new Map<To, number>();
  for (const at of candidates) {
    const { to, stems, whole: text } = phrases[at]!;
    const met = new Map<string, number>();
    let asked = 0;
    for (const { ways, alike, weight } of concepts) {
      const way = ways.find((one) => one.every((stem) => stems.has(stem)));
      const other = way ?? [...alike].filter((one) => stems.has(one)).slice(0, 1);
      if (other.length === 0) continue;
      const worth = way ? 1 : likeness;
      asked += weight * worth;
      for (const one of other) met.set(one, Math.max(met.get(one) ?? 0, worth));
    }
    let own = 0;
    let shared = 0;
    for (const one of stems) {
      const weight = telling(ranking, one);
      own += weight;
      shared += weight * (met.get(one) ?? 0);
    }
    // One word of several may be any subject.
    const isPart = met.size === 1 && concepts.length > 1;
    const reads = whole
      ? (readsAlike * 2 * [...text].filter((one) => whole.has(one)).length) / (text.size + whole.size)
      : 0;
    const fit = ((asked + shared) / (all + own)) * (isPart ? partly : 1) + reads;
    if (fit >= leastFit && fit > (fits.get(to) ?? 0)) fits.set(to, fit);
  }
  return fits;
}

/** What it counts that all that is asked for is among the words in which a question is asked. */
const questionBagWorth = 0.7;
/** Where no section has that much of what is asked for, a question about the site fits with less. */
const unsure = 0.75;
const fittingUnsure = 0.5;

/**
 * The message, question about the site, or term that the query asks for.
 *
 * @param covered how much of what is asked for the best section has, from 0 to 1
 */
function answerTo(
  ranking: Ranking,
  query: string,
  concepts: readonly Concept[],
  asked: ReadonlySet<string>,
  covered: number,
): FoundAnswer | undefined {
  const words = asked.size > 0 ? asked : new Set(tokensOf(query).map(({ word }) => ranking.stem(word)));
  const whole = ` ${wholeOf(withoutPackages(query))} `;
  let best: { answer: FoundAnswer; fit: number } | undefined;
  const better = (answer: FoundAnswer, fit: number) => {
    if (fit >= fitting && fit > (best?.fit ?? 0)) best = { answer, fit };
  };
  const { all, byStem } = ranking.messages;
  const candidates = new Set([...words].flatMap((one) => byStem.get(one) ?? []));
  for (const at of [...candidates].sort((a, b) => a - b))
    better(all[at]!.answer, fitOfForm(ranking, all[at]!, words, whole));
  const weight = concepts.reduce((sum, one) => sum + one.weight, 0);
  const every = new Set(tokensOf(query).map(({ word }) => ranking.stem(word)));
  const fits = fitOfPhrases(ranking, ranking.questions, concepts, weight, every);
  for (const [answer, fit] of fits) better(answer, fit);
  if (!best && covered < unsure) {
    for (const [answer, bag] of ranking.questionBags) {
      const fit = Math.max(fits.get(answer) ?? 0, (questionBagWorth * shareIn(bag, concepts)) / weight);
      if (fit >= fittingUnsure && fit > (best?.fit ?? 0)) best = { answer, fit };
    }
  }
  return best?.answer ?? ranking.terms.get([...words].sort().join(' '));
}

/** Nobody types that many words to ask for something else. */
const pasted = 8;

/** Several words written as one, as names are in programs. */
const wordInWord = /\p{Ll}\p{Lu}|\p{L}_\p{L}/u;

/** No word of a language that is written together is that long and in one message alone. */
const nameLength = 12;

/** Whether a stem is the name of one message: `err_cert_date_invalid`, `sslhandshakeexception`. */
const isName = ({ messages: { all, byStem } }: Ranking, stem: string): boolean =>
  (stem.includes('_') || stem.length >= nameLength) &&
  new Set(byStem.get(stem)?.map((at) => all[at]!.answer)).size === 1;

/** How well a form of an answer fits a query, from 0 to 1. @param whole the words of the query in order */
function fitOfForm(
  ranking: Ranking,
  { stems, text, isName: isOnlyName }: Form,
  words: ReadonlySet<string>,
  whole: string,
): number {
  const weightOf = (some: Iterable<string>) => {
    let sum = 0;
    for (const one of some) sum += telling(ranking, one);
    return sum;
  };
  const shared = [...stems].filter((one) => words.has(one));
  const both = weightOf(shared);
  const typed = weightOf(words);
  const own = weightOf(stems);
  let fit = (2 * both) / (typed + own);
  // One word of several is a subject, and not yet a message, unless it is the name of the error.
  if (shared.length === 1 && stems.size > 1) fit = words.size === 1 && isName(ranking, shared[0]!) ? fitting : 0;
  const isWithin = whole.includes(text);
  // What follows makes it only less.
  if (fit < fitting && !isWithin && !text.includes(whole)) return fit;
  // The same words in another order say something else.
  if (shared.length > 1 && [...words].filter((one) => stems.has(one)).some((one, index) => one !== shared[index]))
    fit *= 0.75;
  // Even a word that tells little is missed where it makes the message: “index and database differ”.
  const missed = text.split(' ').filter((word) => word.length > 3 && !whole.includes(` ${word} `));
  if (missed.length > stems.size - shared.length) fit *= 0.7;
  const length = text.split(' ').length - 2;
  if ((length > 1 || isOnlyName) && isWithin) {
    // Who pastes a whole line of a log, or names an error, asks for that message.
    const isPasted = stems.size > 1 && whole.split(' ').length > pasted;
    return Math.max(fit, both >= typed / 3 ? 0.9 : isPasted || isOnlyName ? fitting : 0.65);
  }
  // The start of a long message is enough, a part of its middle less so.
  if (whole.split(' ').length > 4 && words.size > 1 && text.includes(whole)) {
    const enough = text.startsWith(whole) ? 0.3 : 0.6;
    if (both >= own * enough) return Math.max(fit, 0.85);
  }
  return fit;
}

/**
 * Corrects the words that the site does not have.
 *
 * @returns the query with the nearest words the site has, or undefined where none is near
 */
export function corrected(ranking: Ranking, query: string, unknown: readonly string[]): string | undefined {
  let changed = false;
  let left = 5;
  const result = query.replace(/[\p{L}\p{M}\p{N}_]+/gu, (text) => {
    const word = folded(text);
    if (!unknown.includes(word) || left === 0) return text;
    left -= 1;
    const near = correction(word, ranking.words, ranking.prominent);
    if (near === undefined) return text;
    changed = true;
    return near;
  });
  return changed ? result : undefined;
}
