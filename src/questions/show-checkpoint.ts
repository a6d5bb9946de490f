/** Makes the questions of a page answerable, and shows how far the reader is with them. */
import { translator } from '../strings/translator.ts';
import { showQuestion } from './answer-question.ts';
import { loadQuestions } from './load-questions.ts';
import { keepReview, latestRatings } from './kept-answers.ts';

/**
 * @param place a `<check-point>` with the questions of one lesson in it; where their data cannot be loaded it stays as
 * it is, with answers that open
 */
export async function showCheckpoint(place: HTMLElement): Promise<void> {
  const { root, lesson } = place.dataset as { root: string; lesson: string };
  let file;
  try {
    file = await loadQuestions(root, lesson);
  } catch {
    return;
  }
  const t = translator(file.words, document.documentElement.lang);
  const asked = new Map(file.questions.map((question) => [question.id, question]));
  const ratings = new Map<string, number>();
  const shown = [...place.querySelectorAll<HTMLDetailsElement>('details[data-q]')];

  for (const details of shown) {
    const question = asked.get(details.dataset.q!);
    const body = details.querySelector<HTMLElement>('.body');
    if (!question || !body) continue;
    const answerable = document.createElement('div');
    const start = () => {
      if (!details.open || answerable.isConnected) return;
      body.hidden = true;
      details.append(answerable);
      showQuestion(answerable, question, {
        t,
        section: body.querySelector<HTMLAnchorElement>('.again a')!.href,
        isAsked: true,
        answered({ rating }) {
          ratings.set(question.id, rating);
          paint();
          dispatchEvent(new CustomEvent('question-answered', { detail: { lesson, id: question.id, rating } }));
          void keepReview(`question:${lesson}/${question.id}`, rating, question.revision);
        },
      });
    };
    details.addEventListener('toggle', start);
    start();
  }

  const paint = () => {
    for (const details of shown) {
      const rating = ratings.get(details.dataset.q!);
      if (rating === undefined) continue;
      const isRight = rating > 1;
      details.dataset.state = isRight ? 'right' : 'again';
      let state = details.querySelector<HTMLElement>('summary .state');
      if (!state) {
        state = document.createElement('span');
        state.className = 'state';
        details.querySelector('summary .level')!.before(state);
      }
      state.textContent = `${isRight ? '✓' : '↻'} ${t(isRight ? 'question.state.right' : 'question.state.again')}`;
    }
    const line = place.querySelector('.progress');
    const done = file.questions.filter(({ id }) => ratings.has(id)).length;
    if (line) line.textContent = done > 0 ? t('question.progress', { done, count: file.questions.length }) : '';
  };
  const read = async () => {
    for (const [id, rating] of await latestRatings(lesson)) ratings.set(id, rating);
    paint();
  };
  // Another question of the lesson was answered elsewhere in the page.
  addEventListener('question-answered', (event) => {
    const { detail } = event as CustomEvent<{ lesson: string; id: string; rating: number }>;
    if (detail.lesson !== lesson) return;
    ratings.set(detail.id, detail.rating);
    paint();
  });
  await read();
}
