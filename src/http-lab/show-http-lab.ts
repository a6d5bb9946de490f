/** Loaded when a reader wants to send requests: an editor, the server, and both messages as text on the wire. */
import type { HttpModel } from '../http-model/model-schema.ts';
import { HttpServer } from '../http-model/server.ts';
import { isFault, readRequest, reasons, requestText, responseText, type WireFault } from '../http-model/wire.ts';
import { loadOnce, rootsOfSite } from '../site/load-once.ts';
import type { StringEntry } from '../strings/english.ts';
import { translator, type Translator } from '../strings/translator.ts';
import { addStyles } from '../theme/add-styles.ts';
import { button } from '../theme/elements.ts';
import styles from './http-lab.css?inline';

/** Most exchanges that stand in the page. */
const mostShown = 20;
let isStyled = false;
let count = 0;

/**
 * Puts the editor below the recorded exchange, which is folded away.
 *
 * @param opener what opened it
 */
export async function showHttpLab(lab: HTMLElement, opener: HTMLElement): Promise<void> {
  const { root, base } = rootsOfSite();
  let t: Translator;
  let model: HttpModel;
  try {
    const [words, loaded] = await Promise.all([
      loadOnce<Record<string, StringEntry>>(root, 'run-words.json'),
      loadOnce<HttpModel>(base, `http/${lab.dataset.model}.json`),
    ]);
    t = translator(words, document.documentElement.lang);
    model = loaded;
  } catch {
    // Without a network they may not be there; the button tries again.
    return;
  }
  if (!isStyled) addStyles(styles);
  isStyled = true;
  const recorded = element('details', {}, element('summary', inLanguage(), t('http.recorded')));
  recorded.append(...[...lab.children].filter((one) => one !== opener && one.tagName !== 'P'));
  opener.remove();
  lab.append(editor(lab, model, t), recorded);
  lab.querySelector('textarea')!.focus();
}

function editor(lab: HTMLElement, model: HttpModel, t: Translator): HTMLElement {
  count += 1;
  const id = (name: string) => `http-lab-${count}-${name}`;
  const requests = JSON.parse(lab.dataset.requests!) as [name: string, text: string][];
  const wanted = lab.dataset.reach!.split(/\s+/).filter((one) => one !== '');
  const seen = new Set<string>();
  /** What the reader made of each request. */
  const texts = requests.map(([, text]) => text);
  let chosen = 0;
  let server = new HttpServer(model);
  let started = performance.now();

  const field = element('textarea', {
    id: id('text'),
    spellcheck: 'false',
    autocapitalize: 'off',
    autocomplete: 'off',
    'aria-describedby': id('keys'),
    dir: 'ltr',
  });
  const say = (status: HTMLElement, text: string) => {
    // What stands there already is said again.
    status.textContent = '';
    requestAnimationFrame(() => (status.textContent = text));
  };
  const status = element('p', { class: 'lab-status', role: 'status' });
  const exchanges = element('ol', { class: 'lab-exchanges', reversed: '', 'aria-label': t('http.exchanges') });
  const goals = element('ul', { class: 'lab-goals' });
  const showGoals = () =>
    goals.replaceChildren(
      ...wanted.map((one) =>
        element(
          'li',
          { 'data-seen': String(seen.has(one)) },
          t(seen.has(one) ? 'http.goal.seen' : 'http.goal.open', { status: apart(statusLine(one)) }),
        ),
      ),
    );
  const fill = (text: string) => {
    field.value = text;
    field.rows = Math.max(5, text.split('\n').length + 1);
  };

  const send = () => {
    const request = readRequest(field.value, model.host);
    if (isFault(request)) {
      field.setAttribute('aria-invalid', 'true');
      return say(status, faultText(request, t));
    }
    field.removeAttribute('aria-invalid');
    const response = server.answer(request, (performance.now() - started) / 1000);
    const code = String(response.status);
    const before = wanted.filter((one) => !seen.has(one)).length;
    seen.add(code);
    const left = wanted.filter((one) => !seen.has(one)).length;
    exchanges.prepend(
      element(
        'li',
        {},
        message(t('http.sent'), requestText(request)),
        message(t('http.answer'), responseText(response)),
      ),
    );
    exchanges.children[mostShown]?.remove();
    showGoals();
    const news = before === left ? '' : left === 0 ? t('http.reached') : t('http.left', { count: left });
    return say(
      status,
      [t('http.answered', { status: apart(statusLine(code)) }), news].filter((one) => one !== '').join(' '),
    );
  };

  field.addEventListener('input', () => (texts[chosen] = field.value));
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  });
  const choice = element(
    'select',
    { id: id('choice') },
    ...requests.map(([name], index) =>
      element('option', { value: String(index) }, name || t('http.numbered', { number: index + 1 })),
    ),
  );
  choice.addEventListener('change', () => {
    chosen = Number(choice.value);
    fill(texts[chosen]!);
  });
  const afresh = () => {
    server = new HttpServer(model);
    started = performance.now();
    seen.clear();
    exchanges.replaceChildren();
    for (const [index, [, text]] of requests.entries()) texts[index] = text;
    fill(texts[chosen]!);
    showGoals();
    say(status, t('http.afresh.done'));
  };
  fill(texts[0]!);
  showGoals();
  return element(
    'div',
    { ...inLanguage(), class: 'lab', role: 'group', 'aria-label': lab.dataset.title! },
    ...(wanted.length > 0 ? [goals] : []),
    ...(requests.length > 1
      ? [element('p', {}, element('label', { for: id('choice') }, t('http.choice')), choice)]
      : []),
    element('label', { for: id('text') }, t('http.request')),
    field,
    element('p', { id: id('keys'), class: 'lab-keys' }, t('http.keys')),
    element('p', { class: 'lab-tools' }, button(t('http.send'), send), button(t('http.afresh'), afresh)),
    status,
    exchanges,
  );
}

function faultText({ line, fault, text }: WireFault, t: Translator): string {
  return t(`http.fault.${fault}`, { line, text: text === '' ? t('http.fault.nothing') : text });
}

const statusLine = (code: string): string => `${code} ${reasons[Number(code)] ?? ''}`.trim();

/** Words of the interface within a text that may be in another language. */
const inLanguage = () => ({ lang: document.documentElement.lang, dir: document.documentElement.dir || 'ltr' });

/** English within a sentence that runs from right to left. */
const apart = (text: string): string => (document.documentElement.dir === 'rtl' ? `\u2066${text}\u2069` : text);

/** A message that can be reached and scrolled by keyboard. */
function message(name: string, text: string): HTMLElement {
  return element(
    'figure',
    {},
    element('figcaption', {}, name),
    element('pre', { tabindex: '0', role: 'region', 'aria-label': name, dir: 'ltr', lang: 'en' }, text),
  );
}

function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
