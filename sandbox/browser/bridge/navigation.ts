import { ADMIN_ORIGIN, listen, tell } from './channel.ts';
import { menuLinkTo } from './menu.ts';

/** What the admin puts into the first address for the server's eyes only. */
const ADMIN_PARAMETERS = ['bounced', 'embedded', 'hmac', 'host', 'id_token', 'locale', 'session', 'shop', 'timestamp'];
const ADMIN_SCHEME = 'shopify://admin';
const FOLLOW_WITHIN_MS = 400;

/** The page's place inside the app, without the admin's own parameters. */
export function placeInApp(): string {
  const parameters = new URLSearchParams(location.search);
  for (const name of ADMIN_PARAMETERS) parameters.delete(name);
  const query = parameters.toString();
  return location.pathname + (query && `?${query}`) + location.hash;
}

/** The admin's address bar follows the frame, whichever way the app moves. */
export function followNavigation(): void {
  for (const method of ['pushState', 'replaceState'] as const) {
    const original = history[method].bind(history);
    history[method] = (...args) => {
      original(...args);
      tell({ kind: 'navigated', path: placeInApp() });
    };
  }
  window.addEventListener('popstate', () => tell({ kind: 'navigated', path: placeInApp() }));
  tell({ kind: 'navigated', path: placeInApp() });
}

/** A click in the admin's menu: the app's router is asked first; a page that has none is loaded. */
function navigateTo(path: string): void {
  const before = location.href;
  const link = menuLinkTo(path) ?? temporaryLink(path);
  link.dispatchEvent(new CustomEvent('shopify:navigate', { bubbles: true, cancelable: true }));
  window.setTimeout(() => {
    if (location.href === before && placeInApp() !== path) location.assign(path);
  }, FOLLOW_WITHIN_MS);
}

function temporaryLink(path: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = path;
  link.setAttribute('href', path);
  link.hidden = true;
  document.body.append(link);
  window.setTimeout(() => link.remove(), FOLLOW_WITHIN_MS);
  return link;
}

/** An address of the admin ("shopify://admin/settings") goes to the admin; so does any link out of the frame. */
function leaveFor(address: string, target: string): boolean {
  const isAdmins = address.startsWith(ADMIN_SCHEME) || address.startsWith(`${ADMIN_ORIGIN}/`);
  if (!isAdmins && target !== '_top' && target !== '_parent') return false;
  tell({
    kind: 'open',
    address: isAdmins ? address : new URL(address, location.href).href,
    inNewTab: target === '_blank',
  });
  return true;
}

export function watchLinks(): void {
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const address = link?.getAttribute('href');
      if (link && address && leaveFor(address, link.target)) event.preventDefault();
    },
    { capture: true },
  );
  const plainOpen = window.open.bind(window);
  window.open = (url, target, features) =>
    url !== undefined && leaveFor(String(url), target ?? '_blank') ? null : plainOpen(url, target, features);
  listen((message) => {
    if (message.kind === 'navigate') navigateTo(message.path);
  });
}
