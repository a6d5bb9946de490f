/** One line that says how far a runtime is, with a bar while it loads. */
import { megabytes } from '../strings/megabytes.ts';
import type { Translator } from '../strings/translator.ts';
import { element } from '../theme/elements.ts';
import { RunFault, type Progress, type RuntimeSession } from './runtime-session.ts';

/** Memory in GB up to which a device is said to have little. */
const littleMemory = 2;

export class RunStatus {
  readonly line = element('p', { className: 'run-status' });
  readonly bar = element('progress', { hidden: true });
  readonly #runtime: string;
  readonly #t: Translator;
  /** Fifths that are loaded, as far as it was said. */
  #step = -1;
  #isWarned = false;

  /** @param runtime its name in words */
  constructor(runtime: string, t: Translator) {
    [this.#runtime, this.#t] = [runtime, t];
    this.line.setAttribute('role', 'status');
    this.bar.ariaLabel = t('run.starting', { runtime });
  }

  say(words: string): void {
    this.line.textContent = words;
  }

  /** Whether the reader has to be asked first, because the device has little memory; that is asked once. */
  warns(session: RuntimeSession): boolean {
    const { deviceMemory = 8 } = navigator as { deviceMemory?: number };
    if (deviceMemory > littleMemory || session.isStarted || this.#isWarned) return false;
    this.#isWarned = true;
    this.say(this.#t('run.memory', { runtime: this.#runtime }));
    return true;
  }

  show(progress: Progress): void {
    const [t, runtime] = [this.#t, this.#runtime];
    this.bar.hidden = false;
    if (typeof progress === 'object') {
      const { loaded, total } = progress;
      this.bar.max = total;
      this.bar.value = loaded;
      // What is said aloud must not change with every packet.
      const step = Math.floor((5 * loaded) / total);
      if (step === this.#step) return;
      this.#step = step;
      this.say(t('run.loading', { runtime, loaded: megabytes(t, loaded), total: megabytes(t, total) }));
    } else {
      this.bar.removeAttribute('value');
      this.#step = -1;
      this.say(progress === 'starting' ? t('run.starting', { runtime }) : t(`run.${progress}`));
    }
  }

  /** Says why there is no result. */
  fail(error: unknown): void {
    const [t, runtime] = [this.#t, this.#runtime];
    const { reason, message } = error instanceof RunFault ? error : new RunFault('other', String(error));
    this.say(
      reason === 'stopped'
        ? t('run.stopped')
        : reason === 'other'
          ? t('run.failed.other', { runtime, message })
          : t(`run.failed.${reason}`, { runtime }),
    );
  }
}

/** Buttons say the size of a runtime until it was loaded once. */
export function rememberRuntime(name: string): void {
  const { dataset } = document.documentElement;
  const known = new Set((dataset.runtimes ?? '').split(' ').filter(Boolean));
  if (known.has(name)) return;
  dataset.runtimes = [...known, name].join(' ');
  try {
    localStorage.setItem('runtimes', dataset.runtimes);
  } catch {
    // Storage can be blocked; the buttons then say it again on the next page.
  }
}
