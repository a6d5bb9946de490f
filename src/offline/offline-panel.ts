/** The control for saving the site: what it takes, how far it is, what is saved, and how to remove it. */
import './offline-panel.css';
import { CopyError, siteCopy, type Plan } from './site-copy.ts';

const megabytes = (bytes: number) =>
  bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
const dateText = (iso: string) =>
  new Date(iso).toLocaleDateString(document.documentElement.lang, { dateStyle: 'long' });

/** Makes the control. @param base base path of the site, with a slash at the end */
export function makeOfflinePanel(base: string): HTMLElement {
  const copy = siteCopy(base);
  const element = document.createElement('div');
  element.className = 'offline-panel';
  element.innerHTML =
    '<p class="offline-state" role="status"></p><progress max="1" hidden aria-label="Saving"></progress><p class="offline-tools"></p>';
  const status = element.querySelector('p')!;
  const bar = element.querySelector('progress')!;
  const tools = element.querySelector<HTMLElement>('.offline-tools')!;

  const button = (words: string, act: () => void, strong = false) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = words;
    made.classList.toggle('strong', strong);
    made.addEventListener('click', act);
    return made;
  };
  const say = (words: string, ...buttons: HTMLElement[]) => {
    status.textContent = words;
    tools.replaceChildren(...buttons);
  };
  const attempt = async (act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      bar.hidden = true;
      const words = error instanceof CopyError ? error.message : 'Something went wrong while saving.';
      say(
        words,
        button('Try again', () => void attempt(show), true),
      );
    }
  };

  const show = async () => {
    const { saved, begun } = await copy.state();
    const remove = button('Remove the saved copy', () => void attempt(removeAll));
    const plan = await copy.plan().catch((error: unknown) => {
      if (!saved) throw error;
      return undefined;
    });
    if (saved && (!plan || plan.list.version === saved.version)) {
      const check = plan ? 'It is the newest.' : 'Whether there is a newer one cannot be checked without a network.';
      return say(
        `The whole site is saved on this device, in the version of ${dateText(saved.built)}. ${check}`,
        remove,
      );
    }
    if (saved && plan)
      return say(
        `The version of ${dateText(saved.built)} is saved. A new version is there; ${megabytes(plan.transfer)} have changed.`,
        button('Update', () => void attempt(() => save(plan)), true),
        remove,
      );
    if (!plan) return;
    if (begun !== undefined && plan.missing.length < plan.list.files.length)
      return say(
        `Saving was interrupted at ${Math.round(begun * 100)} %. ${megabytes(plan.transfer)} are left.`,
        button('Continue', () => void attempt(() => save(plan)), true),
        remove,
      );
    say(
      `Save every page, diagram and sample and the search on this device: about ${megabytes(plan.transfer)} to download, ${megabytes(plan.size)} of space.`,
      button('Save for offline', () => void attempt(() => save(plan)), true),
    );
  };

  const save = async (plan: Plan) => {
    const hadOne = (await copy.state()).saved !== undefined;
    const stop = new AbortController();
    bar.hidden = false;
    bar.value = 0;
    say(
      'Saving…',
      button('Stop', () => stop.abort()),
    );
    await copy.save(
      plan,
      (share) => {
        bar.value = share;
        status.textContent = `Saving… ${Math.floor(share * 100)} %`;
      },
      stop.signal,
    );
    bar.hidden = true;
    await show();
    if (hadOne && !stop.signal.aborted) {
      status.textContent = 'The new version is saved. Pages that are open stay as they are until you load them again.';
      tools.prepend(button('Load this page again', () => location.reload(), true));
    }
  };

  const removeAll = async () => {
    await copy.remove();
    await show();
  };

  void attempt(show);
  return element;
}
