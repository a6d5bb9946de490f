/** What a block of code is opened with here, by what it was opened with there. */
import { bundledLanguagesInfo } from 'shiki/langs';
import { nearest } from '../../../src/curriculum/problems/nearest.ts';
import { fenceAttributes } from '../../../src/markdown/fence-meta.ts';

const languages = new Set(bundledLanguagesInfo.flatMap(({ id, aliases = [] }) => [id, ...aliases]));
/** Names of no language, whose text is drawn without colors. */
const plain = new Set(['', 'text', 'txt', 'plain', 'plaintext', 'md', 'mdx', 'mermaid']);
/** Names that other programs know, and those that are known here. */
const others: Readonly<Record<string, string>> = {
  'c#': 'csharp',
  golang: 'go',
  ejs: 'html',
  terminal: 'sh',
  output: 'text',
  env: 'ini',
};

export interface FenceWords {
  /** The words behind the marks: the language, then a title, lines and a reason. */
  words: string;
  /** The language as it was written, where it is not known. */
  unknown?: string;
  isDiagram: boolean;
}

/**
 * @param language as the block names it: `JS`, `{.python`
 * @param meta what stands behind it: `linenums="1" title="a.py"`
 * @param asksForReasons whether code that is typed into pages needs a reason
 */
export function fenceWords(
  language: string | null | undefined,
  meta: string | null | undefined,
  asksForReasons: boolean,
): FenceWords {
  const lang = /^[{.]*([\w+#-]*)/.exec((language ?? '').toLowerCase())?.[1] ?? '';
  const known =
    plain.has(lang) || languages.has(lang)
      ? lang
      : (others[lang] ?? (lang.length > 4 ? nearest(lang, languages) : undefined) ?? 'text');
  const isDiagram = known === 'mermaid';
  const isPlain = isDiagram || known === '' || known === 'plaintext' || known === 'plain';
  const { title, sample, reason } = fenceAttributes(meta);
  const lines = /\{[\d,\s-]+\}/.exec(meta ?? '')?.[0] ?? linesOfMkdocs(meta ?? '');
  const words = [
    isPlain ? 'text' : known,
    ...(title ? [`title="${title.replaceAll('"', '')}"`] : []),
    ...(lines === undefined ? [] : [lines]),
    ...(asksForReasons && !plain.has(known) && !sample && !reason ? ['reason="excerpt"'] : []),
  ];
  return {
    words: words.join(' '),
    ...(lang !== '' && known === 'text' && !plain.has(lang) && { unknown: language! }),
    isDiagram,
  };
}

/** `hl_lines="8 26-28"` → `{8,26-28}` */
function linesOfMkdocs(meta: string): string | undefined {
  const [, lines] = /\bhl_lines="([\d\s-]+)"/.exec(meta) ?? [];
  return lines && `{${lines.trim().split(/\s+/).join(',')}}`;
}
