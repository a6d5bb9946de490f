/**
 * Lets a page follow the chosen track by its guide (`/tracks/<slug>.json`): stages in the sidebar instead of all phases,
 * the place in the head of the lesson and in the header, previous and next along the track. Without a choice it puts
 * everything back.
 */
import { chooseTrack, chosenTrack } from './chosen-track.ts';
import { currentStep, placeLinks, stepsOf, type PlacedStep, type PlaceLink } from './place-in-track.ts';
import type { GuideStage, TrackGuide } from './track-guide.ts';

/** Puts the page back as it was. */
let undo: (() => void)[] = [];
let isListening = false;

/** Shows the choice on this page: what is kept of its guide at once, and what is new when it has come. */
export async function followTrack(): Promise<void> {
  const root = document.querySelector<HTMLElement>('site-search')!.dataset.root!;
  const slug = chosenTrack();
  listen();
  const address = `${root}tracks/${slug}.json`;
  const kept = slug && recall(`guide ${address}`);
  show(slug, kept ? (JSON.parse(kept) as TrackGuide) : undefined);
  if (!slug) return;
  const answer = await fetch(address).catch(() => undefined);
  // Without a network what is kept still holds; a track that is gone is followed no longer.
  if (!answer?.ok) return answer?.status === 404 && slug === chosenTrack() ? chooseTrack(undefined) : undefined;
  const fresh = await answer.text();
  if (fresh === kept || slug !== chosenTrack()) return;
  remember(`guide ${address}`, fresh);
  show(slug, JSON.parse(fresh) as TrackGuide);
}

function show(slug: string | undefined, guide: TrackGuide | undefined): void {
  for (const one of undo.reverse()) one();
  undo = [];
  for (const place of document.querySelectorAll<HTMLElement>('[data-follow]')) {
    const isFollowed = place.dataset.follow === slug;
    place.hidden = false;
    place.toggleAttribute('data-following', isFollowed);
    if (isFollowed && guide) place.querySelector('a')!.href = lastOf(stepsOf(guide)).href;
  }
  if (!guide) return;
  const steps = stepsOf(guide);
  const lesson = document.querySelector<HTMLElement>('.lesson-header')?.dataset.lesson;
  const step = currentStep(steps, lesson, last());
  if (step) remember(stepKey(), String(step.index));
  showInSidebar(guide, steps, step);
  showPlace(steps, step, lesson !== undefined);
  if (step) showNeighbors(steps, step);
  dispatchEvent(new Event('roadmap:followed'));
}

/** Replaces the groups of the sidebar that hold nothing but lessons by the stages. */
function showInSidebar(guide: TrackGuide, steps: readonly PlacedStep[], step: PlacedStep | undefined): void {
  const menu = document.querySelector<HTMLElement>('#starlight__sidebar')!;
  const groups = [...menu.querySelectorAll<HTMLElement>('ul.top-level > li')].filter((group) => {
    const links = [...group.querySelectorAll('a')];
    return links.length > 0 && links.every((link) => link.dataset.lesson);
  });
  const [first] = groups;
  if (!first) return;
  const make = (title: string, members: readonly PlacedStep[], named: (one: PlacedStep) => string) => {
    const group = first.cloneNode(true) as HTMLElement;
    group.querySelector('.large')!.textContent = title;
    group.querySelector('sl-sidebar-restore')?.remove();
    group.querySelector('details')!.open = members.some(({ index }) => index === step?.index);
    const list = group.querySelector('ul')!;
    const sample = list.querySelector('li')!;
    list.replaceChildren(
      ...members.map((one) => {
        const item = sample.cloneNode(true) as HTMLElement;
        const link = item.querySelector('a')!;
        link.href = one.href;
        link.dataset.lesson = one.lesson;
        link.dataset.step = String(one.index);
        link.querySelector('span')!.textContent = named(one);
        for (const name of ['aria-current', 'data-here']) link.removeAttribute(name);
        if (one.index === step?.index) {
          link.ariaCurrent = 'page';
          link.dataset.here = '';
        }
        return item;
      }),
    );
    return group;
  };
  const inStage = (stage: GuideStage) => steps.filter((one) => one.stage === stage);
  // Stages of one lesson each need no groups of their own.
  const made = guide.stages.every((stage) => stage.steps.length === 1)
    ? [make(guide.label, steps, ({ stage }) => stage.title)]
    : guide.stages.map((stage) => make(stage.title, inStage(stage), ({ title }) => title));
  if (made.length === 1) made[0]!.querySelector('details')!.open = true;
  first.before(...made);
  for (const group of groups) group.hidden = true;
  undo.push(() => {
    for (const group of made) group.remove();
    for (const group of groups) group.hidden = false;
  });
  menu.dispatchEvent(new Event('roadmap:shown'));
}

/**
 * Says the place and what is next, in the head of a lesson, in the header and in the menu; on other pages, how to go on.
 * The head of a lesson that the track does not lead to keeps its own words before that.
 */
function showPlace(steps: readonly PlacedStep[], step: PlacedStep | undefined, isLesson: boolean): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-track-place]')) {
    const before = [...place.childNodes];
    const links = placeLinks(place.dataset.trackPlace, steps, step, lastOf(steps), isLesson).map(linkTo);
    if (step) place.replaceChildren(...links);
    else place.append(...links);
    place.hidden = false;
    place.classList.toggle('followed', step !== undefined);
    undo.push(() => {
      place.replaceChildren(...before);
      place.hidden = before.length === 0;
      place.classList.remove('followed');
    });
  }
}

/** Lets the links to neighbors lead along the track. */
function showNeighbors(steps: readonly PlacedStep[], { index }: PlacedStep): void {
  for (const [rel, neighbor] of [
    ['prev', steps[index - 1]],
    ['next', steps[index + 1]],
  ] as const) {
    const link = document.querySelector<HTMLAnchorElement>(`.pagination-links [rel=${rel}]`);
    if (!link) continue;
    const title = link.querySelector('.link-title')!;
    const [href, text, isHidden] = [link.href, title.textContent, link.hidden];
    undo.push(() => {
      link.href = href;
      title.textContent = text;
      link.hidden = isHidden;
      delete link.dataset.step;
    });
    link.hidden = !neighbor;
    if (!neighbor) continue;
    link.href = neighbor.href;
    link.dataset.step = String(neighbor.index);
    title.textContent = neighbor.label;
  }
}

function linkTo({ href, text, step }: PlaceLink): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  if (step !== undefined) link.dataset.step = String(step);
  return link;
}

/** Buttons that choose, and links along the track that tell where the reader goes. */
function listen(): void {
  if (isListening) return;
  isListening = true;
  document.addEventListener('click', ({ target }) => {
    const element = target as Element;
    const step = element.closest<HTMLElement>('a[data-step]')?.dataset.step;
    if (step) remember(stepKey(), step);
    const button = element.closest('[data-follow] button');
    if (!button) return;
    const place = button.closest<HTMLElement>('[data-follow]')!;
    const isStop = button.matches('[data-stop]');
    place.toggleAttribute('data-following', !isStop);
    chooseTrack(isStop ? undefined : place.dataset.follow);
    // The pressed button is gone; its counterpart takes the focus.
    place.querySelector<HTMLElement>(isStop ? ':scope > button' : '[data-stop]')!.focus();
  });
}

/** Where the reader was last, in the chosen track. */
const stepKey = () => `step ${chosenTrack()}`;
const last = (): number | undefined => {
  const kept = recall(stepKey());
  return kept ? Number(kept) : undefined;
};
const lastOf = (steps: readonly PlacedStep[]): PlacedStep => steps[last() ?? 0] ?? steps[0]!;

const keyOf = (name: string) => `roadmap:track:${import.meta.env.BASE_URL}:${name}`;
function recall(name: string): string | undefined {
  try {
    return localStorage.getItem(keyOf(name)) ?? undefined;
  } catch {
    return undefined;
  }
}
function remember(name: string, value: string): void {
  try {
    localStorage.setItem(keyOf(name), value);
  } catch {
    // Storage is refused or full: the page still follows, from its guide each time.
  }
}
