/**
 * Looks of the cards in Anki: the colors of the site (src/theme/tokens.css), light and dark. `nightMode` is Anki’s own
 * class. Pictures take their colors from the same custom properties as on the site.
 */
export const cardStyles = `.card {
  --paper: #fdfcf9; --surface: #f6f3ec; --line: #ddd6c8; --ink: #23282e; --ink-strong: #14181c; --ink-soft: #565d66;
  --accent: #0b6664; --diagram-node: #e7eeea; --diagram-node-line: #6b9f9c; --diagram-group-line: #a89f8c;
  --diagram-note: #fbf1d3; --diagram-note-line: #b58a1b; --diagram-1: #cfe6e3; --diagram-2: #f3dfc1;
  --diagram-3: #d5def2; --diagram-4: #f2d3cc; --diagram-5: #dbe8c6; --diagram-6: #e5d6ee; --diagram-7: #f5eabd;
  --diagram-8: #d3e4ec;
}
.card.nightMode, .nightMode .card {
  --paper: #16191d; --surface: #1d2126; --line: #343b44; --ink: #e4e2dc; --ink-strong: #f7f5f0; --ink-soft: #a9aeb5;
  --accent: #74cdc4; --diagram-node: #1d2a2d; --diagram-node-line: #4f8783; --diagram-group-line: #59636f;
  --diagram-note: #3a3320; --diagram-note-line: #b99a4c; --diagram-1: #234a49; --diagram-2: #5a4322;
  --diagram-3: #2e4064; --diagram-4: #5d3430; --diagram-5: #3d4f25; --diagram-6: #4a3659; --diagram-7: #544b1c;
  --diagram-8: #29485a;
}
.card {
  --diagram-page: var(--paper); --diagram-ink: var(--ink-strong); --diagram-line: var(--ink-soft);
  --diagram-group: var(--surface); --diagram-accent: var(--accent); --diagram-accent-ink: var(--paper);
  --diagram-muted: var(--ink-soft);
  max-width: 42rem; margin: 1.25rem auto; padding: 0 1rem; color: var(--ink); background: var(--paper);
  font: 1.1rem/1.55 system-ui, sans-serif; text-align: start;
}
.card code { padding: .1em .3em; border-radius: .3em; background: var(--surface); font: .86em ui-monospace, monospace; }
.card pre { padding: .8rem 1rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--surface); overflow-x: auto; text-align: left; direction: ltr; }
.card pre code { display: block; padding: 0; background: none; font-size: .82rem; line-height: 1.55; white-space: pre; }
.card pre span { color: var(--1); }
.card.nightMode pre span, .nightMode .card pre span { color: var(--0); }
.card svg { display: block; max-width: 100%; height: auto; margin: 1rem auto; direction: ltr; font: 400 16px/1.2 Figtree, system-ui, sans-serif; fill: var(--diagram-ink); }
.card a { color: var(--accent); }
.card hr { border: 0; border-top: 1px solid var(--line); }
.card .right { color: var(--ink-strong); font-weight: 650; }
.card .wrong, .card .why, .card .hint, .card .section { color: var(--ink-soft); font-size: .95em; }
.card .why, .card .section { margin-top: .8rem; }
`;
