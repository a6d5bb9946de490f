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
  '#cccccc': 'line',
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
};

/**
 * Replaces a colour Mermaid drew by the custom property it stands for.
 *
 * @returns `var(--diagram-…)`, or the value itself when it is no colour of the palette (a colour the author chose)
 */
export function themed(value: string): string {
  const key = toHex(value.trim().toLowerCase());
  const role = byMarker.get(key) ?? leftovers[key];
  return role ? `var(--diagram-${role})` : value;
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

const scale = (name: string, count: number, role: (index: number) => Role) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}${index}`, marker(role(index))]));
const series = (index: number) => String((index % 8) + 1) as Role;

/** Mermaid’s theme variables: every one that a kind of diagram reads, so that none is derived. */
export function themeVariables(fontFamily: string): Record<string, unknown> {
  const [page, node, nodeLine, ink, line, group, groupLine, note, noteLine, accent, accentInk, muted] = roles
    .slice(0, 12)
    .map(marker) as string[];
  return {
    fontFamily,
    fontSize: '16px',
    darkMode: false,
    background: page,
    dropShadow: 'none',
    useGradient: false,
    primaryColor: node,
    primaryTextColor: ink,
    primaryBorderColor: nodeLine,
    secondaryColor: group,
    secondaryTextColor: ink,
    secondaryBorderColor: groupLine,
    tertiaryColor: group,
    tertiaryTextColor: ink,
    tertiaryBorderColor: groupLine,
    lineColor: line,
    arrowheadColor: line,
    textColor: ink,
    border1: nodeLine,
    border2: groupLine,
    mainBkg: node,
    secondBkg: group,
    nodeBkg: node,
    nodeBorder: nodeLine,
    nodeTextColor: ink,
    clusterBkg: group,
    clusterBorder: groupLine,
    defaultLinkColor: line,
    titleColor: ink,
    edgeLabelBackground: page,
    labelBackground: page,
    labelColor: ink,
    actorBkg: node,
    actorBorder: nodeLine,
    actorTextColor: ink,
    actorLineColor: groupLine,
    signalColor: line,
    signalTextColor: ink,
    labelBoxBkgColor: node,
    labelBoxBorderColor: nodeLine,
    labelTextColor: ink,
    loopTextColor: ink,
    noteBorderColor: noteLine,
    noteBkgColor: note,
    noteTextColor: ink,
    activationBorderColor: nodeLine,
    activationBkgColor: group,
    sequenceNumberColor: page,
    sectionBkgColor: group,
    altSectionBkgColor: page,
    sectionBkgColor2: group,
    excludeBkgColor: group,
    taskBorderColor: nodeLine,
    taskBkgColor: marker('1'),
    activeTaskBorderColor: accent,
    activeTaskBkgColor: marker('2'),
    gridColor: groupLine,
    doneTaskBkgColor: group,
    doneTaskBorderColor: groupLine,
    critBorderColor: accent,
    critBkgColor: marker('4'),
    todayLineColor: accent,
    taskTextColor: ink,
    taskTextOutsideColor: ink,
    taskTextLightColor: ink,
    taskTextDarkColor: ink,
    taskTextClickableColor: ink,
    vertLineColor: accent,
    personBorder: nodeLine,
    personBkg: node,
    rowOdd: page,
    rowEven: group,
    attributeBackgroundColorOdd: page,
    attributeBackgroundColorEven: group,
    transitionColor: line,
    transitionLabelColor: ink,
    stateLabelColor: ink,
    stateBkg: node,
    labelBackgroundColor: page,
    compositeBackground: page,
    altBackground: group,
    compositeTitleBackground: group,
    compositeBorder: nodeLine,
    innerEndBackground: line,
    specialStateColor: line,
    errorBkgColor: note,
    errorTextColor: ink,
    classText: ink,
    scaleLabelColor: ink,
    ...scale('cScale', 12, series),
    ...scale('cScalePeer', 12, () => 'node-line'),
    ...scale('cScaleInv', 12, () => 'node-line'),
    ...scale('cScaleLabel', 12, () => 'ink'),
    ...scale('fillType', 8, series),
    ...scale('surface', 5, series),
    ...scale('surfacePeer', 5, () => 'node-line'),
    ...Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`pie${index + 1}`, marker(series(index))])),
    pieTitleTextColor: ink,
    pieSectionTextColor: ink,
    pieLegendTextColor: ink,
    pieStrokeColor: page,
    pieOuterStrokeColor: groupLine,
    pieOpacity: '1',
    quadrant1Fill: marker('1'),
    quadrant2Fill: marker('2'),
    quadrant3Fill: marker('3'),
    quadrant4Fill: marker('4'),
    quadrant1TextFill: ink,
    quadrant2TextFill: ink,
    quadrant3TextFill: ink,
    quadrant4TextFill: ink,
    quadrantPointFill: accent,
    quadrantPointTextFill: ink,
    quadrantXAxisTextFill: ink,
    quadrantYAxisTextFill: ink,
    quadrantInternalBorderStrokeFill: groupLine,
    quadrantExternalBorderStrokeFill: nodeLine,
    quadrantTitleFill: ink,
    xyChart: {
      backgroundColor: page,
      titleColor: ink,
      xAxisTitleColor: ink,
      xAxisLabelColor: ink,
      xAxisTickColor: line,
      xAxisLineColor: line,
      yAxisTitleColor: ink,
      yAxisLabelColor: ink,
      yAxisTickColor: line,
      yAxisLineColor: line,
      dataLabelColor: ink,
      plotColorPalette: [accent, marker('2'), marker('3'), marker('4')].join(','),
    },
    ...scale('git', 8, series),
    ...scale('gitInv', 8, () => 'node-line'),
    ...scale('gitBranchLabel', 8, () => 'ink'),
    tagLabelColor: ink,
    tagLabelBackground: note,
    tagLabelBorder: noteLine,
    commitLabelColor: ink,
    commitLabelBackground: page,
    commitLineColor: line,
    requirementBackground: node,
    requirementBorderColor: nodeLine,
    requirementTextColor: ink,
    relationColor: line,
    relationLabelBackground: page,
    relationLabelColor: ink,
    archEdgeColor: line,
    archEdgeArrowColor: line,
    archEdgeWidth: '2',
    archGroupBorderColor: groupLine,
    archGroupBorderWidth: '1px',
    vennTitleTextColor: ink,
    vennSetTextColor: ink,
    muted,
    accentInk,
  };
}

/** Words on lines get a halo in the colour of the page; the label of a round node stands in its middle. */
const extraStyles = [
  `.messageText, .edgeLabel .label text, .loopText { paint-order: stroke; stroke: ${marker('page')}; stroke-width: 5px; stroke-linejoin: round; }`,
  'circle.label-container ~ .label text { text-anchor: middle; }',
].join('\n');

/** What Mermaid is told for every diagram. */
export function mermaidConfig(fontFamily: string): Record<string, unknown> {
  const font = { fontFamily, fontSize: 16 };
  return {
    theme: 'base',
    look: 'classic',
    htmlLabels: false,
    fontFamily,
    deterministicIds: true,
    deterministicIDSeed: 'diagram',
    securityLevel: 'strict',
    themeVariables: themeVariables(fontFamily),
    themeCSS: extraStyles,
    flowchart: {
      htmlLabels: false,
      useMaxWidth: false,
      curve: 'basis',
      padding: 12,
      nodeSpacing: 36,
      rankSpacing: 42,
      wrappingWidth: 180,
      subGraphTitleMargin: { top: 4, bottom: 12 },
    },
    sequence: {
      useMaxWidth: false,
      mirrorActors: false,
      actorFontFamily: fontFamily,
      noteFontFamily: fontFamily,
      messageFontFamily: fontFamily,
      actorFontSize: 16,
      noteFontSize: 15,
      messageFontSize: 15,
      width: 120,
      height: 44,
      actorMargin: 36,
      boxMargin: 8,
      messageMargin: 34,
      wrapPadding: 8,
      diagramMarginX: 12,
      diagramMarginY: 8,
      noteMargin: 8,
    },
    er: { useMaxWidth: false, ...font },
    class: { useMaxWidth: false, htmlLabels: false },
    state: { useMaxWidth: false },
    mindmap: { useMaxWidth: false, padding: 12 },
    journey: { useMaxWidth: false, ...font },
    gantt: { useMaxWidth: false, fontSize: 14, sectionFontSize: 14 },
    pie: { useMaxWidth: false },
    gitGraph: { useMaxWidth: false },
    timeline: { useMaxWidth: false },
    quadrantChart: { useMaxWidth: false },
    xyChart: { useMaxWidth: false },
    requirement: { useMaxWidth: false },
    sankey: { useMaxWidth: false },
    block: { useMaxWidth: false },
    c4: { useMaxWidth: false, ...c4Fonts(fontFamily) },
    architecture: { useMaxWidth: false },
    kanban: { useMaxWidth: false },
  };
}

function c4Fonts(fontFamily: string): Record<string, string> {
  const kinds = [
    'person',
    'external_person',
    'system',
    'external_system',
    'container',
    'external_container',
    'component',
    'external_component',
    'boundary',
    'message',
  ];
  return Object.fromEntries(kinds.map((kind) => [`${kind}FontFamily`, fontFamily]));
}
