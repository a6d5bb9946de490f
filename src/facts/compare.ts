/** Holds samples and pages to the facts of the running example. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { placeIn } from '../curriculum/files/content-files.ts';
import { nearest } from '../curriculum/problems/nearest.ts';
import type { Problem } from '../curriculum/problems/problems.ts';
import { sampleFiles } from '../curriculum/samples/sample-files.ts';
import { loadFacts, type Facts } from './facts-file.ts';
import { compareAcross } from './across-manifests.ts';
import { compareComposeFiles } from './compose-files.ts';
import { compareManifests, differs, readManifests } from './kubernetes.ts';
import { comparePodSecurity } from './pod-security.ts';
import type { TextFile } from './yaml-documents.ts';

/** Files in which something that looks like a name is one. */
const textual =
  /\.(?:ya?ml|json|conf|properties|sql|sh|java|kt|ts|mjs|js|py|tf|txt|md|mdx|http|zone|service|xml|html)$|(?:^|\/)(?:Dockerfile[^/]*|Caddyfile)$/;

/**
 * Compares everything under `content/samples` and `content/states`, and all pages, with `content/facts.yaml`.
 *
 * @param root folder that holds `content/`
 * @param pages text of the pages, as path from the repository and text
 * @param problems gets one entry for each place that differs; none where the roadmap has no such file
 */
export function compareWithFacts(root: string, pages: readonly TextFile[], problems: Problem[]): void {
  const facts = loadFacts(root, problems);
  if (!facts) return;
  const samples = ['content/samples', 'content/states']
    .flatMap((folder) => sampleFiles(path.join(root, folder)).map((file) => `${folder}/${file}`))
    .filter((file) => textual.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
  const inTexts = textRules(facts);
  const inSamples = sampleRules(facts);
  for (const one of [...samples, ...pages]) inTexts.forEach((rule) => applyRule(rule, one, problems));
  for (const one of samples) inSamples.forEach((rule) => applyRule(rule, one, problems));
  const manifests = samples.filter(({ file }) => /\.ya?ml$/.test(file));
  const folderOf = ({ file }: TextFile) => file.split('/')[2]!;
  for (const [, files] of Map.groupBy(manifests, folderOf)) compareManifests(files, facts, problems);
  compareAcross(
    manifests.filter(({ file }) => file.startsWith('content/samples/')).flatMap(readManifests),
    facts,
    problems,
  );
  comparePodSecurity(manifests, problems);
  // A state repeats files of samples.
  compareComposeFiles(
    manifests.filter(({ file }) => file.startsWith('content/samples/')),
    facts,
    problems,
  );
  for (const file of facts.digests) requireDigests(samples, file, facts, problems);
}

/** Something that a text may name, and what it may be. */
interface Rule {
  what: string;
  /** Its first group is the value. */
  pattern: RegExp;
  /** Only in files whose path matches. */
  files?: RegExp;
  /** The part of the value that is meant; the whole of it when left out. */
  part?: (value: string) => string | undefined;
  /** @returns values that would be right; undefined when this one is */
  wrong: (match: RegExpExecArray) => readonly unknown[] | undefined;
}

function applyRule({ what, pattern, files, part, wrong }: Rule, { file, text }: TextFile, problems: Problem[]): void {
  if (files && !files.test(file)) return;
  for (const match of text.matchAll(pattern)) {
    const allowed = wrong(match);
    if (!allowed) continue;
    problems.push(differs({ file, ...placeIn(text, match.index) }, what, part?.(match[1]!) ?? match[1], allowed));
  }
}

const under = (host: string, domain: string) => host === domain || host.endsWith(`.${domain}`);

/** Rules for samples and pages. */
function textRules({ hosts, people, jars, prices }: Facts): Rule[] {
  const rules: Rule[] = [];
  const known = [...hosts.own, ...hosts.others];
  if (known.length > 0)
    rules.push({
      what: 'host name',
      pattern: /(?<![\w.%-])((?:[a-z0-9-]+\.)+example|(?:[a-z0-9-]+\.)*example\.(?:com|org|net))\b(?!\.?[\w-])/g,
      wrong: ({ 1: host = '' }) =>
        known.some((domain) => under(host, domain)) ? undefined : [nearest(host, known) ?? hosts.own[0]],
    });
  if (hosts.own.length > 0 && Object.keys(people).length > 0)
    rules.push({
      what: 'address',
      pattern: /(?<![\w.])([a-z][a-z0-9.-]*@[a-z0-9.-]+\.example)\b/g,
      wrong({ 1: address = '' }) {
        const [person = '', host = ''] = address.split('@');
        if (!hosts.own.some((domain) => under(host, domain)) || Object.hasOwn(people, person)) return undefined;
        const close = nearest(person, Object.keys(people));
        return close ? [`${close}@${host}`] : Object.keys(people).map((name) => `${name}@${host}`);
      },
    });
  if (jars.length > 0)
    rules.push({
      what: 'program',
      pattern: /java(?: -[^j\s]\S*)* -jar (?:\S*\/)?([\w.-]+\.jar)\b/g,
      // A name with a version is that of a sample’s own module.
      wrong: ({ 1: jar = '' }) => (jars.includes(jar) || /-\d/.test(jar) ? undefined : jars),
    });
  for (const [name, { now, also }] of Object.entries(prices))
    rules.push({
      what: `price of ${name}`,
      // The first number with two decimals behind the name, unless something else is priced in between.
      pattern: RegExp(
        String.raw`(?<!\w)${name.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')}(?!\w)(?:(?!\b[A-Z]{3,}-\w)[^\d\n]|\b\d+\b(?!\.\d)|-\w+){0,40}?(?<![\d.])(\d+\.\d{2})(?![\d.])`,
        'gi',
      ),
      wrong: ({ 1: price }) => (now === Number(price) || also.includes(Number(price)) ? undefined : [now.toFixed(2)]),
    });
  return rules;
}

/** Rules for samples alone. */
function sampleRules({ services, images, database, tables, states }: Facts): Rule[] {
  const own = Object.values(services).flatMap(({ image }) => image ?? []);
  const hosts = Object.entries(services).flatMap(([name, { also }]) => [name, ...also]);
  const rules: Rule[] = [
    {
      what: 'image',
      pattern: /^\s*(?:- )?(?:image: *|FROM +)["']?([a-z][a-z0-9.-]*(?:[/:][^\s"'#]+)*)/gm,
      files: /\.ya?ml$|Dockerfile[^/]*$/,
      wrong({ 1: image = '' }) {
        const [, name = '', tag = ''] = /^(.*?)(?::([^:/@]+))?(?:@.*)?$/.exec(image) ?? [];
        if (/[${]/.test(image.replace(`:${tag}`, '')) || own.includes(name)) return undefined;
        if (!Object.hasOwn(images, name)) return name.startsWith('ghcr.io/example/') ? own : undefined;
        return !tag || tag === images[name] || tag.startsWith('$') ? undefined : [`${name}:${images[name]}`];
      },
    },
  ];
  if (database)
    rules.push({
      what: 'database address',
      pattern: /(?<![\w.])jdbc:postgresql:\/\/([\w.-]+(?::\d+)?\/\w+)/g,
      wrong({ 1: address = '' }) {
        const [, host = '', name = ''] = /^([\w.-]+?)(?::\d+)?\/(\w+)$/.exec(address) ?? [];
        const right = ['localhost', '127.0.0.1', ...hosts].includes(host) && name === database.name;
        return right ? undefined : hosts.map((one) => `${one}:5432/${database.name}`);
      },
    });
  if (Object.keys(tables).length > 0)
    rules.push({
      what: 'table',
      pattern: /^\s*create (?:unlogged )?table (?:if not exists )?"?(\w+)"?/gim,
      files: /\.sql$/,
      wrong: ({ 1: table = '' }) =>
        Object.hasOwn(tables, table) ? undefined : [nearest(table, Object.keys(tables)) ?? 'a table of the list'],
    });
  for (const [name, values] of Object.entries(states)) {
    const part = (list: string) => list.match(/\b[A-Z][A-Z_]+\b/g)?.find((state) => !values.includes(state));
    const wrong: Rule['wrong'] = ({ 1: list = '' }) => (part(list) === undefined ? undefined : values);
    const table = RegExp(
      String.raw`create table (?:if not exists )?${name}s? *\((?:(?!create table)[^;])*?check *\(status +in\s*\(([^)]*)\)`,
      'gi',
    );
    rules.push({ what: `state of ${name}`, pattern: table, files: /\.sql$/, part, wrong });
    const type = RegExp(String.raw`enum (?:class )?${name}(?:Status|State) *\{([^;}]*)`, 'gi');
    rules.push({ what: `state of ${name}`, pattern: type, files: /\.(?:java|kt|ts)$/, part, wrong });
  }
  return rules;
}

/** Every image of the example in the file has a digest, as its lesson promises. */
function requireDigests(samples: readonly TextFile[], name: string, { services }: Facts, problems: Problem[]): void {
  const found = samples.find(({ file }) => file === `content/samples/${name}`);
  const images = Object.values(services).flatMap(({ image }) => image ?? []);
  if (!found) {
    problems.push(differs({ file: `content/samples/${name}` }, 'file with digests', 'no file', [name]));
    return;
  }
  for (const image of images)
    applyRule(
      {
        what: 'digest of the image',
        pattern: RegExp(String.raw`(?<!\w)(${image.replaceAll('.', '\\.')}(?![\w/-])[\w:@.-]*)`, 'g'),
        wrong: ({ 1: full = '', index }) =>
          /@sha256:[0-9a-f]{64}$/.test(full) ||
          /digest: *sha256:[0-9a-f]{64}/.test(found.text.slice(index, index + 200))
            ? undefined
            : [`${image}@sha256:…`],
      },
      found,
      problems,
    );
}
