import type { GuardedFetch } from '../http/guarded-fetch.ts';
import { ADMIN_API_VERSION } from './admin-api.ts';
import { AdminUnreachableError, EvidenceShapeError } from './admin-errors.ts';
import type { ShopTokens } from './tokens.ts';

const TIMEOUT_MS = 10_000;

/** The answer of the REST Admin API to "who are the users", unparsed; null: this app may not ask. */
export type RestUsers = (shop: string) => Promise<unknown>;

/** For custom apps on Plus alone: public apps may not use REST, so it is asked only where the operator says so. */
export function createRestUsers({
  guardedFetch,
  tokens,
}: {
  guardedFetch: GuardedFetch;
  tokens: Pick<ShopTokens, 'accessToken'>;
}): RestUsers {
  return async (shop) => {
    const answer = await guardedFetch(`https://${shop}/admin/api/${ADMIN_API_VERSION}/users.json`, {
      headers: { accept: 'application/json', 'x-shopify-access-token': await tokens.accessToken(shop) },
      timeoutMs: TIMEOUT_MS,
    });
    if (answer.status === 401 || answer.status === 403 || answer.status === 404) return null;
    if (answer.status !== 200) throw new AdminUnreachableError(new Error(`HTTP ${answer.status}`));
    try {
      return JSON.parse(answer.text()) as unknown;
    } catch {
      throw new EvidenceShapeError('Shopify', new Error('no JSON'));
    }
  };
}
