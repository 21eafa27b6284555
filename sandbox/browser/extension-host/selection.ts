import type { HostBoot } from './protocol.ts';
import { showIn } from './slot.ts';

/**
 * The list of orders: what is ticked is handed to an action, which opens in a dialog over the list. Buttons that the
 * server wrote name target and folder.
 */
export function setUpActions(boot: HostBoot, locale: string): void {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('input[data-select]')];
  const all = document.querySelector<HTMLInputElement>('input[data-select-all]');
  const buttons = [...document.querySelectorAll<HTMLButtonElement>('button[data-action-target]')];
  const chosen = () => boxes.filter(({ checked }) => checked).map(({ value }) => ({ id: value }));
  const show = (): void => {
    const { length } = chosen();
    for (const button of buttons) button.disabled = length === 0;
    const count = document.getElementById('selected-count');
    if (count) count.textContent = length === 0 ? '' : `${length} selected`;
    if (all) all.checked = length > 0 && length === boxes.length;
  };

  for (const box of boxes) box.addEventListener('change', show);
  all?.addEventListener('change', () => {
    for (const box of boxes) box.checked = all.checked;
    show();
  });
  for (const button of buttons) {
    button.addEventListener('click', () => openAction(boot, button, chosen(), locale));
  }
  show();
}

function openAction(
  boot: HostBoot,
  button: HTMLButtonElement,
  selected: readonly { readonly id: string }[],
  locale: string,
): void {
  const { actionTarget: target = '', actionFolder: folder = '', adminBase = '', tokenUrl = '' } = button.dataset;
  const extension = boot.targets[target]?.find((one) => one.folder === folder);
  if (!extension) return;
  button.closest('details')?.removeAttribute('open');
  const dialog = document.createElement('dialog');
  dialog.className = 'action-dialog';
  dialog.setAttribute('aria-label', locale.startsWith('hi') ? extension.name.hi : extension.name.en);
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = '×';
  close.setAttribute('aria-label', 'Close');
  close.addEventListener('click', () => dialog.close());
  const element = document.createElement('div');
  Object.assign(element.dataset, { adminBase, tokenUrl });
  element.addEventListener('sandbox:close', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    button.focus();
  });
  dialog.append(close, element);
  document.body.append(dialog);
  showIn({ element, target, extension, locale, state: { selected } });
  dialog.showModal();
}
