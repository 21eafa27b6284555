import type { BarButton, SaveBar } from '../protocol.ts';
import { byId } from './boot.ts';
import { choose } from './dialog.ts';
import { button, element } from './elements.ts';

let unsaved: { bar: SaveBar; press: (which: 'save' | 'discard') => void } | null = null;

/** The bar of an unsaved form stands in place of the top bar. */
export function showSaveBar(bar: SaveBar | null, press: (which: 'save' | 'discard') => void): void {
  unsaved = bar && { bar, press };
  byId('top-plain').hidden = bar !== null;
  const place = byId('save-bar');
  place.hidden = bar === null;
  if (!bar) return place.replaceChildren();
  place.replaceChildren(
    element('span', { class: 'mark' }, 'Unsaved changes'),
    element('span', { class: 'spacer' }),
    button(bar.discard.label, () => void discard(), { class: 'top-button', disabled: bar.discard.isDisabled }),
    button(bar.save.label, () => press('save'), { class: 'top-button top-primary', disabled: bar.save.isDisabled }),
  );
}

async function discard(): Promise<void> {
  if (unsaved && (!unsaved.bar.confirmsDiscard || (await confirmDiscard()))) unsaved?.press('discard');
}

function confirmDiscard(): Promise<boolean> {
  return choose({
    title: 'Leave without saving?',
    content: [element('p', {}, 'What was changed on this page will be lost.')],
    yes: 'Discard changes',
    no: 'Stay',
    isDestructive: true,
  });
}

/** True when nothing is unsaved, or the person gives it up; the app then hears of the discard. */
export async function mayLeave(): Promise<boolean> {
  if (!unsaved) return true;
  if (!(await confirmDiscard())) return false;
  unsaved?.press('discard');
  return true;
}

/** Title and buttons of the app's page, in the admin's own bar above the frame. */
export function showTitleBar(
  title: string | null,
  buttons: readonly BarButton[],
  press: (index: number) => void,
): void {
  byId('app-title').textContent = title === null ? '' : `/ ${title}`;
  byId('app-buttons').replaceChildren(
    ...buttons.map(({ label, isPrimary, isDisabled }, index) =>
      button(label, () => press(index), { class: isPrimary ? 'primary' : '', disabled: isDisabled }),
    ),
  );
}
