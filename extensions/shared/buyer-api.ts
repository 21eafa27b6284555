import { createAdminApi } from './admin-api.ts';
import type { AdminApi } from './admin-api.ts';
import { appUrl } from './app-url.ts';

/** A buyer does not wait as long as a merchant: after this the page says that there was no answer. */
const TIMEOUT_MS = 8_000;
const ADMIN_DOOR = '/api';

export interface BuyerApiPorts {
  /** A fresh session token of the checkout or of the customer account. */
  readonly token: () => Promise<string>;
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  readonly timeoutMs?: number;
}

/**
 * The way of an extension in a buyer's page to our server: the same manners as in the admin, by a door of its own and
 * with a token that it fetches itself. Paths begin after "/buyer". Never throws.
 */
export function createBuyerApi({ token, fetch = callHost, timeoutMs = TIMEOUT_MS }: BuyerApiPorts): AdminApi {
  return createAdminApi({
    timeoutMs,
    fetch: async (path, init) => {
      const headers = { ...(init.headers as Record<string, string>), Authorization: `Bearer ${await token()}` };
      return fetch(`${appUrl()}/buyer${path.slice(ADMIN_DOOR.length)}`, { ...init, headers, credentials: 'omit' });
    },
  });
}

function callHost(url: string, init: RequestInit): Promise<Response> {
  return globalThis.fetch(url, init);
}

/** "gid://shopify/OrderIdentity/12" and "gid://shopify/Order/12" are one order; null for what is no id. */
export function orderGid(id: string | undefined): string | null {
  const digits = /^gid:\/\/shopify\/(?:Order|OrderIdentity)\/(\d{1,20})$/.exec(id ?? '')?.[1];
  return digits === undefined ? null : `gid://shopify/Order/${digits}`;
}
