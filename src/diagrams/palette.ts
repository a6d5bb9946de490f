/**
 * The colours of diagrams. Mermaid draws with marker colours; each marker stands for a custom property of the site,
 * which the finished picture uses instead. One picture then serves every theme.
 */

/** Roles of colours; `--diagram-<role>` is defined in `src/theme/tokens.css`. */
export const roles = [
  'page',
  'node',
  'node-line',
  'ink',
  'line',
  'group',
  'group-line',
  'note',
  'note-line',
  'accent',
  'accent-ink',
  'muted',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
] as const;
export type Role = (typeof roles)[number];

/** Marker colour of a role: an arbitrary value that nothing else uses. */
export function marker(role: Role): string {
  const index = roles.indexOf(role);
  return `#${(0x2a1b0d + index * 0x050b03).toString(16).padStart(6, '0')}`;
}

const byMarker = new Map<string, Role>(roles.map((role) => [marker(role), role]));

/** Colours Mermaid hard-codes or derives, by the role they play in its pictures. */
const leftovers: Record<string, Role> = {
  '#000': 'ink',
  '#000000': 'ink',
  black: 'ink',
  '#333': 'ink',
  '#333333': 'ink',
  '#131300': 'ink',
  '#fff': 'page',
  '#ffffff': 'page',
  white: 'page',
  '#f4f4f4': 'page',
  '#eee': 'group',
  '#eaeaea': 'node',
  '#ececff': 'node',
  '#edf2ae': 'note',
  '#666': 'muted',
  '#999': 'muted',
  '#888': 'muted',
  '#888888': 'muted',
  '#444444': 'ink',
  '#444': 'ink',
  '#ccc': 'line',
  lightgrey: 'muted',
  grey: 'muted',
  gray: 'muted',
  navy: 'accent',
  red: 'accent',
  '#777': 'muted',
  '#ddd': 'group-line',
  '#552222': 'accent',
  '#1168bd': 'accent',
  '#08427b': 'accent',
  '#087ebf': 'accent',
  '#073b6f': 'accent',
  '#3c7fc0': 'accent',
  '#438dd5': 'accent',
  '#85bbf0': 'accent',
  '#78a8d8': 'accent',
  '#999999': 'muted',
  '#8a8a8a': 'muted',
  '#686868': 'muted',
  '#b3b3b3': 'muted',
  '#a6a6a6': 'muted',
  '#cccccc': 'line',
  '#dedede': 'group-line',
  '#efefef': 'node',
  '#fff8dc': 'note',
  // The actors of user journeys.
  '#8fbc8f': 'accent',
  '#7cfc00': 'note-line',
  '#00ffff': 'muted',
  '#20b2aa': 'node-line',
  '#b0e0e6': '3',
  '#ffffe0': '7',
  orange: 'note-line',
  currentcolor: 'ink',
  // The ten colours of d3’s Tableau scheme, which Sankey diagrams use.
  '#4e79a7': '3',
  '#f28e2c': '2',
  '#e15759': '4',
  '#76b7b2': '1',
  '#59a14f': '5',
  '#edc949': '7',
  '#af7aa1': '6',
  '#ff9da7': '8',
  '#9c755f': '2',
  '#bab0ab': '3',
};

/**
 * Colours of the page that only Mermaid draws with: an author’s own are made different from them, in the least step that
 * there is (in-page.ts).
 */
export const reservedColors: readonly string[] = [
  ...byMarker.keys(),
  ...Object.keys(leftovers).flatMap((color) =>
    color.length === 4 && color.startsWith('#')
      ? [color, `#${[...color.slice(1)].map((one) => one + one).join('')}`]
      : [color],
  ),
  // What the names among them stand for.
  '#d3d3d3',
  '#808080',
  '#000080',
  '#ff0000',
  '#ffa500',
];

const reserved = new Set(reservedColors);

/** A color as `#rrggbb` that stays itself in a drawing: its blue is one step off where Mermaid draws with the same. */
export function ownColor(hex: string): string {
  if (!reserved.has(hex)) return hex;
  const blue = parseInt(hex.slice(5), 16);
  return hex.slice(0, 5) + (blue < 255 ? blue + 1 : blue - 1).toString(16).padStart(2, '0');
}

/** What each role is in the site’s own two themes (src/theme/tokens.css), to judge an author’s colours beside them. */
export const rolePaints: Readonly<Record<Role, { light: string; dark: string }>> = {
  page: { light: '#fdfcf9', dark: '#16191d' },
  node: { light: '#e7eeea', dark: '#1d2a2d' },
  'node-line': { light: '#6b9f9c', dark: '#4f8783' },
  ink: { light: '#14181c', dark: '#f7f5f0' },
  line: { light: '#565d66', dark: '#a9aeb5' },
  group: { light: '#f6f3ec', dark: '#1d2126' },
  'group-line': { light: '#a89f8c', dark: '#59636f' },
  note: { light: '#fbf1d3', dark: '#3a3320' },
  'note-line': { light: '#b58a1b', dark: '#b99a4c' },
  accent: { light: '#0b6664', dark: '#74cdc4' },
  'accent-ink': { light: '#fdfcf9', dark: '#16191d' },
  muted: { light: '#565d66', dark: '#a9aeb5' },
  1: { light: '#cfe6e3', dark: '#234a49' },
  2: { light: '#f3dfc1', dark: '#5a4322' },
  3: { light: '#d5def2', dark: '#2e4064' },
  4: { light: '#f2d3cc', dark: '#5d3430' },
  5: { light: '#dbe8c6', dark: '#3d4f25' },
  6: { light: '#e5d6ee', dark: '#4a3659' },
  7: { light: '#f5eabd', dark: '#544b1c' },
  8: { light: '#d3e4ec', dark: '#29485a' },
};

/**
 * Replaces a colour Mermaid drew by the custom property it stands for.
 *
 * @returns `var(--diagram-…)`, or the colour itself when it is none of the palette (a colour the author chose)
 */
export function themed(value: string): string {
  const key = toHex(value.trim().toLowerCase());
  const role = byMarker.get(key) ?? leftovers[key];
  return role ? `var(--diagram-${role})` : key.startsWith('#') ? key : value;
}

/** Writes `rgb(r, g, b)` as hexadecimal; other values stay. */
function toHex(value: string): string {
  const channels = /^rgba?\(\s*(\d+),\s*(\d+),\s*(\d+)(?:,\s*1)?\s*\)$/.exec(value);
  if (!channels) return value;
  return `#${channels
    .slice(1, 4)
    .map((channel) => Number(channel).toString(16).padStart(2, '0'))
    .join('')}`;
}
