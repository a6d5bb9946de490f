/** Looks of the cards in Anki: the colors of the site, light and dark (`nightMode` is Anki’s own class). */
export const cardStyles = `.card {
  --ink: #2c3034; --ink-strong: #15191c; --ink-soft: #565d63; --paper: #fff; --surface: #f5f5f2; --line: #d9d9d3; --accent: #0b6664;
  max-width: 42rem; margin: 1.25rem auto; padding: 0 1rem;
  color: var(--ink); background: var(--paper);
  font: 1.15rem/1.55 system-ui, sans-serif; text-align: start;
}
.card.nightMode {
  --ink: #d7d9da; --ink-strong: #f2f3f3; --ink-soft: #a3a9ae; --paper: #17191b; --surface: #202326; --line: #3a3f43; --accent: #74cdc4;
}
.card code { padding: .1em .3em; border-radius: .3em; background: var(--surface); font: .86em ui-monospace, monospace; }
.card pre { padding: .8rem 1rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--surface); overflow-x: auto; text-align: left; direction: ltr; }
.card pre code { padding: 0; background: none; font-size: .82rem; line-height: 1.55; white-space: pre; }
.card svg { max-width: 100%; height: auto; }
.card a { color: var(--accent); }
.card hr { border: 0; border-top: 1px solid var(--line); }
.card .right { color: var(--ink-strong); font-weight: 650; }
.card .why, .card .feedback, .card .section { margin-top: .8rem; color: var(--ink-soft); font-size: .95em; }
.card .feedback { margin-top: .2rem; }
`;
