/** One question or card on the screen: it is answered, and then says how well it was known. */
import type { AskedQuestion } from '../questions/asked.ts';
import { showQuestion } from '../questions/answer-question.ts';
import type { Translator } from '../strings/translator.ts';
import { button, element } from '../theme/elements.ts';

export interface CardOptions {
  t: Translator;
  /** Id of the card of the question that is shown in its place. */
  card?: string;
  /** Address of the section that teaches it. */
  section: string;
  /** After how many days each rating would bring it back; none where it is asked again in this sitting anyway. */
  days?: readonly number[];
  /** Called when the page has graded an answer, before the reader goes on. */
  graded(rating: number): void;
  /** Called when the reader goes on. */
  rated(rating: number): void;
}

/** What keys do with what is on the screen. */
export interface ShownCard {
  /** Shows the answer; nothing where it is shown, or has to be given. */
  show(): void;
  /** Rates it, where that rating can be given now. */
  rate(rating: number): void;
}

/** Fills a place with a question. */
export function showCard(place: HTMLElement, asked: AskedQuestion, options: CardOptions): ShownCard {
  const card = options.card === undefined ? undefined : asked.cards?.find(({ id }) => id === options.card);
  return card || asked.type === 'recall' ? recall(place, asked, card, options) : graded(place, asked, options);
}

/** The page grades the answer; who was right says how easy it was. */
function graded(place: HTMLElement, asked: AskedQuestion, options: CardOptions): ShownCard {
  const question = element('div');
  const rates = element('div', { className: 'rates' });
  place.replaceChildren(question, rates);
  let allowed: number[] = [];
  showQuestion(question, asked, {
    t: options.t,
    section: options.section,
    answered({ rating }) {
      options.graded(rating);
      allowed = rating === 1 ? [1] : [2, 3, 4];
      rates.append(...rateButtons(allowed, rating, options));
    },
  });
  return { show: () => undefined, rate: (rating) => void (allowed.includes(rating) && options.rated(rating)) };
}

/** The reader grades the answer. */
function recall(
  place: HTMLElement,
  asked: AskedQuestion,
  card: { front: string; back: string } | undefined,
  options: CardOptions,
): ShownCard {
  const { t, section } = options;
  const front = element('div', { className: 'front' });
  front.innerHTML = card
    ? `<p class="asked">${card.front}</p>`
    : `<p class="asked">${asked.prompt}</p>${asked.more ?? ''}${asked.diagram ?? ''}${asked.code ?? ''}`;
  const back = element('div', { className: 'back', tabIndex: -1 });
  const rates = element('div', { className: 'rates' });
  let isShown = false;
  const show = () => {
    if (isShown) return;
    isShown = true;
    back.innerHTML = `${card ? `<p>${card.back}</p>` : asked.answer}<p class="why">${asked.explanation}</p>`;
    const again = element('p', { className: 'again' });
    again.append(element('a', { href: section, textContent: t('question.section') }));
    back.append(again);
    rates.replaceChildren(...rateButtons([1, 2, 3, 4], 3, options));
    back.focus({ preventScroll: true });
    back.scrollIntoView({ block: 'nearest' });
  };
  rates.append(button(t('question.show'), show, 'button strong'));
  const hint: HTMLElement[] = [];
  if (!card && asked.hint !== undefined) {
    const details = element('details');
    details.innerHTML = `<summary></summary><p>${asked.hint}</p>`;
    details.firstElementChild!.textContent = t('question.hint');
    hint.push(details);
  }
  place.replaceChildren(front, ...hint, back, rates);
  return { show, rate: (rating) => void (isShown && options.rated(rating)) };
}

/** Buttons for ratings, with the number of their key and the days until the next time. */
function rateButtons(ratings: readonly number[], usual: number, { t, days, rated }: CardOptions): HTMLElement[] {
  const group = element('div', { className: 'ratings', role: 'group' });
  const isWrong = ratings.length === 1;
  if (!isWrong) group.ariaLabel = t('review.rate');
  group.append(
    ...ratings.map((rating) => {
      const words = isWrong ? t('review.go-on') : t(`review.rate.${rating as 1}`);
      const made = button(words, () => rated(rating), rating === usual ? 'button strong' : 'button');
      made.dataset.rating = String(rating);
      const count = days?.[rating - 1];
      if (count !== undefined) {
        const span = element('span', { className: 'days' });
        span.textContent = t.number(count, { style: 'unit', unit: 'day', unitDisplay: 'long' });
        made.append(' ', span);
      }
      made.setAttribute('aria-keyshortcuts', String(rating));
      return made;
    }),
  );
  return [group];
}
