/**
 * Colors of code, in the site’s own hues. Red is left to errors: words of a language are blue, names violet, texts green,
 * types teal, numbers brown. Each stands out from the ground of a block and of a marked line at 4.5:1 and more
 * (code-themes.test.ts).
 */
import { ExpressiveCodeTheme } from '@expressive-code/core';

/**
 * Milliseconds after which the highlighting of a line gives up. Shiki’s own half second ends lines early on a busy
 * machine, and the same text would get other colors from one build to the next.
 */
export const tokenizeTimeLimit = 60_000;

/** The colors of one theme, by role. */
export interface CodeColors {
  ground: string;
  text: string;
  comment: string;
  keyword: string;
  string: string;
  number: string;
  type: string;
  name: string;
  removed: string;
}

export const codeColors = {
  light: {
    ground: '#f6f3ec',
    text: '#23282e',
    comment: '#5a6068',
    keyword: '#1f4f8a',
    string: '#276230',
    number: '#7a4500',
    type: '#0b5e5c',
    name: '#5f3a96',
    removed: '#96302a',
  },
  dark: {
    ground: '#1d2126',
    text: '#e4e2dc',
    comment: '#a3a9b1',
    keyword: '#93bdf0',
    string: '#a0d3a0',
    number: '#e8bd6a',
    type: '#7ccfc6',
    name: '#cbb4f2',
    removed: '#f2a59c',
  },
} as const satisfies Record<'light' | 'dark', CodeColors>;

/** What TextMate grammars call what each color stands for; a later line wins over an earlier one of the same weight. */
const scopes: Record<Exclude<keyof CodeColors, 'ground' | 'text'>, string[]> = {
  keyword: [
    'keyword',
    'storage',
    'storage.type',
    'storage.modifier',
    'variable.language',
    'entity.name.tag',
    'markup.heading',
  ],
  string: ['string', 'punctuation.definition.string', 'markup.inserted', 'markup.inline.raw'],
  number: ['constant', 'constant.numeric', 'constant.language', 'support.constant', 'constant.character.escape'],
  type: [
    'entity.name.type',
    'entity.name.class',
    'entity.other.inherited-class',
    'support.type',
    'support.class',
    'storage.type.java',
    'storage.type.generic.java',
    'storage.type.object.array.java',
    'storage.type.annotation.java',
    'punctuation.definition.annotation.java',
    'meta.decorator',
    'entity.other.attribute-name',
    'support.type.property-name',
    'meta.property-name',
  ],
  name: ['entity.name.function', 'support.function', 'meta.function-call entity.name', 'markup.changed'],
  comment: ['comment', 'punctuation.definition.comment', 'meta.diff.header', 'meta.diff.range'],
  removed: ['markup.deleted', 'invalid'],
};
/** Signs between words keep the color of the text. */
const plain = [
  'keyword.operator',
  'storage.modifier.import',
  'storage.modifier.package',
  'punctuation.definition.template-expression',
];

/** The themes of Expressive Code, in the order it numbers their colors: dark, then light. */
export const codeThemes = (['dark', 'light'] as const).map((type) => {
  const colors = codeColors[type];
  return new ExpressiveCodeTheme({
    name: `roadmap-${type}`,
    type,
    colors: { 'editor.background': colors.ground, 'editor.foreground': colors.text },
    tokenColors: [
      { settings: { foreground: colors.text } },
      ...Object.entries(scopes).map(([role, scope]) => ({
        scope,
        settings: { foreground: colors[role as keyof typeof scopes] },
      })),
      { scope: plain, settings: { foreground: colors.text } },
    ],
  });
});
