/** Compares the words of a drawing with those of its source, so that none vanishes unseen. */
import type { Drawing } from './draw.ts';
import type { DiagramSource } from '../markdown/diagram-source.ts';

/** Lines that hold settings, styles and addresses instead of words that are drawn. */
const silent =
  /^\s*(?:%%|style\b|classDef\b|class\b|cssClass\b|linkStyle\b|click\b|link\b|links\b|callback\b|properties\b|details\b|direction\b|Update\w+Style\b|UpdateLayoutConfig\b|accTitle\b|accDescr\b|import\b|sprite\b|columns\b|dateFormat\b|axisFormat\b|tickInterval\b|excludes\b|includes\b|todayMarker\b|::icon\b)/;

/** Kinds whose quoted texts are all drawn, and those whose brackets and pipes hold labels too. */
const quoted =
  /^(?:flowchart|graph|sequenceDiagram|stateDiagram|classDiagram|erDiagram|C4|block|pie|mindmap|timeline|quadrantChart|packet|architecture|kanban|requirement|treemap|venn|radar|sankey|xychart)/;
const bracketed = /^(?:flowchart|graph|mindmap|block|kanban)/;
const spoken = /^sequenceDiagram/;

/**
 * Words that a source labels something with and its drawing does not show.
 *
 * @param drawing whose text is read
 * @returns the words, each once
 */
export function lostWords(
  { mermaid, type }: Pick<DiagramSource, 'mermaid' | 'type'>,
  { svg }: Pick<Drawing, 'svg'>,
): string[] {
  if (!quoted.test(type)) return [];
  const texts = svg.split('</text>').map(textOf);
  const shown = squeezed(texts.join(''));
  const menus = spoken.test(type) ? menusOf(mermaid) : [];
  const lost = [...labelsOf(bodyOf(mermaid), type), ...menus]
    .flatMap((label) => plain(label).match(/[\p{L}\p{N}]+|[<>]/gu) ?? [])
    .filter((word) => !shown.includes(squeezed(word)));
  const values = type.startsWith('treemap') ? valuesOf(mermaid).filter((value) => !texts.includes(value.shown)) : [];
  return [...new Set([...lost, ...values.map(({ written }) => written)])];
}

/** Text of a piece of a drawing. */
const textOf = (svg: string) =>
  svg
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([\da-f]+);/gi, (_all, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .trim();

/** Letters without the spaces and hyphens that a long word is broken by. */
const squeezed = (text: string) => text.normalize('NFKC').replace(/[\s\u200b-]+/g, '');

const bodyOf = (mermaid: string) =>
  mermaid
    .replace(/^\s*---\s*\n[^]*?\n\s*---\s*\n/, '')
    .replace(/%%\{[^]*?\}%%/g, '')
    .split('\n')
    .filter((line) => !silent.test(line))
    .join('\n');

function labelsOf(body: string, type: string): string[] {
  const labels: string[] = [];
  const take = (pattern: RegExp, text: string) =>
    text.replace(pattern, (all: string, label: string) => {
      labels.push(label);
      return all.replace(/[^\n]/g, ' ');
    });
  const untagged = body.replace(/<[a-z/](?:[^<>"]|"[^"\n]*")*>/gi, ' ');
  // Data of a node that is not its label: shapes, icons, tickets.
  const withData = untagged.replace(/@\{[^{}]*\}/g, (data) => /label\s*:\s*("[^"]*")/.exec(data)?.[1] ?? '');
  const rest = take(/"`?([^"]*?)`?"/g, withData.replace(/\$\w+\s*=\s*"[^"]*"/g, ''));
  if (bracketed.test(type)) {
    take(type.startsWith('block') ? /\[([^[\](){}|"\n]*)\]/g : /[[({]+([^[\](){}|"\n]*)[\])}]+/g, rest);
    take(/\|([^|"\n]*)\|/g, rest);
  }
  if (spoken.test(type))
    for (const line of rest.split('\n'))
      labels.push(/^\s*[^:]*?(?:-|\)|>)[^:]*:\s*(?:(?:no)?wrap:)?(.+?)\s*$/.exec(line)?.[1] ?? '');
  return labels;
}

/** Names of the links in the menus of a sequence diagram, which open by script only. */
const menusOf = (mermaid: string): string[] =>
  [
    ...mermaid.matchAll(/^[ \t]*link[ \t]+[^:\n]+:[ \t]*([^@\n]+?)[ \t]*@|^[ \t]*links[ \t]+[^:\n]+:[ \t]*(\{.*\})/gm),
  ].flatMap(([, name, all = '']) => name ?? [...all.matchAll(/"([^"]*)"\s*:/g)].map(([, one]) => one!));

/** Values of the fields of a treemap, as they are written and as they are shown where no format is chosen. */
const valuesOf = (mermaid: string): { written: string; shown: string }[] =>
  /valueFormat|showValues/.test(mermaid)
    ? []
    : [...mermaid.matchAll(/"\s*[:,]\s*(\d[\d.]*)/g)].map(([, written]) => ({
        written: written!,
        shown: Number(written).toLocaleString('en', { maximumFractionDigits: 20 }),
      }));

/** A label without what is drawn as something else than its letters. */
const plain = (label: string) =>
  label
    .replace(/\$\$.*?\$\$/gs, ' ')
    .replace(/\bfa[bklrs]?:fa-[\w-]+/g, ' ')
    .replace(/<[/!a-z][^<>]*>/gi, ' ')
    .replace(/&#?\w+;|#\w+;/g, ' ')
    .replace(/\\n/g, ' ')
    .replace(/[*`~]/g, '')
    .replaceAll('_', ' ');
