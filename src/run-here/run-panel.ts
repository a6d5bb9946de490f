/** What stands below a block that was run: what it printed, and what can be done with it. */
import { addStyles } from '../theme/add-styles.ts';
import { button, element, paragraph } from '../theme/elements.ts';
import type { Translator } from '../strings/translator.ts';
import { codeEditor, type CodeEditor } from './code-editor.ts';
import { keepCode, keptCode, longestKept } from './kept-code.ts';
import { keepButton } from './keep-button.ts';
import { errorPart, resultParts } from './run-result.ts';
import styles from './run-panel.css?inline';
import { rememberRuntime, RunStatus } from './run-status.ts';
import { runtimeSession, type RuntimeSession } from './runtime-session.ts';
import type { RunBlock, RunsFile } from '../curriculum/runs/runs.ts';

addStyles(styles);

export interface RunPanelOptions {
  button: HTMLElement;
  figure: HTMLElement;
  /** What its fence names. */
  name: string;
  file: RunsFile;
  base: string;
  t: Translator;
}

export class RunPanel {
  #options: RunPanelOptions;
  #block: RunBlock;
  #session: RuntimeSession;
  #title: string;
  #runtime: string;
  #editor?: CodeEditor;
  #element = element('div', { className: 'run-panel not-content' });
  #status: RunStatus;
  #result = element('div', { className: 'run-result' });
  #tools = element('p', { className: 'run-tools' });
  #isRunning = false;

  constructor(options: RunPanelOptions) {
    const { file, name, base, t, figure } = options;
    this.#options = options;
    this.#block = file.blocks[name]!;
    this.#session = runtimeSession(this.#block.runtime, file, base);
    this.#title = figure.querySelector('.title')?.textContent ?? name;
    this.#runtime = t(`run.runtime.${this.#block.runtime}`);
    this.#status = new RunStatus(this.#runtime, t);
    this.#element.append(this.#status.line, this.#status.bar, this.#result, this.#tools);
    figure.append(this.#element);
  }

  /** Runs the block as the reader left it. */
  async runFirst(): Promise<void> {
    const own = await keptCode(this.#options.name).catch(() => undefined);
    if (own !== undefined && own !== this.#block.code) this.#edit(own);
    await this.run();
  }

  /** Runs what stands there now. */
  async run(): Promise<void> {
    const { t, file, name } = this.#options;
    if (this.#isRunning) return;
    if (this.#status.warns(this.#session))
      return this.#tools.replaceChildren(button(t('run.anyway'), () => void this.run()));
    this.#isRunning = true;
    this.#editor?.mark();
    const code = this.#code();
    this.#tools.replaceChildren(button(t('run.stop'), () => this.#session.end()));
    try {
      const { result, output, wasUsed } = await this.#session.run(this.#block, code, file.texts, (progress) =>
        this.#status.show(progress),
      );
      rememberRuntime(this.#block.runtime);
      const parts = resultParts(result, output, this.#title, t);
      const { recorded } = this.#block;
      const { isSame } = await import('./run-compare.ts');
      const same = recorded && !result.error?.inSetup && isSame(recorded, output);
      const time = t.number(Math.round(result.milliseconds), { style: 'unit', unit: 'millisecond' });
      this.#status.say(same ? t('run.done.same', { time }) : t('run.done', { time }));
      if (result.error) {
        parts.push(errorPart(result.error, code, Math.round(result.milliseconds / 1000), t));
        this.#editor?.mark(result.error.inSetup ? undefined : result.error.line);
      } else if (parts.length === 0) parts.push(paragraph(t('run.empty'), 'run-note'));
      this.#result.replaceChildren(...parts);
      this.#element.dataset.same = String(same ?? '');
      if (same === false && code === this.#block.code)
        this.#result.append(paragraph(t(wasUsed ? 'run.differs.used' : 'run.differs'), 'run-note'));
      await this.#offer(recorded && same === false ? () => this.#compare(output) : undefined);
    } catch (error) {
      this.#result.replaceChildren();
      this.#status.fail(error);
      await this.#offer();
    } finally {
      this.#isRunning = false;
      this.#status.bar.hidden = true;
    }
    if (code !== this.#block.code || this.#editor) {
      const kept = await keepCode(name, code === this.#block.code ? undefined : code).catch(() => false);
      this.#note(
        code === this.#block.code ? '' : kept ? t('run.kept') : code.length > longestKept ? t('run.kept.long') : '',
      );
    }
  }

  #code(): string {
    return this.#editor?.field.value ?? this.#block.code;
  }

  #note(words: string): void {
    if (this.#editor) this.#editor.note.textContent = words;
  }

  /** The tools for what stands there. @param compare shows the difference to what is recorded */
  async #offer(compare?: () => void): Promise<void> {
    const { t, base } = this.#options;
    const tools = [button(t('run.again'), () => void this.run(), 'button strong')];
    if (compare) tools.push(button(t('run.compare'), compare));
    if (this.#editor) {
      tools.push(
        button(t('run.back'), () => void this.#changeBack()),
        button(t('code.copy'), ({ currentTarget }) => void copy(this.#code(), currentTarget as HTMLElement, t)),
      );
    } else
      tools.push(
        button(t('run.change'), () => {
          this.#edit(this.#block.code);
          this.#editor!.field.focus();
          void this.#offer(compare);
        }),
      );
    tools.push(button(t('run.afresh'), () => void this.#afresh()));
    this.#tools.replaceChildren(...tools);
    const keep = await keepButton(this.#session, base, this.#runtime, t, (words) => this.#status.say(words));
    if (keep) this.#tools.append(keep);
  }

  #edit(text: string): void {
    const { t, figure } = this.#options;
    const label = t('run.editor', { title: this.#title });
    this.#editor = codeEditor(text, label, t('run.keys'), () => void this.run());
    figure.querySelector(':scope > pre')!.toggleAttribute('hidden', true);
    this.#element.before(this.#editor.element);
  }

  async #changeBack(): Promise<void> {
    const { figure, name } = this.#options;
    this.#editor?.element.remove();
    this.#editor = undefined;
    figure.querySelector(':scope > pre')!.toggleAttribute('hidden', false);
    await keepCode(name, undefined).catch(() => false);
    await this.#offer();
    this.#tools.querySelector('button')?.focus();
  }

  #compare = async (output: string): Promise<void> => {
    const { difference } = await import('./run-compare.ts');
    const known = this.#result.querySelector('.run-compared');
    const shown = difference(this.#block.recorded!, output, this.#options.t);
    shown.className = 'run-compared';
    if (known) known.replaceWith(shown);
    else this.#result.append(shown);
    shown.querySelector<HTMLElement>('pre')!.focus();
  };

  async #afresh(): Promise<void> {
    const { t } = this.#options;
    this.#result.replaceChildren();
    try {
      await this.#session.reset((progress) => this.#status.show(progress));
      this.#status.say(t('run.afresh.done'));
    } catch {
      this.#session.end();
      this.#status.say(t('run.afresh.done'));
    }
    this.#status.bar.hidden = true;
    await this.#offer();
    this.#tools.querySelector('button')?.focus();
  }
}

async function copy(text: string, pressed: HTMLElement, t: Translator): Promise<void> {
  await navigator.clipboard.writeText(text).catch(() => undefined);
  pressed.textContent = t('code.copied');
  setTimeout(() => (pressed.textContent = t('code.copy')), 2000);
}
