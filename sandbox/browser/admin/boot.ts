/** What the server wrote into the page. */
export interface Boot {
  readonly domain: string;
  readonly handle: string;
  readonly userId: string;
  readonly isOwner: boolean;
  readonly appOrigin: string;
  /** Null on the admin's own pages, where no app is shown. */
  readonly appPath: string | null;
}

export const boot = JSON.parse(byId('boot').textContent) as Boot;
export const APP_BASE = `/store/${boot.handle}/apps/prahari`;

/** An element that the server's page is known to have. */
export function byId<E extends HTMLElement = HTMLElement>(id: string): E {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}.`);
  return element as E;
}

export function appWindow(): HTMLIFrameElement | null {
  return document.getElementById('app') as HTMLIFrameElement | null;
}
