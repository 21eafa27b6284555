import type { Toast } from '../protocol.ts';
import { byId } from './boot.ts';
import { button, element } from './elements.ts';

interface Listener {
  readonly pressed: (id: string) => void;
  readonly gone: (id: string) => void;
}

const showing = new Map<string, () => void>();

/** One line at the foot of the admin, for a while; a press on its action ends it. */
export function showToast(toast: Toast, listener: Listener): void {
  const line = element(
    'div',
    { class: toast.isError ? 'toast toast-error' : 'toast' },
    element('span', {}, toast.message),
  );
  let timer = 0;
  const hide = (): void => {
    window.clearTimeout(timer);
    line.remove();
    if (showing.delete(toast.id)) listener.gone(toast.id);
  };
  if (toast.action !== null) {
    line.append(
      button(toast.action, () => {
        listener.pressed(toast.id);
        hide();
      }),
    );
  }
  line.append(button('×', hide, { 'aria-label': 'Dismiss', class: 'toast-close' }));
  byId('toasts').append(line);
  showing.set(toast.id, hide);
  timer = window.setTimeout(hide, toast.durationMs);
}

export function hideToast(id: string): void {
  showing.get(id)?.();
}
