/** Shows what a reader can learn next. */
import type { Translator } from '../strings/translator.ts';
import { chosenTrack, trackEvent } from '../tracks/chosen-track.ts';
import { addStyles } from '../theme/add-styles.ts';
import { button } from '../theme/elements.ts';
import { finishedHere, whenProgressChanges } from './finished.ts';
import { checkKnown } from './known-already.ts';
import { loadLearning } from './load-learning.ts';
import styles from './ready-next.css?inline';
import { readyNext, type Suggestion } from './ready-next.ts';

addStyles(styles);

/** Names of at most so many prerequisites are told. */
const named = 3;
const depthNames = ['topic.must', 'topic.should', 'topic.could'] as const;

/**
 * Fills the place and keeps it true to what the reader does. @returns stops that
 */
export async function showReadyNext(place: HTMLElement): Promise<() => void> {
  const { base, root, track } = place.dataset as { base: string; root: string; track?: string };
  let learning;
  try {
    learning = await loadLearning(root);
  } catch {
    // Without a network and not saved: nothing is promised here, so nothing is missing.
    place.hidden = true;
    return () => undefined;
  }
  const { data, t } = learning;
  const said = element('p', '', 'said');
  said.setAttribute('role', 'status');
  const show = () => {
    const hadFocus = place.contains(document.activeElement);
    const finished = new Set(
      [...finishedHere(base)].filter((id) => id.startsWith('topic:')).map((id) => id.slice('topic:'.length)),
    );
    const suggestions = readyNext(data, finished, track ?? chosenTrack());
    const title = element('h2', t('ready.title'));
    if (suggestions.length === 0) return place.replaceChildren(title, element('p', t('ready.none')), said);
    const list = document.createElement('ul');
    const mark = (topic: string) => (said.textContent = t('ready.marked', { topic }));
    list.append(...suggestions.map((one) => card(one, t, root, base, mark)));
    place.replaceChildren(title, said, list, element('p', t('ready.note'), 'note'));
    // The suggestion that somebody answered is gone; they go on with the best of what there is now.
    if (hadFocus) place.querySelector('a')!.focus();
  };
  show();
  const stop = whenProgressChanges(show);
  addEventListener(trackEvent, show);
  return () => {
    stop();
    removeEventListener(trackEvent, show);
  };
}

function card(
  suggestion: Suggestion,
  t: Translator,
  root: string,
  base: string,
  marked: (topic: string) => void,
): HTMLElement {
  const { lesson, topic } = suggestion;
  const item = document.createElement('li');
  const heading = document.createElement('h3');
  const link = element('a', topic.title);
  link.href = `${root}${lesson.path.slice(1)}#${topic.id}`;
  heading.append(link);
  item.append(element('p', lesson.title, 'lesson'), heading, element('p', reasonOf(suggestion, t)));
  if (topic.questions) {
    const known = button(t('ready.known'), () => void checkKnown({ item, known, suggestion, t, root, base, marked }));
    item.append(known);
  }
  return item;
}

/** `All it needs is done: Tables, Keys. 4 topics build on it. Must know.` */
export function reasonOf(suggestion: Suggestion, t: Translator): string {
  const { after, outside, opens, depth, begun, stage, before } = suggestion;
  const listed = (titles: string[]) => t.list(titles.slice(0, named));
  return [
    stage === undefined ? '' : t('ready.stage', { stage }),
    before === undefined ? '' : t('ready.before', { topic: before }),
    outside.length > 0
      ? t('ready.outside', { lessons: listed(outside) })
      : after.length > 0
        ? t('ready.after', { topics: listed(after) })
        : begun
          ? ''
          : t('ready.nothing'),
    begun ? t('ready.begun') : '',
    opens.length > 0 ? t('ready.opens', { count: opens.length }) : '',
    `${t(depthNames[depth])}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, text: string, className = '') {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}
