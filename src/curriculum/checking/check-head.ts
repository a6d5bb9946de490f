/** Checks the tags that a roadmap puts into the head of every page. */
import type { PageLink } from '../markup/page-source.ts';
import { problem, type Problem } from '../problems/problems.ts';
import type { SiteSettings } from '../schema/schema.ts';
import type { YamlSource } from '../files/yaml-source.ts';

/** Relations to other pages that a browser follows only when a person does; programs read them. */
export const farRelations: ReadonlySet<string> = new Set(
  'author authorization_endpoint help indieauth-metadata license me micropub pingback privacy-policy publisher terms-of-service token_endpoint webmention'.split(
    ' ',
  ),
);

/** What a page says of itself to programs that look for it; the rest is said by the site, or steers the browser. */
export const tellingNames =
  /^(?:author|keywords|copyright|rights|robots|fediverse:creator|application-name|apple-mobile-web-app-title|(?:twitter|og|article|fb|dc|dcterms|citation|geo)[.:_][\w.:-]+|[\w.:-]*(?:verification|verify)[\w.:-]*|msvalidate\.01)$/i;

/** What other programs put there, and how it is done here. */
const instead: Readonly<Record<string, string>> = {
  script:
    'Scripts in pages are those of the site: its policy keeps every other from running, and readers’ browsers ask no other host. A counter of visits belongs to the server.',
  style: 'Write rules into `content/style.css`.',
  stylesheet: 'Write rules into `content/style.css`; a font is a file beside it.',
  title: 'Titles come from the pages and from `title` in `content/site.yaml`.',
  base: 'Addresses are made from `url` and `base` in `content/site.yaml`.',
  noscript: 'Every page reads without scripts.',
  icon: 'The icon is `public/favicon.svg`.',
  preconnect: 'Pages ask no other host, so there is none to connect to.',
  'dns-prefetch': 'Pages ask no other host, so there is none to look up.',
  alternate: 'The feed and the languages are named by the site.',
  canonical: 'The address of each page is named by the site, from `url` and `base`.',
  description: 'It comes from the `description` of the page, or of `content/site.yaml`.',
  'http-equiv': 'What is said to the browser is said by the site and by its host.',
};

/** Whether a browser reads an address as one of another site, of mail, or of a page of this one. */
const isFarAddress = (href: string): boolean =>
  /^(?:https:\/\/[^/\s]|mailto:\S|\/(?![/\\]))/i.test(href) && URL.canParse(href, 'https://example.com');

/** Links of the head to pages of the site, which may lead nowhere like any other. */
export const headLinks = ({
  value: { head },
  source,
}: {
  value: Pick<SiteSettings, 'head'>;
  source: YamlSource;
}): PageLink[] =>
  head.flatMap(({ tag, attrs }, index) =>
    tag === 'link' && /^\/(?![/\\])/.test(attrs.href ?? '')
      ? [{ target: attrs.href!, place: source.placeOf(['head', index, 'attrs', 'href']) }]
      : [],
  );

/** Adds a problem for each tag of the head that is none of those allowed. */
export function checkHead(
  { value: { head }, source }: { value: Pick<SiteSettings, 'head'>; source: YamlSource },
  problems: Problem[],
): void {
  head.forEach(({ tag, attrs }, index) => {
    const tell = (written: string, key: string, keys: readonly string[] = []) =>
      problems.push(
        problem('head-tag', source.placeOf(['head', index, ...keys]), {
          written,
          cure: Object.hasOwn(instead, key.toLowerCase()) ? instead[key.toLowerCase()] : undefined,
        }),
      );
    const keys = Object.keys(attrs);
    if (tag === 'meta') {
      const name = attrs.name ?? attrs.property ?? '';
      const other = keys.find((key) => !['name', 'property', 'content'].includes(key));
      if (other !== undefined) tell(`<meta ${other}>`, other, ['attrs', other]);
      else if (!tellingNames.test(name)) tell(`<meta name="${name}">`, name);
      else if (!attrs.content) tell(`<meta name="${name}"> without \`content\``, '');
    } else if (tag === 'link') {
      const { rel = '', href = '' } = attrs;
      const other = keys.find((key) => !['rel', 'href', 'hreflang', 'title', 'type'].includes(key));
      if (other !== undefined) tell(`<link ${other}>`, other, ['attrs', other]);
      else if (rel === '' || !rel.split(' ').every((one) => farRelations.has(one))) tell(`<link rel="${rel}">`, rel);
      else if (!isFarAddress(href)) tell(`href="${href}"`, '', ['attrs', 'href']);
    } else tell(`<${tag}>`, tag, ['tag']);
  });
}
