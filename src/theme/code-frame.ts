/** The frame of every code block: one line with its name, what is known of its file, and its tools. */
import { definePlugin, type ExpressiveCodePlugin } from '@expressive-code/core';
import { h, select, type Element } from '@expressive-code/core/hast';
import { isOutputFile, type SampleFacts } from '../samples/sample-facts.ts';
import type { RuntimeName } from '../runtimes/runtime.ts';
import type { Translator } from '../strings/translator.ts';
import { languageName } from './code-language.ts';
import { tallStyle } from './tall.ts';
import { wrapButtonClasses, wrapButtonRules } from './wrap-button.ts';

/** What the frame says of running its code. */
export interface RunFacts {
  /** Absent where it does not run in the page. */
  button?: { runtime: RuntimeName; words: string; size: string; title: string };
  /** Why it does not. */
  note?: string;
}

export interface CodeFrameOptions {
  /** Words of the language of a page, by its file. */
  wordsOf(file: string): Translator;
  /** What is known of a sample file (src/samples/sample-facts.ts). */
  factsOf(file: string, lines: string | undefined, t: Translator): SampleFacts;
  /** What a reader can do with a block of samples in the page, by what its fence names (src/run-here). */
  runOf?(block: string, t: Translator): Promise<RunFacts>;
}

/** Deepest indentation that a wrapped line keeps. */
const deepest = 16;
const plainText = new Set(['text', 'txt', 'plaintext', 'plain', 'log']);

/**
 * Makes of Expressive Code’s frame
 *
 * ```html
 * <figure class="frame has-title output">
 *   <figcaption class="header"><span class="title">plan.txt</span>
 *     <details class="about"><summary>Run with PostgreSQL 15.14</summary>…</details>
 *     <div class="tools"><button class="wrap-lines">…</button><div class="copy">…</div></div></figcaption>
 *   <pre class="wrap" role="group" aria-label="plan.txt, code block 3">…
 * ```
 *
 * What a program printed wraps, and so does other code once a reader asks for it (code-wrap.ts). A block that scrolls is
 * a region for screen readers, and regions need names of their own.
 */
export function codeFrame({ wordsOf, factsOf, runOf }: CodeFrameOptions): ExpressiveCodePlugin {
  return definePlugin({
    name: 'Code frame',
    baseStyles: () =>
      [
        ...Array.from({ length: deepest }, (_, index) => `.ec-line.in${index + 1}{--ecIndent:${index + 1}ch}`),
        wrapButtonRules(),
      ].join(''),
    hooks: {
      // Lines of every block know their indentation: paper and the switch wrap blocks that scroll on the screen.
      preprocessMetadata: ({ codeBlock }) => {
        codeBlock.props.wrap = true;
      },
      postprocessRenderedLine: ({ renderData: { lineAst }, line }) => {
        const indent = Math.min(deepest, /^\s*/.exec(line.text)![0].length);
        delete lineAst.properties.style;
        if (indent > 0) lineAst.properties.className = [...classesOf(lineAst), `in${indent}`];
      },
      postprocessRenderedBlock: async ({ codeBlock, renderData: { blockAst } }) => {
        const pre = select('pre', blockAst);
        const header = select('figcaption', blockAst);
        if (!pre || !header) return;
        const t = wordsOf(codeBlock.parentDocument?.sourceFilePath ?? '');
        const file = codeBlock.metaOptions.getString('file');
        const isOutput =
          codeBlock.metaOptions.getBoolean('output') === true ||
          plainText.has(codeBlock.language) ||
          (file !== undefined && isOutputFile(file));
        const title = codeBlock.props.title ?? languageName(codeBlock.language);
        const place = codeBlock.parentDocument?.positionInDocument?.groupIndex;
        if (place !== undefined) {
          // Only what has a role may have a name.
          pre.properties.role = 'group';
          pre.properties.ariaLabel = t('code.block', { title, number: place + 1 });
        }

        delete pre.properties.style;
        blockAst.properties.className = ['frame', 'has-title', ...(isOutput ? ['output'] : [])];
        blockAst.properties.style = tallStyle(4 + 1.5 * codeBlock.code.split('\n').length);
        const copy = select('.copy', blockAst);
        const button = copy && select('button', copy);
        if (button) {
          button.properties.title = t('code.copy');
          button.properties.dataCopied = t('code.copied');
          // The lines say it too (code-copy.ts); only where less is copied than is shown it must be said.
          if (String(button.properties.dataCode).replaceAll('\u007f', '\n') === codeBlock.code)
            delete button.properties.dataCode;
        }
        const block = codeBlock.metaOptions.getString('block');
        const run = block === undefined ? undefined : await runOf?.(block, t);
        // Copying is for code; what was printed is read.
        const tools = [
          ...(run?.button ? [runButton(block!, run.button)] : []),
          ...wrapButton(codeBlock.code, isOutput, t),
          ...(copy && !isOutput ? [copy] : []),
        ];
        header.children = [
          h('span', { className: 'title' }, title),
          ...(file === undefined ? [] : [about(factsOf(file, codeBlock.metaOptions.getString('lines'), t), run?.note)]),
          ...(tools.length > 0 ? [h('div', { className: 'tools' }, tools)] : []),
        ];
        blockAst.children = [header, pre];
      },
    },
  });
}

const classesOf = (element: Element): string[] => [element.properties.className ?? []].flat().map(String);

/** An output wraps always. */
function wrapButton(code: string, isOutput: boolean, t: Translator): Element[] {
  const classes = isOutput ? undefined : wrapButtonClasses(code);
  if (!classes) return [];
  const words = t('code.wrap');
  return [h('button', { type: 'button', className: classes, title: words, ariaLabel: words, ariaPressed: 'false' })];
}

/** The button that runs the block; run-switch.ts loads what it does. */
function runButton(block: string, { runtime, words, size, title }: NonNullable<RunFacts['button']>): Element {
  return h(
    'button',
    { type: 'button', className: ['run'], title, dataRun: block, dataRuntime: runtime, dataPagefindIgnore: '' },
    [words, ' ', h('span', size)],
  );
}

function about({ summary, links, notes: known, command }: SampleFacts, note?: string): Element {
  const notes = [...known, ...(note === undefined ? [] : [note])];
  return h('details', { className: 'about', dataPagefindIgnore: '' }, [
    h('summary', summary),
    h('div', [
      h(
        'p',
        links.flatMap(({ href, words }) => [h('a', { href }, words), ' ']),
      ),
      ...(command ? [h('p', [command.before, h('code', { dir: 'ltr' }, command.line), command.after])] : []),
      ...(notes.length > 0 ? [h('p', notes.join(' '))] : []),
    ]),
  ]);
}
