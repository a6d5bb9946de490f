/** Hands out drawings: from the cache where they are, drawn in batches where they are not. */
import { openCache, type DrawingCache } from './cache.ts';
import { drawDiagrams, drawingConditions, isFault, type Drawing, type DrawingFault } from './draw.ts';
import { leastWidthOf } from './figure.ts';
import type { DiagramSource } from '../markdown/diagram-source.ts';

export interface Studio {
  /** Drawing of a diagram, or why there is none. Requests made while the browser is busy are drawn together. */
  drawing(source: DiagramSource): Promise<Drawing | DrawingFault>;
  /** Style sheet for every drawing handed out so far. */
  styleSheet(): string;
  /** Calls back when a new drawing has added to the style sheet. */
  onNewStyles(listener: () => void): void;
  /** Forgets drawings on disk that were not handed out. @returns how many */
  tidy(): number;
  /** How many drawings came from the cache and how many were drawn. */
  counts(): { cached: number; drawn: number };
}

/** How many diagrams one browser page draws; more pages one after the other keep memory flat. */
const batchSize = 60;

/**
 * @param folder absolute path of the cache
 * @param say tells the person at the terminal what takes long
 */
export function openStudio(folder: string, say: (message: string) => void = () => {}): Studio {
  let cache: DrawingCache | undefined;
  const handedOut = new Map<string, Promise<Drawing | DrawingFault>>();
  const rules = new Map<string, string>();
  const widths = new Set<number>();
  const listeners: (() => void)[] = [];
  const counts = { cached: 0, drawn: 0 };
  let waiting: {
    source: DiagramSource;
    key: string;
    resolve: (result: Drawing | DrawingFault) => void;
    reject: (error: unknown) => void;
  }[] = [];
  let busy: Promise<void> | undefined;
  let unkept = 0;

  const remember = (drawing: Drawing) => {
    const before = rules.size + widths.size;
    const width = leastWidthOf(drawing);
    if (width !== undefined) widths.add(width);
    for (const [name, declarations] of Object.entries(drawing.rules)) {
      const known = rules.get(name);
      if (known !== undefined && known !== declarations)
        throw new Error(
          `Two styles of diagrams share the class ${name}; lengthen class names in src/diagrams/paint.ts.`,
        );
      rules.set(name, declarations);
    }
    if (rules.size + widths.size > before) for (const listener of listeners) listener();
  };

  const drawWaiting = async () => {
    // One turn of the event loop lets pages that are read at the same time join the batch.
    await new Promise((resolve) => setTimeout(resolve, 20));
    while (waiting.length > 0) {
      const batch = waiting.splice(0, batchSize);
      const rest = waiting.length ? ` (${waiting.length} more after these)` : '';
      say(`drawing ${batch.length === 1 ? '1 diagram' : `${batch.length} diagrams`}${rest}`);
      try {
        const results = await drawDiagrams(batch.map((one) => one.source));
        results.forEach((result, index) => {
          const { key, resolve } = batch[index]!;
          if (!isFault(result)) {
            if (!cache!.write(key, result)) unkept += 1;
            counts.drawn += 1;
            remember(result);
          }
          resolve(result);
        });
      } catch (error) {
        for (const { reject } of [...batch, ...waiting]) reject(error);
        waiting = [];
      }
    }
    busy = undefined;
    if (unkept > 0) say(`${folder} cannot be written to, so that ${unkept} drawn diagrams are drawn again next time`);
    unkept = 0;
  };

  return {
    drawing(source) {
      cache ??= openCache(folder, drawingConditions());
      const key = cache.keyOf(source);
      let result = handedOut.get(key);
      if (!result) {
        const kept = cache.read(key);
        if (kept) {
          counts.cached += 1;
          remember(kept);
          result = Promise.resolve(kept);
        } else {
          result = new Promise((resolve, reject) => waiting.push({ source, key, resolve, reject }));
          busy ??= drawWaiting();
        }
        handedOut.set(key, result);
      }
      return result;
    },
    styleSheet: () =>
      [
        ...[...rules].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, text]) => `.diagram .${name}{${text}}`),
        // Weaker than what diagram.css says of the large view and of paper.
        ...[...widths]
          .sort((a, b) => a - b)
          .map((width) => `@layer roadmap{.diagram svg:where(.w${width}){min-width:${width}px}}`),
      ].join('\n'),
    onNewStyles: (listener) => void listeners.push(listener),
    tidy: () => cache?.keepOnly(new Set(handedOut.keys())) ?? 0,
    counts: () => ({ ...counts }),
  };
}
