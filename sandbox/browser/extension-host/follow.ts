/**
 * Goes where a link of an extension leads. In the admin, "app:alerts/1" and "/alerts/1" are pages of the app,
 * "shopify:admin/orders/1" of the admin, and "extension:HANDLE" opens an action: the slot tells of it. Whole addresses
 * are the same everywhere; others lead nowhere from a shop.
 */
export function follow(element: HTMLElement, url: string, inNewTab: boolean): void {
  const extension = /^extension:\/*([\w-]+)$/.exec(url)?.[1];
  if (extension !== undefined) {
    element.dispatchEvent(new CustomEvent('sandbox:extension', { bubbles: true, detail: extension }));
    return;
  }
  const address = addressOf(url, element.dataset['adminBase'] ?? null);
  if (address === null) return;
  if (inNewTab) window.open(address, '_blank', 'noopener');
  else location.assign(address);
}

/** @param adminBase "/store/HANDLE"; null outside the admin */
export function addressOf(url: string, adminBase: string | null): string | null {
  if (/^https?:\/\//.test(url)) return url;
  if (adminBase === null) return null;
  const admin = /^shopify:(?:\/\/)?admin\/(.*)$/.exec(url)?.[1];
  if (admin !== undefined) return `${adminBase}/${admin}`;
  const app = /^(?:app:\/*|\/(?!\/))(.*)$/.exec(url)?.[1];
  return app === undefined ? null : `${adminBase}/apps/prahari/${app}`;
}
