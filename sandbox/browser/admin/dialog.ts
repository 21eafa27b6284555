import { byId } from './boot.ts';
import { button, element } from './elements.ts';

interface Choice {
  readonly title: string;
  readonly content: readonly Node[];
  readonly yes: string;
  readonly no: string;
  readonly isDestructive?: boolean;
}

/** Asks the person; Escape means no. */
export function choose({ title, content, yes, no, isDestructive = false }: Choice): Promise<boolean> {
  const dialog = byId<HTMLDialogElement>('dialog');
  return new Promise((resolve) => {
    let answer = false;
    const end = (chosen: boolean): void => {
      answer = chosen;
      dialog.close();
    };
    dialog.replaceChildren(
      element('h2', { id: 'dialog-title' }, title),
      ...content,
      element(
        'p',
        { class: 'dialog-buttons' },
        button(no, () => end(false)),
        button(yes, () => end(true), { class: isDestructive ? 'primary critical' : 'primary' }),
      ),
    );
    dialog.addEventListener('close', () => resolve(answer), { once: true });
    dialog.showModal();
  });
}
