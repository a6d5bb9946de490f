/** Reads the structure of a drawn diagram, so that it can be told in words. */
import type { Element } from 'hast';
import { selectAll } from 'hast-util-select';
import { toString } from 'hast-util-to-string';
import { find } from './cascade.ts';

/**
 * A diagram in words: `lines` in reading order. `links` and `messages` have a source and a target;
 * `texts` are the labels of kinds of diagrams that have no connections.
 */
export interface DiagramOutline {
  kind: 'links' | 'messages' | 'texts';
  lines: OutlineLine[];
}

export interface OutlineLine {
  from?: string;
  to?: string;
  /** Label of the connection, text of the message, or the label itself. */
  text?: string;
  /** Frame around messages, such as “alt: cache hit”. */
  frame?: string;
}

/**
 * Tells a diagram in words.
 *
 * @param svg the SVG as Mermaid makes it, before it is painted
 */
export function outlineOf(svg: Element): DiagramOutline {
  const role = String(svg.properties.ariaRoleDescription ?? '');
  if (role === 'sequence') return { kind: 'messages', lines: messages(svg) };
  const lines = connections(svg);
  return lines.length > 0 ? { kind: 'links', lines } : { kind: 'texts', lines: labels(svg) };
}

/** Label of an element: its rows of text, joined by spaces. */
export function labelOf(element: Element): string {
  const rows = selectAll('.text-outer-tspan', element);
  const texts =
    rows.length > 0
      ? rows.map(toString)
      : (element.tagName === 'text' ? [element] : selectAll('text', element)).map(toString);
  return tidy(texts.filter((text) => text.trim()).join(' '));
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Nodes by the id the author gave them, in document order. */
export function nodesOf(svg: Element): Map<string, Element> {
  const nodes = new Map<string, Element>();
  const prefix = String(svg.properties.id);
  for (const node of selectAll('g.node, g.cluster, g.mindmap-node', svg)) {
    const id = String(node.properties.id ?? '').replace(`${prefix}-`, '');
    const name = /^(?:flowchart|classId|state|entity)-(.+)-\d+$/.exec(id)?.[1] ?? /^node_(\d+)$/.exec(id)?.[1] ?? id;
    if (name) nodes.set(name, node);
  }
  for (const label of selectAll('text[class*="taskText"]', svg)) {
    const id = String(label.properties.id ?? '').replace(`${prefix}-`, '');
    nodes.set(id.replace(/-text$/, ''), label);
  }
  return nodes;
}

function connections(svg: Element): OutlineLine[] {
  const nodes = nodesOf(svg);
  const labelled = new Map<string, string>();
  for (const label of selectAll('[data-id]', svg)) {
    if (label.tagName === 'g') labelled.set(String(label.properties.dataId), labelOf(label));
  }
  return selectAll('path[data-edge]', svg).flatMap((path) => {
    const id = String(path.properties.dataId ?? '');
    const ends = endsOf(id, nodes);
    if (!ends) return [];
    const [from, to] = ends.map((end) => labelOf(nodes.get(end)!) || end) as [string, string];
    const text = labelled.get(id);
    return [
      text
        ? { from: firstRow(nodes, ends[0], from), to: firstRow(nodes, ends[1], to), text }
        : { from: firstRow(nodes, ends[0], from), to: firstRow(nodes, ends[1], to) },
    ];
  });
}

/** An entity’s or class’s box holds its fields too; its name is the first row. */
function firstRow(nodes: Map<string, Element>, id: string, label: string): string {
  const node = nodes.get(id)!;
  const name = find('.name', node) ?? find('.label-group', node);
  return (name && labelOf(name)) || label;
}

/** Splits an edge’s id (`L_A_B_0`, `id_entity-A-0_entity-B-1_2`, `edge_0_1`) at the names of known nodes. */
function endsOf(id: string, nodes: Map<string, Element>): [string, string] | undefined {
  const entity =
    /^id_entity-(.+)-\d+_entity-(.+)-\d+_\d+$/.exec(id) ??
    /^edge_(\d+)_(\d+)$/.exec(id) ??
    /^id_(.+)_(.+)_\d+$/.exec(id);
  if (entity && nodes.has(entity[1]!) && nodes.has(entity[2]!)) return [entity[1]!, entity[2]!];
  const body = /^L_(.+)_\d+$/.exec(id)?.[1];
  if (body === undefined) return undefined;
  for (let at = body.indexOf('_'); at >= 0; at = body.indexOf('_', at + 1)) {
    const [from, to] = [body.slice(0, at), body.slice(at + 1)];
    if (nodes.has(from) && nodes.has(to)) return [from, to];
  }
  return undefined;
}

function messages(svg: Element): OutlineLine[] {
  const names = new Map<string, string>();
  for (const actor of selectAll('[data-et="participant"]', svg))
    names.set(String(actor.properties.dataId), labelOf(actor));
  const name = (id: unknown) => names.get(String(id)) || String(id);
  const texts = selectAll('text.messageText', svg).map((text) => ({
    y: numberOf(text, 'y'),
    text: tidy(toString(text)),
  }));
  const lines = selectAll('[data-et="message"]', svg).map((line, index) => ({
    y: lineY(line, texts[index]?.y ?? index),
    from: name(line.properties.dataFrom),
    to: name(line.properties.dataTo),
  }));
  // A message’s words stand above its line; several rows of words belong to the next line below them.
  let row = 0;
  const told: (OutlineLine & { y: number })[] = lines.map((line) => {
    const words: string[] = [];
    while (row < texts.length && texts[row]!.y <= line.y) words.push(texts[row++]!.text);
    return { ...line, text: words.join(' ') };
  });
  const frames = selectAll('text.loopText', svg).map((text) => ({
    y: numberOf(text, 'y'),
    frame: tidy(toString(text)),
  }));
  const notes = selectAll('text.noteText', svg).map((text) => ({ y: numberOf(text, 'y'), text: tidy(toString(text)) }));
  return [...told, ...frames, ...notes].sort((a, b) => a.y - b.y).map(({ y: _y, ...line }) => line);
}

const numberOf = (element: Element, name: string) => Number(element.properties[name] ?? 0);

function lineY(line: Element, fallback: number): number {
  if (line.properties.y1 !== undefined) return numberOf(line, 'y1');
  const start = /M\s*-?[\d.]+[ ,]+(-?[\d.]+)/.exec(String(line.properties.d ?? ''));
  return start ? Number(start[1]) : fallback;
}

function labels(svg: Element): OutlineLine[] {
  const seen = new Set<string>();
  return selectAll('text', svg).flatMap((text) => {
    const words = tidy(toString(text));
    if (!words || seen.has(words)) return [];
    seen.add(words);
    return [{ text: words }];
  });
}
