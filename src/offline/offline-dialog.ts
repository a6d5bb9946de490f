/** The control for saving, over the page. */
import { makeOfflinePanel } from './offline-panel.ts';

/** @param base base path of the site, with a slash at the end */
export function openOfflineDialog(base: string): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'offline-dialog';
  dialog.setAttribute('aria-labelledby', 'offline-title');
  dialog.innerHTML = '<h2 id="offline-title">Read offline</h2>';
  const foot = document.createElement('p');
  const more = document.createElement('a');
  more.href = `${base}offline/`;
  more.textContent = 'How it works';
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = 'Close';
  close.addEventListener('click', () => dialog.close());
  foot.append(more, close);
  dialog.append(makeOfflinePanel(base), foot);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
