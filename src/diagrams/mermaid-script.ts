/** Mermaid’s script as the drawing page runs it: with the few changes that labels in SVG text need. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { signOf, signs } from './formulas.ts';
import { labelsInPage, rendererInPage } from './in-page.ts';
import { mermaidRequire } from './mermaid-package.ts';
import { reservedColors } from './palette.ts';

/**
 * Places in Mermaid’s script and what becomes of them. Without them its text in SVG loses `<` and `>`, shows entities,
 * tags and formulas as they are written, and leaves out every kind of Markdown but bold and italic.
 */
const changes: readonly [place: RegExp, text: string][] = [
  [
    /(\w+)\.trim\(\)\.match\(\/<\[\^>\]\+>\|\[\^\\s<>\]\+\/g\)\?\.map\(\(\w+\) => \(\{ content: \w+, type: "normal" \}\)\)/,
    'diagramLabels.words($1)',
  ],
  [
    /else if \((\w+)\.type === "html"\) \{\s*lines\[currentLine\]\.push\(\{ content: \1\.text, type: "normal" \}\);\s*\}(?=\s*\}\s*__name\(processNode)/,
    'else currentLine = diagramLabels.addTo(lines, $1, parentType);',
  ],
  [
    /else \{\s*lines\[currentLine\]\.push\(\{ content: (\w+)\.raw, type: "normal" \}\);\s*\}/,
    'else currentLine = diagramLabels.addTo(lines, { ...$1, text: undefined });',
  ],
  [
    /const sanitizeBR = (decodeEntities\(\w+\.replace\(\/<br\\s\*\\\/\?>\/g, "<br\/>"\)\));/,
    'const sanitizeBR = diagramLabels.plain($1);',
  ],
  // A label that a treemap cuts off says what it was.
  [
    /(const originalText = \w+\.data\.name;\s*)(\w+)(\.text\(originalText\);)/,
    '$1$2.attr("data-whole", originalText)$3',
  ],
];

/**
 * Changes Mermaid’s script.
 *
 * @param script text of `mermaid/dist/mermaid.js`
 * @returns the script, and how many of the places it did not have
 */
export function changedScript(script: string): { script: string; missing: number } {
  let missing = 0;
  const changed = changes.reduce((text, [place, replacement]) => {
    if (!place.test(text)) missing += 1;
    return text.replace(place, replacement);
  }, script);
  const katex = readFileSync(mermaidRequire().resolve('katex/dist/katex.min.js'), 'utf8');
  const labels = `globalThis.signOf = ${String(signOf)};\n(${String(labelsInPage)})(${JSON.stringify(signs)});`;
  const renderer = `(${String(rendererInPage)})(${JSON.stringify(reservedColors)});`;
  return { script: [katex, labels, changed, renderer].join('\n'), missing };
}

let folder: string | undefined;
let address: string | undefined;

/**
 * Address of the changed script, which lies in a temporary folder as long as this process runs.
 *
 * @param original `file:` address of Mermaid’s own
 */
export function changedScriptAt(original: string): string {
  if (address) return address;
  folder = mkdtempSync(path.join(tmpdir(), 'mermaid-'));
  process.once('exit', () => rmSync(folder!, { recursive: true, force: true }));
  const file = path.join(folder, 'mermaid.js');
  writeFileSync(file, changedScript(readFileSync(fileURLToPath(original), 'utf8')).script);
  return (address = pathToFileURL(file).href);
}
