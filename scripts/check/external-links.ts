import path from 'node:path';
import type { LoadedPages } from '../../src/curriculum/reading/load-pages.ts';
import { problem, type Place, type Problem } from '../../src/curriculum/problems/problems.ts';
import { askHosts } from './external/ask-hosts.ts';
import { openAnswers } from './external/answers.ts';

/** Asks other sites whether the addresses that pages link to are there. */
export async function checkExternalLinks(
  root: string,
  pages: LoadedPages,
  say: (text: string) => void,
): Promise<Problem[]> {
  const places = externalAddresses(pages);
  const answers = openAnswers(path.join(root, '.astro/external-links.json'));
  const due = [...places.keys()].filter((url) => answers.isDue(url));
  say(`${places.size} addresses of other sites: ${places.size - due.length} asked lately, asking for ${due.length}.`);
  await askHosts(due, answers.keep);
  return [...places].flatMap(([url, where]) => {
    const answer = answers.of(url);
    if (!answer || answer.verdict === 'there') return [];
    return where.map((place) =>
      answer.verdict === 'gone'
        ? problem('external-gone', place, { target: url, status: answer.status, archive: answer.archive })
        : problem('external-unsure', place, { target: url, status: answer.status }),
    );
  });
}

/** Hosts that are set aside for examples (RFC 2606, RFC 6761). */
const exampleHost = /(?:^|\.)(?:example|test|invalid|localhost|example\.(?:com|net|org))$/;

/** Every address of another site, without its anchor, and where it stands. */
export function externalAddresses(pages: LoadedPages): Map<string, Place[]> {
  const found = new Map<string, Place[]>();
  const add = (target: string, place: Place) => {
    if (!URL.canParse(target)) return;
    const url = new URL(target);
    if (!/^https?:$/.test(url.protocol) || exampleHost.test(url.hostname)) return;
    url.hash = '';
    found.set(url.href, [...(found.get(url.href) ?? []), place]);
  };
  for (const { links, frontmatter } of pages.values()) {
    for (const { target, place } of links) add(target, place);
    const { topics } = frontmatter.data as { topics?: unknown };
    if (!Array.isArray(topics)) continue;
    topics.forEach((topic: { source?: unknown } | null, index) => {
      if (typeof topic?.source === 'string') add(topic.source, frontmatter.placeOf(['topics', index, 'source']));
    });
  }
  return found;
}
