/** “I know this already”: two questions of a topic, and who knows both answers is done with it. */
import type { AskedQuestion } from '../questions/asked.ts';
import { loadQuestions } from '../questions/load-questions.ts';
import type { Translator } from '../strings/translator.ts';
import { button } from '../theme/elements.ts';
import type { Suggestion } from './ready-next.ts';

/** How many questions are asked. */
const asked = 2;

interface Check {
  item: HTMLElement;
  known: HTMLButtonElement;
  suggestion: Suggestion;
  t: Translator;
  root: string;
  base: string;
  /** Called when the topic is about to be marked as done. */
  marked(topic: string): void;
}

/** Asks the questions below a suggestion, one after the other. */
export async function checkKnown({ item, known, suggestion, t, root, base, marked }: Check): Promise<void> {
  const { lesson, topic } = suggestion;
  known.disabled = true;
  let questions: AskedQuestion[];
  try {
    const file = await loadQuestions(root, lesson.slug);
    questions = file.questions.filter((one) => one.topic === topic.id).slice(0, asked);
  } catch {
    known.disabled = false;
    return;
  }
  const place = document.createElement('div');
  place.className = 'known';
  known.replaceWith(place);
  const markKnown = async () => {
    const { ProgressStore } = await import('../progress/progress-store.ts');
    marked(topic.title);
    await new ProgressStore({ base, root }).mark([{ id: `topic:${suggestion.key}`, state: 'done' }]);
  };
  const ask = (index: number): void => {
    const { prompt, more = '', diagram = '', code = '', options = [], answer } = questions[index]!;
    const where = document.createElement('p');
    where.className = 'lesson';
    where.textContent = t('ready.known.question', { number: index + 1, count: questions.length });
    const details = document.createElement('details');
    const choices = options.map(({ html }) => `<li>${html}</li>`).join('');
    details.innerHTML = `<summary></summary>${answer}`;
    details.firstElementChild!.textContent = t('ready.known.show');
    const tools = document.createElement('p');
    tools.className = 'tools';
    tools.append(
      button(t('ready.known.yes'), () => (index + 1 < questions.length ? ask(index + 1) : void markKnown())),
      button(t('ready.known.no'), () => {
        place.replaceChildren(t('ready.known.read'));
        item.querySelector('a')!.focus();
      }),
    );
    // Who has not seen the answer cannot tell whether they knew it.
    tools.hidden = true;
    details.addEventListener('toggle', () => (tools.hidden = false), { once: true });
    const shown = document.createElement('div');
    shown.innerHTML = `<p class="asked">${prompt}</p>${more}${diagram}${code}${choices && `<ul>${choices}</ul>`}`;
    place.replaceChildren(where, ...shown.childNodes, details, tools);
    details.querySelector('summary')!.focus();
  };
  ask(0);
}
