/** The control for saving the site: what it takes, how far it is, what is saved, and how to remove it. */
import { addStyles } from '../theme/add-styles.ts';
import { megabytes } from '../strings/megabytes.ts';
import type { Translator } from '../strings/translator.ts';
import { CopyError, siteCopy, type Plan } from './site-copy.ts';
import styles from './offline-panel.css?inline';
import { button } from '../theme/elements.ts';

addStyles(styles);

/** What a copy takes; from a tenth of a megabyte on in MB. */
const size = (t: Translator, bytes: number) => megabytes(t, bytes, 100_000);
const percent = (t: Translator, share: number) => t.number(share, { style: 'percent' });

const errorText = (t: Translator, error: unknown) => {
  if (!(error instanceof CopyError)) return t('offline.error');
  const { reason, file } = error;
  return reason === 'altered' ? t('offline.error.altered', { file }) : t(`offline.error.${reason}`);
};

/** Makes the control. @param base base path of the site, with a slash at the end */
export function makeOfflinePanel(base: string, t: Translator): HTMLElement {
  const copy = siteCopy(base);
  const element = document.createElement('div');
  element.className = 'offline-panel';
  element.innerHTML =
    '<p class="offline-state" role="status"></p><progress max="1" hidden></progress><p class="offline-tools"></p>';
  const status = element.querySelector('p')!;
  const bar = element.querySelector('progress')!;
  bar.ariaLabel = t('offline.saving.label');
  const tools = element.querySelector<HTMLElement>('.offline-tools')!;

  const say = (words: string, ...buttons: HTMLElement[]) => {
    status.textContent = words;
    tools.replaceChildren(...buttons);
  };
  const attempt = async (act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      bar.hidden = true;
      say(
        errorText(t, error),
        button(t('offline.again'), () => void attempt(show), 'button strong'),
      );
    }
  };

  const show = async () => {
    const { saved } = await copy.state();
    document.documentElement.toggleAttribute('data-saved', saved !== undefined);
    const remove = button(t('offline.remove'), () => void attempt(removeAll));
    const plan = await copy.plan().catch((error: unknown) => {
      if (!saved) throw error;
      return undefined;
    });
    if (saved && (!plan || plan.list.version === saved.version)) {
      const date = t.date(saved.built);
      return say(t(plan ? 'offline.saved.newest' : 'offline.saved.unknown', { date }), remove);
    }
    if (saved && plan)
      return say(
        `${t('offline.saved.old', { date: t.date(saved.built), transfer: size(t, plan.transfer) })} ${t('offline.saved.old.size', { size: size(t, plan.size) })}`,
        button(t('offline.update'), () => void attempt(() => save(plan)), 'button strong'),
        remove,
      );
    if (!plan) return;
    const begun = 1 - plan.missing.length / plan.list.files.length;
    if (begun > 0)
      return say(
        t('offline.begun', { share: percent(t, begun), transfer: size(t, plan.transfer) }),
        button(t('offline.continue'), () => void attempt(() => save(plan)), 'button strong'),
        remove,
      );
    say(
      t('offline.plan', { transfer: size(t, plan.transfer), size: size(t, plan.size) }),
      button(t('offline.save.all'), () => void attempt(() => save(plan)), 'button strong'),
    );
  };

  const save = async (plan: Plan) => {
    const hadOne = (await copy.state()).saved !== undefined;
    const stop = new AbortController();
    bar.hidden = false;
    bar.value = 0;
    say(
      t('offline.saving'),
      button(t('offline.stop'), () => stop.abort()),
    );
    await copy.save(
      plan,
      (share) => {
        bar.value = share;
        status.textContent = t('offline.saving.share', { share: percent(t, Math.floor(share * 100) / 100) });
      },
      stop.signal,
    );
    bar.hidden = true;
    await show();
    const { saved } = await copy.state();
    if (hadOne && !stop.signal.aborted && saved?.version === plan.list.version) {
      status.textContent = t('offline.saved.now');
      tools.prepend(button(t('offline.load'), () => location.reload(), 'button strong'));
    }
  };

  const removeAll = async () => {
    await copy.remove();
    await show();
  };

  void attempt(show);
  return element;
}
