/** Loaded when somebody tries an exercise: an editor below the task, the check, hints and the solution. */
import type { WantedResult } from '../curriculum/exercises/exercise.ts';
import type { Row } from '../exercises/compare-rows.ts';
import type { ExercisesFile, TriedExercise } from '../exercises/exercises-file.ts';
import { judgeSql, judgeTests, type SqlVerdict, type TestsVerdict } from '../exercises/judge.ts';
import { testsCode } from '../exercises/tests-code.ts';
import type { ResultTable, RunResult } from '../runtimes/runtime.ts';
import type { Translator } from '../strings/translator.ts';
import { addStyles } from '../theme/add-styles.ts';
import { button, element, paragraph } from '../theme/elements.ts';
import { codeEditor, type CodeEditor } from './code-editor.ts';
import panelStyles from './exercise-panel.css?inline';
import { keepButton } from './keep-button.ts';
import { keepCode, keepSolved, keptCode, longestKept } from './kept-code.ts';
import styles from './run-panel.css?inline';
import { errorPart, resultParts, tableOf } from './run-result.ts';
import { rememberRuntime, RunStatus } from './run-status.ts';
import { runtimeSession, type RuntimeSession } from './runtime-session.ts';

addStyles(styles);
addStyles(panelStyles);

export interface ExercisePanelOptions {
  /** Where the task stands. */
  place: HTMLElement;
  /** `joins/customers-without-orders` */
  name: string;
  file: ExercisesFile;
  base: string;
  t: Translator;
}

/** What a check found. */
interface Found {
  isRight: boolean;
  /** Said aloud. */
  words: string;
  parts: Node[];
  /** Line of the code that is to be marked. */
  line?: number | undefined;
}

/** The session of SQL in which exercises run: each check starts it anew, and no other code of the page meets it. */
const sqlSession = 'exercise';

export class ExercisePanel {
  readonly #options: ExercisePanelOptions;
  readonly #exercise: TriedExercise;
  readonly #session: RuntimeSession;
  readonly #runtime: string;
  readonly #editor: CodeEditor;
  readonly #status: RunStatus;
  readonly #tools = element('p', { className: 'run-tools' });
  readonly #result = element('div', { className: 'run-result' });
  readonly #help = element('div', { className: 'exercise-help' });
  #hints = 0;
  #isRunning = false;

  constructor(options: ExercisePanelOptions) {
    const { file, name, base, t } = options;
    const [lesson, id] = name.split('/') as [string, string];
    this.#options = { ...options, name: `${lesson}/${id}` };
    this.#exercise = file.exercises[id]!;
    const { runtime, title, start } = this.#exercise;
    this.#runtime = t(`run.runtime.${runtime}`);
    this.#session = runtimeSession(runtime, file, base, runtime === 'sql' ? sqlSession : '');
    this.#status = new RunStatus(this.#runtime, t);
    this.#editor = codeEditor(start, t('exercise.editor', { title }), t('run.keys'), () => void this.check());
    for (const part of [this.#result, this.#help]) part.setAttribute('aria-live', 'polite');
  }

  /** Shows what the reader left, and lets them write. */
  async open(): Promise<void> {
    const { place, t } = this.#options;
    // What they left comes before the field, so that it never takes the place of what they type.
    const own = await keptCode(this.#block).catch(() => undefined);
    if (own !== undefined) this.#write(own);
    await this.#offer();
    const panel = element('div', { className: 'run-panel not-content' });
    panel.append(this.#tools, this.#status.line, this.#status.bar, this.#result, this.#help);
    place.querySelector<HTMLElement>(':scope > .tools')!.hidden = true;
    place.append(wantedPart(this.#exercise, t), this.#editor.element, panel);
    this.focus();
  }

  focus(): void {
    this.#editor.field.focus();
  }

  /** Runs what stands there, and says what is right and wrong about it. */
  async check(): Promise<void> {
    const { t } = this.#options;
    if (this.#isRunning) return;
    if (this.#status.warns(this.#session))
      return this.#tools.replaceChildren(button(t('run.anyway'), () => void this.check()));
    this.#isRunning = true;
    this.#editor.mark();
    const code = this.#editor.field.value;
    this.#tools.replaceChildren(button(t('run.stop'), () => this.#session.end()));
    try {
      const found = this.#exercise.runtime === 'sql' ? await this.#checkSql(code) : await this.#checkTests(code);
      rememberRuntime(this.#exercise.runtime);
      this.#editor.mark(found.line);
      const isStart = !found.isRight && code.trim() === this.#exercise.start.trim();
      this.#status.say(isStart ? t('exercise.wrong.start') : found.words);
      this.#status.line.dataset.right = String(found.isRight);
      this.#result.replaceChildren(...found.parts);
      if (found.isRight) {
        this.#result.append(html('p', this.#exercise.explanation));
        await this.#solve();
      }
    } catch (error) {
      this.#result.replaceChildren();
      delete this.#status.line.dataset.right;
      this.#status.fail(error);
    } finally {
      this.#isRunning = false;
      this.#status.bar.hidden = true;
    }
    await this.#offer();
    await this.#keep(code);
  }

  /** Marks it as done, where progress is kept, and says so beside the title at once: without a network the mark waits. */
  async #solve(): Promise<void> {
    const { place, name } = this.#options;
    const badge = place.querySelector<HTMLElement>('.solved');
    if (!badge || badge.dataset.done === '1') return;
    await keepSolved(`exercise:${name}`);
    badge.textContent = badge.dataset.of!;
    badge.dataset.done = '1';
  }

  /** Name under which the code is kept. */
  get #block(): string {
    return this.#options.name.replace('/', '#');
  }

  #write(code: string): void {
    this.#editor.field.value = code;
    this.#editor.field.setSelectionRange(0, 0);
    this.#editor.mark();
  }

  async #checkSql(code: string): Promise<Found> {
    const { t, file } = this.#options;
    const { result: wanted, setup } = this.#exercise;
    const session = this.#session;
    const show = this.#status.show.bind(this.#status);
    // What an earlier try left behind must not count. What cannot be brought back is started again.
    await session.reset(show).catch(() => session.end());
    const block = { code, session: sqlSession, setup, own: [] };
    const { result, output } = await session.run(block, code, file.texts, show);
    const asked =
      wanted!.query !== undefined && !result.error
        ? (await session.run({ ...block, setup: [] }, wanted!.query, file.texts, show)).result
        : undefined;
    const verdict = judgeSql(wanted!, result, asked);
    return sqlFound(verdict, { wanted: wanted!, code, ran: result, output, title: this.#exercise.title }, t);
  }

  async #checkTests(code: string): Promise<Found> {
    const { t, file } = this.#options;
    const { tests, setup, runtime } = this.#exercise;
    const texts = { ...file.texts, tests: testsCode(runtime as 'python', tests!) };
    const block = { code, setup, own: [], rest: ['tests'] };
    const { result, output } = await this.#session.run(block, code, texts, this.#status.show.bind(this.#status));
    return testsFound(judgeTests(tests!, result, output), this.#exercise, { code, ran: result }, t);
  }

  /** The tools for what stands there. */
  async #offer(): Promise<void> {
    const { t, base } = this.#options;
    const { hints } = this.#exercise;
    const had = this.#tools.contains(document.activeElement) || document.activeElement === document.body;
    const check = button(t('exercise.check'), () => void this.check(), 'button strong');
    const tools = [check];
    if (this.#hints < hints.length)
      tools.push(
        button(t(this.#hints === 0 ? 'exercise.hint.show' : 'exercise.hint.next'), () => void this.#showHint()),
      );
    if (!this.#help.querySelector('.exercise-solution'))
      tools.push(button(t('exercise.solution.show'), () => void this.#showSolution()));
    tools.push(button(t('exercise.again'), () => void this.#again()));
    this.#tools.replaceChildren(...tools);
    // What was pressed is gone: the keyboard goes on from the first tool.
    if (had) check.focus();
    const keep = await keepButton(this.#session, base, this.#runtime, t, (words) => this.#status.say(words));
    if (keep) this.#tools.append(keep);
  }

  async #showHint(): Promise<void> {
    const { t } = this.#options;
    const { hints } = this.#exercise;
    this.#hints += 1;
    const hint = element('p', { className: 'exercise-hint' });
    const name = t('exercise.hint', { number: this.#hints, count: hints.length });
    hint.append(element('b', { textContent: `${name}: ` }), html('span', hints[this.#hints - 1]!));
    const solution = this.#help.querySelector('.exercise-solution');
    if (solution) solution.before(hint);
    else this.#help.append(hint);
    await this.#offer();
  }

  async #showSolution(): Promise<void> {
    const { t } = this.#options;
    const part = element('div', { className: 'exercise-solution' });
    part.append(
      element('b', { textContent: t('exercise.solution') }),
      codePart(this.#exercise.solution, t('exercise.solution')),
      html('p', this.#exercise.explanation),
    );
    this.#help.append(part);
    await this.#offer();
  }

  async #again(): Promise<void> {
    const { t } = this.#options;
    this.#write(this.#exercise.start);
    this.#result.replaceChildren();
    this.#help.replaceChildren();
    this.#hints = 0;
    delete this.#status.line.dataset.right;
    this.#status.say(t('exercise.again.done'));
    await this.#keep(this.#exercise.start);
    await this.#offer();
    this.focus();
  }

  async #keep(code: string): Promise<void> {
    const { t } = this.#options;
    const isOwn = code !== this.#exercise.start;
    const kept = await keepCode(this.#block, isOwn ? code : undefined).catch(() => false);
    const words = kept ? t('run.kept') : code.length > longestKept ? t('run.kept.long') : '';
    this.#editor.note.textContent = isOwn ? words : '';
  }
}

/** What is expected, before anything was tried: a table, an error, or tests. */
function wantedPart({ result, tests }: TriedExercise, t: Translator): HTMLElement {
  const part = element('details', { className: 'exercise-wanted', open: result === undefined });
  part.append(element('summary', { textContent: t(tests ? 'exercise.tests' : 'exercise.expected') }));
  if (tests) {
    const list = element('ul');
    list.append(
      ...tests.map((test) => {
        const item = element('li');
        item.append(...testWords(test, t));
        return item;
      }),
    );
    part.append(list);
  }
  if (result?.query !== undefined) part.append(codePart(result.query, t('exercise.expected.asked'), true));
  if (result?.error !== undefined) part.append(paragraph(t('exercise.expected.error', { code: result.error })));
  if (result?.rows) part.append(rowsTable(result, result.rows, t('exercise.expected'), t));
  return part;
}

function codePart(code: string, name: string, isNamed = false): HTMLElement {
  const pre = element('pre', { textContent: code.trimEnd(), tabIndex: 0, dir: 'ltr' });
  pre.setAttribute('role', 'group');
  pre.ariaLabel = name;
  if (!isNamed) return pre;
  const part = element('div');
  part.append(paragraph(`${name}:`), pre);
  return part;
}

/** `total([])` gives `0`, with code as code. */
function testWords(test: NonNullable<TriedExercise['tests']>[number], t: Translator): Node[] {
  const code = (text: string) => element('code', { textContent: text, dir: 'ltr' });
  const [call, value] = [code(test.call), code(test.is ?? test.raises ?? '')];
  const said =
    test.is === undefined
      ? t('exercise.test.raises', { call: '\u0000', error: '\u0001' })
      : t('exercise.test.is', { call: '\u0000', value: '\u0001' });
  return said
    .split(/([\u0000\u0001])/)
    .filter(Boolean)
    .map((part) => (part === '\u0000' ? call : part === '\u0001' ? value : document.createTextNode(part)));
}

const rowsTable = (
  { columns }: Pick<WantedResult, 'columns'>,
  rows: readonly Row[],
  name: string,
  t: Translator,
): HTMLElement => {
  const width = columns?.length ?? rows[0]?.length ?? 0;
  const table: Omit<ResultTable, 'from' | 'to'> = {
    columns: columns ?? Array.from({ length: width }, () => ''),
    rows: rows.map((row) => [...row]),
    count: rows.length,
    numbers: [],
  };
  return tableOf(table, name, t);
};

interface SqlRan {
  wanted: WantedResult;
  code: string;
  ran: RunResult;
  output: string;
  title: string;
}

function sqlFound(verdict: SqlVerdict, { wanted, code, ran, output, title }: SqlRan, t: Translator): Found {
  const own = resultParts(ran, output, title, t);
  if (verdict.kind === 'right') return { isRight: true, words: t('exercise.right'), parts: own };
  const found = (words: string, parts: Node[] = own, line?: number): Found => ({
    isRight: false,
    words: `${t('exercise.wrong')} ${words}`.trim(),
    parts,
    line,
  });
  const seconds = Math.round(ran.milliseconds / 1000);
  switch (verdict.kind) {
    case 'error':
      return verdict.asked
        ? found(t('exercise.error.asked'), [...own, errorPart(verdict.error, wanted.query!, seconds, t)])
        : found(
            '',
            [errorPart(verdict.error, code, seconds, t)],
            verdict.error.inSetup ? undefined : verdict.error.line,
          );
    case 'no-error':
      return found(t('exercise.error.none', { code: verdict.wanted }));
    case 'other-error':
      return found(t('exercise.error.other', { code: verdict.wanted }), [
        errorPart(verdict.error, wanted.query ?? code, seconds, t),
      ]);
    case 'no-table':
      return found(t('exercise.rows.none'));
    case 'columns':
      return found(t('exercise.rows.columns', { count: verdict.wanted, got: verdict.got }));
    case 'names':
      return found(t('exercise.rows.names', { got: t.list(verdict.got), wanted: t.list(verdict.wanted) }));
    case 'order':
      return found(t('exercise.rows.order'));
    case 'rows': {
      const parts: Node[] = [];
      const add = (rows: readonly Row[], key: 'exercise.rows.missing' | 'exercise.rows.extra') => {
        if (rows.length === 0) return;
        const words = t(key, { count: rows.length });
        parts.push(paragraph(words), rowsTable(wanted, rows, words, t));
      };
      add(verdict.missing, 'exercise.rows.missing');
      add(verdict.extra, 'exercise.rows.extra');
      return found('', parts);
    }
  }
}

function testsFound(
  { isRight, error, outcomes, printed }: TestsVerdict,
  { tests = [], title }: TriedExercise,
  { code, ran }: { code: string; ran: RunResult },
  t: Translator,
): Found {
  const list = element('ul', { className: 'exercise-tests' });
  list.append(
    ...tests.map((test, index) => {
      const outcome = outcomes[index];
      const item = element('li');
      item.dataset.state = outcome ? (outcome.isRight ? 'passed' : 'failed') : 'unreached';
      const sign = outcome ? (outcome.isRight ? '✓ ' : '✗ ') : '· ';
      const state = t(
        outcome ? (outcome.isRight ? 'exercise.test.passed' : 'exercise.test.failed') : 'exercise.test.unreached',
      );
      item.append(
        element('span', { textContent: sign, ariaHidden: 'true' }),
        element('span', { className: 'sr-only', textContent: `${state}: ` }),
        ...testWords(test, t),
      );
      if (!outcome) item.append(` (${state})`);
      else if (!outcome.isRight) {
        const isError = outcome.error !== undefined;
        const [before, after] = isError
          ? t.around('exercise.test.error', 'error')
          : t.around('exercise.test.got', 'value');
        const value = element('code', { textContent: outcome.error ?? outcome.got ?? '', dir: 'ltr' });
        item.append(element('br'), before, value, after);
      }
      return item;
    }),
  );
  const done = outcomes.filter((one) => one.isRight).length;
  const passed = t('exercise.tests.passed', { done, count: tests.length });
  const parts: Node[] = resultParts({ ...ran, tables: [] }, printed, title, t);
  if (error) parts.push(errorPart(error, code, Math.round(ran.milliseconds / 1000), t));
  // What did not run says nothing of single tests.
  if (!error || outcomes.length > 0 || error.limit) parts.unshift(list);
  return {
    isRight,
    words: isRight
      ? `${t('exercise.right')} ${passed}`
      : `${t('exercise.wrong')} ${error && outcomes.length === 0 ? '' : passed}`.trim(),
    parts,
    line: error?.inSetup ? undefined : error?.line,
  };
}

/** An element with HTML that the build made. */
function html(name: 'p' | 'span', text: string): HTMLElement {
  const made = element(name);
  made.innerHTML = text;
  return made;
}
