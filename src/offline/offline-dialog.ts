/** The control for saving, over the page. */
import { loadTranslator } from '../strings/load-translator.ts';
import { button } from '../theme/elements.ts';
import { makeOfflinePanel } from './offline-panel.ts';

/**
 * @param base base path of the site, with a slash at the end
 * @param root the same with the language of the page
 */
export async function openOfflineDialog(base: string, root: string): Promise<void> {
  const t = await loadTranslator(root);
  const dialog = document.createElement('dialog');
  dialog.className = 'offline-dialog';
  dialog.setAttribute('aria-labelledby', 'offline-title');
  dialog.innerHTML = '<h2 id="offline-title"></h2>';
  dialog.firstElementChild!.textContent = t('page.offline');
  const foot = document.createElement('p');
  const more = document.createElement('a');
  more.href = `${root}offline/`;
  more.textContent = t('offline.how');
  foot.append(
    more,
    button(t('offline.close'), () => dialog.close()),
  );
  dialog.append(makeOfflinePanel(base, t), foot);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
