/** “I know this already”: two questions of a topic, and who knows both answers is done with it. */
import type { AskedQuestion } from '../questions/asked.ts';
import { loadQuestions } from '../questions/load-questions.ts';
import type { Translator } from '../strings/translator.ts';
import type { Suggestion } from './ready-next.ts';

/** How many questions are asked. */
const asked = 2;

interface Check {
  item: HTMLElement;
  button: HTMLButtonElement;
  suggestion: Suggestion;
  t: Translator;
  root: string;
  base: string;
  /** Called when the topic is about to be marked as done. */
  marked(topic: string): void;
}

/** Asks the questions below a suggestion, one after the other. */
export async function checkKnown({ item, button, suggestion, t, root, base, marked }: Check): Promise<void> {
  const { lesson, topic } = suggestion;
  button.disabled = true;
  let questions: AskedQuestion[];
  try {
    const file = await loadQuestions(root, lesson.slug);
    questions = file.questions.filter((one) => one.topic === topic.id).slice(0, asked);
  } catch {
    button.disabled = false;
    return;
  }
  const place = document.createElement('div');
  place.className = 'known';
  button.replaceWith(place);
  const ask = (index: number): void => {
    const { prompt, more = '', diagram = '', code = '', options = [], answer } = questions[index]!;
    const where = document.createElement('p');
    where.className = 'lesson';
    where.textContent = t('ready.known.question', { number: index + 1, count: questions.length });
    const details = document.createElement('details');
    const choices = options.map(({ html }) => `<li>${html}</li>`).join('');
    const rest = more + diagram + code + (choices && `<ul>${choices}</ul>`);
    details.innerHTML = `<summary>${prompt}</summary>${answer}`;
    const tools = document.createElement('p');
    tools.className = 'tools';
    tools.append(
      tool(t('ready.known.yes'), async () => {
        if (index + 1 < questions.length) return ask(index + 1);
        const { ProgressStore } = await import('../progress/progress-store.ts');
        marked(topic.title);
        await new ProgressStore({ base, root }).mark([{ id: `topic:${suggestion.key}`, state: 'done' }]);
      }),
      tool(t('ready.known.no'), () => {
        place.replaceChildren(t('ready.known.read'));
        item.querySelector('a')!.focus();
      }),
    );
    // Who has not seen the answer cannot tell whether they knew it.
    tools.hidden = true;
    details.addEventListener('toggle', () => (tools.hidden = false), { once: true });
    const shown = document.createElement('div');
    shown.innerHTML = rest;
    place.replaceChildren(where, ...shown.childNodes, details, tools);
    details.querySelector('summary')!.focus();
  };
  ask(0);
}

function tool(words: string, act: () => void | Promise<void>): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words;
  button.addEventListener('click', () => void act());
  return button;
}
