/**
 * Splits the style sheet of all pages: what lessons need stands in one sheet, which every page loads; what only pages of
 * another kind need (the map, the plan, a guide) in a sheet of that kind, loaded after it; what no page needs in none.
 */
import postcss, { type Node, type Root, type Rule } from 'postcss';
import { neededWords, pseudoElement, specificity, splitList, subjectWords } from './selectors.ts';

/** A page as far as a style sheet asks about it. */
export interface StyledPage {
  /** Names of its elements, its classes and its ids: `p`, `.card`, `#top`. */
  words: ReadonlySet<string>;
  /** Its elements, each by its name and its classes: `.card .small p`. */
  elements: ReadonlySet<string>;
}

/** The kind of pages whose rules every page loads. */
export const lessonKind = 'lesson';

/**
 * Every word that a style sheet asks for, by itself: pages are told in these words and not in pieces of their own text,
 * which would keep all of it in memory.
 */
export const askedWords = (css: string): ReadonlyMap<string, string> =>
  new Map(
    rulesOf(postcss.parse(css))
      .flatMap((rule) => [...splitList(rule.selector), ...selectorsOf(rule)])
      .flatMap((selector) => [...neededWords(selector), ...subjectWords(selector)])
      .map((word) => [word, word]),
  );

/** Fewer characters than this cost more as a file of their own than in the common one. */
const worthAFile = 700;

export interface PageStyles {
  /** What every page loads. */
  common: string;
  /** Kind → what its pages load besides; a kind that needs no more has none. */
  kinds: Map<string, string>;
}

/**
 * Splits a style sheet. Two rules that may meet in an element keep their order: of a rule that would come after one it
 * stood before, both stay in the common sheet.
 *
 * @param pages kind → its pages
 * @param byScript names of elements, classes and ids that scripts may put into any page, without `.` and `#`
 */
export function pageStyles(
  css: string,
  pages: ReadonlyMap<string, readonly StyledPage[]>,
  byScript: ReadonlySet<string>,
): PageStyles {
  const root = postcss.parse(css);
  root.walkComments((comment) => void comment.remove());
  const rules = rulesOf(root).map((rule): Described => describe(rule, pages, byScript));
  const common = new Set(rules.filter(({ kinds }) => kinds.has(lessonKind)));
  // Nothing to go by: a site whose lessons are all missing has one sheet.
  if (common.size === 0) return { common: css, kinds: new Map() };
  for (const kind of pages.keys()) {
    const own = rules.filter((rule) => !common.has(rule) && rule.kinds.has(kind));
    if (own.reduce((sum, { length }) => sum + length, 0) < worthAFile) for (const rule of own) common.add(rule);
  }
  keepOrder(rules, common, pages);
  const kinds = [...pages.keys()].flatMap((kind): [string, string][] => {
    const own = pick(root, (index) => !common.has(rules[index]!) && rules[index]!.kinds.has(kind), false);
    return own ? [[kind, own]] : [];
  });
  return { common: pick(root, (index) => common.has(rules[index]!), true), kinds: new Map(kinds) };
}

/** What is known of a rule. */
interface Described {
  /** Kinds of pages that have what it looks for. */
  kinds: ReadonlySet<string>;
  /** Those pages. */
  pages: ReadonlySet<StyledPage>;
  /** How many characters it has. */
  length: number;
  /** Its layer; rules of different layers never depend on their order. */
  layer: string;
  properties: readonly string[];
  selectors: readonly { subject: readonly string[]; part: string; specificity: number }[];
}

function describe(
  rule: Rule,
  pages: ReadonlyMap<string, readonly StyledPage[]>,
  byScript: ReadonlySet<string>,
): Described {
  const needs = splitList(rule.selector).map((selector) =>
    neededWords(selector).filter((word) => !byScript.has(word.replace(/^[.#]/, ''))),
  );
  const found = [...pages].flatMap(([kind, some]) =>
    some
      .filter(({ words }) => needs.some((need) => need.every((word) => words.has(word))))
      .map((page) => ({ kind, page })),
  );
  const properties = new Set<string>();
  rule.walkDecls(({ prop }) => void properties.add(prop));
  return {
    kinds: new Set(found.map(({ kind }) => kind)),
    pages: new Set(found.map(({ page }) => page)),
    length: rule.toString().length,
    layer: ancestorsOf(rule)
      .map((node) => (isAt(node, 'layer') ? node.params : ''))
      .join(' '),
    properties: [...properties],
    selectors: selectorsOf(rule).map((selector) => ({
      subject: subjectWords(selector),
      part: pseudoElement(selector),
      specificity: specificity(selector),
    })),
  };
}

/** The selectors of a rule and of those within it, as they would stand outside of it. */
function selectorsOf(rule: Rule, outer: readonly string[] = ['']): string[] {
  const own = splitList(rule.selector).flatMap((selector) =>
    outer.map((around) => (selector.includes('&') ? selector.replaceAll('&', around) : `${around} ${selector}`.trim())),
  );
  const within: string[] = [];
  rule.walkRules((inner) => void (inner.parent && within.push(...selectorsOf(inner, own))));
  return [...own, ...within];
}

/** Puts each rule that a later common one may overrule into the common sheet. */
function keepOrder(
  rules: readonly Described[],
  common: Set<Described>,
  pages: ReadonlyMap<string, readonly StyledPage[]>,
): void {
  const elements = [...new Set([...pages.values()].flat().flatMap((page) => [...page.elements]))].map(
    (element) => new Set(element.split(' ')),
  );
  const inPages = new Set(elements.flatMap((words) => [...words]));
  /** Whether two selectors may find the same element. Classes that only scripts give stand with others of that sort. */
  const meet = (words: readonly string[]) => {
    const classes = words.filter((word) => !word.startsWith('#'));
    const unseen = classes.filter((word) => word.startsWith('.') && !inPages.has(word));
    if (unseen.length > 0) return classes.every((word) => !word.startsWith('.') || unseen.includes(word));
    return elements.some((element) => classes.every((word) => element.has(word)));
  };
  const known = new Map<string, boolean>();
  const mayMeet = (words: readonly string[]) => {
    const key = words.toSorted().join(' ');
    if (!known.has(key)) known.set(key, meet(words));
    return known.get(key)!;
  };
  // From the end to the start: what is taken in here may itself overrule what stands before it.
  rules.toReversed().forEach((rule, fromEnd) => {
    if (common.has(rule) || rule.kinds.size === 0) return;
    const overruled = rules
      .slice(rules.length - fromEnd)
      .some(
        (later) =>
          common.has(later) &&
          later.layer === rule.layer &&
          !later.pages.isDisjointFrom(rule.pages) &&
          later.properties.some((one) => rule.properties.some((other) => setTheSame(one, other))) &&
          later.selectors.some((one) =>
            rule.selectors.some(
              (other) =>
                one.specificity === other.specificity &&
                one.part === other.part &&
                mayMeet([...one.subject, ...other.subject]),
            ),
          ),
      );
    if (overruled) common.add(rule);
  });
}

/** Longhands that share no beginning with what else sets them. */
const families = [
  /^(?:font|line-height)/,
  /(?:width|inline-size)$/,
  /(?:height|block-size)$/,
  /^(?:inset|top|right|bottom|left)/,
  /^(?:flex|grid|place|align|justify|gap|row-gap|column-gap)/,
  /^(?:margin|padding|border|overflow|background|text|list-style|transition|animation)/,
];

/** Whether two properties may set the same thing: `margin` and `margin-top`, `all` and everything. */
function setTheSame(one: string, other: string): boolean {
  if (one === other || one === 'all' || other === 'all') return true;
  if (one.startsWith('--') || other.startsWith('--')) return false;
  return (
    one.startsWith(`${other}-`) ||
    other.startsWith(`${one}-`) ||
    families.some((family, index) =>
      index < 5
        ? family.test(one) && family.test(other)
        : family.test(one) && family.test(other) && one.split('-')[0] === other.split('-')[0],
    )
  );
}

/** A copy with some of the rules, by their number, without blocks that are empty then. */
function pick(root: Root, wanted: (index: number) => boolean, withShared: boolean): string {
  const copy = root.clone();
  rulesOf(copy).forEach((rule, index) => void (wanted(index) || rule.remove()));
  // Fonts and movements have no place in an order, so that they need to stand in one sheet only.
  if (!withShared) copy.walkAtRules(/^(?:font-face|.*keyframes|property)$/, (rule) => void rule.remove());
  let emptied = true;
  while (emptied) {
    emptied = false;
    copy.walkAtRules((rule) => {
      if (rule.nodes?.length !== 0) return;
      rule.remove();
      emptied = true;
    });
  }
  if (!withShared) copy.walkAtRules('layer', (rule) => void (rule.nodes || rule.remove()));
  return copy.toString();
}

/** The rules that find elements; those within another one belong to it. */
function rulesOf(root: Root): Rule[] {
  const rules: Rule[] = [];
  root.walkRules((rule) => {
    if (!ancestorsOf(rule).some((node) => node.type === 'rule' || isAt(node, 'keyframes'))) rules.push(rule);
  });
  return rules;
}

const isAt = (node: Node, name: string): node is postcss.AtRule =>
  node.type === 'atrule' && (node as postcss.AtRule).name.endsWith(name);

function ancestorsOf(node: Node): Node[] {
  const { parent } = node;
  return parent === undefined || parent.type === 'root' ? [] : [...ancestorsOf(parent as Node), parent as Node];
}
