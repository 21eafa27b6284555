import type { Envelope, FromAdmin, FromApp } from '../protocol.ts';
import { mayLeave, showSaveBar, showTitleBar } from './bars.ts';
import { APP_BASE, appWindow, boot, byId } from './boot.ts';
import { followHome, markPlace, showMenu } from './menu.ts';
import { answer } from './questions.ts';
import { hideToast, showToast } from './toasts.ts';

const ADMIN_SCHEME = 'shopify://admin';

/** Ties the embedded page to the admin around it: what it says is done here, and only this page is listened to. */
export function connectApp(frame: HTMLIFrameElement): void {
  const tell = (message: FromAdmin): void =>
    frame.contentWindow?.postMessage({ prahariSandbox: message } satisfies Envelope<FromAdmin>, boot.appOrigin);

  const follow = (path: string): void => {
    void mayLeave().then((isFine) => isFine && tell({ kind: 'navigate', path }));
  };

  window.addEventListener('message', (event: MessageEvent<Partial<Envelope<FromApp>> | null>) => {
    if (event.source !== frame.contentWindow || event.origin !== boot.appOrigin) return;
    const message = event.data?.prahariSandbox;
    if (message) act(message, tell, follow);
  });
  // A new page of the app starts without what the one before had put into the admin.
  frame.addEventListener('load', () => (byId('progress').hidden = true));
  followHome(follow);
  tell({ kind: 'ready' });
}

function act(message: FromApp, tell: (message: FromAdmin) => void, follow: (path: string) => void): void {
  switch (message.kind) {
    case 'hello':
      return tell({ kind: 'ready' });
    case 'navigated':
      history.replaceState(null, '', APP_BASE + (message.path === '/' ? '' : message.path));
      return markPlace(message.path);
    case 'menu':
      return showMenu(message.links, follow);
    case 'open':
      return open(message.address, message.inNewTab);
    case 'toast':
      return showToast(message.toast, {
        pressed: (id) => tell({ kind: 'toastPressed', id }),
        gone: (id) => tell({ kind: 'toastGone', id }),
      });
    case 'hideToast':
      return hideToast(message.id);
    case 'saveBar':
      return showSaveBar(message.bar, (which) => tell({ kind: 'saveBarPressed', button: which }));
    case 'titleBar':
      return showTitleBar(message.title, message.buttons, (index) => tell({ kind: 'titleBarPressed', index }));
    case 'loading':
      byId('progress').hidden = !message.isLoading;
      return;
    case 'modal':
      return dim(message.isOpen);
    case 'ask':
      answer(message.question).then(
        (value) => tell({ kind: 'answer', id: message.id, value }),
        (error: unknown) =>
          tell({ kind: 'refusal', id: message.id, reason: error instanceof Error ? error.message : 'refused' }),
      );
  }
}

/** While the app's dialog is open, nothing around it can be reached. */
function dim(isOpen: boolean): void {
  byId('scrim').hidden = !isOpen;
  for (const part of document.querySelectorAll<HTMLElement>('header.top, nav.side, #controls')) part.inert = isOpen;
}

/** "shopify://admin/settings/domains" is a page of this admin; anything else is opened as it stands. */
function open(address: string, inNewTab: boolean): void {
  const target = address.startsWith(ADMIN_SCHEME)
    ? `/store/${boot.handle}${address.slice(ADMIN_SCHEME.length)}`
    : address;
  if (!/^(\/|https?:\/\/)/.test(target)) return;
  if (inNewTab) window.open(target, '_blank', 'noopener');
  else void mayLeave().then((isFine) => isFine && location.assign(target));
}

/** The app's pages were built anew: show them, at the same place. */
export function reloadOnBuild(): void {
  new EventSource('/frame/reload').addEventListener('reload', () => {
    if (appWindow()) location.reload();
  });
}
