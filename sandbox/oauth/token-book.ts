import { randomBytes } from 'node:crypto';

import type { SandboxClock } from '../clock.ts';

const ACCESS_TOKEN_S = 3_600;
const ONLINE_TOKEN_S = 86_399;
const REFRESH_TOKEN_S = 90 * 86_400;
/** A refresh token that was used stays usable this long, while its successor is unused. */
const USED_REFRESH_TOKEN_S = 30 * 86_400;

/** Every token that the sandbox has handed out. Kept with the state, so that a restart logs nobody out. */
export interface TokenRecords {
  access: AccessRecord[];
  refresh: RefreshRecord[];
}

interface AccessRecord {
  readonly token: string;
  readonly shop: string;
  readonly kind: 'offline' | 'online';
  /** Null never ends. */
  readonly expiresAtMs: number | null;
}

interface RefreshRecord {
  readonly token: string;
  readonly shop: string;
  /** The refresh token that was traded for this one. */
  readonly parent: string | null;
  readonly expiresAtMs: number;
  firstUsedAtMs: number | null;
}

export interface TokenPair {
  readonly accessToken: string;
  readonly expiresInS: number;
  readonly refreshToken: string;
  readonly refreshExpiresInS: number;
}

export interface TokenBook {
  issueExpiring(shop: string): TokenPair;
  issueNonExpiring(shop: string): string;
  issueOnline(shop: string): { accessToken: string; expiresInS: number };
  /** A new pair, or null when the refresh token is not (or no longer) good for this shop. */
  refresh(shop: string, refreshToken: string): TokenPair | null;
  isGood(shop: string, accessToken: string): boolean;
  /** Takes back one offline token, as migrating to an expiring one does. */
  retire(shop: string, accessToken: string): void;
  forget(shop: string): void;
  /** How often the shop's tokens were refreshed since start. */
  refreshes(shop: string): number;
}

export function tokenBook(records: TokenRecords, clock: SandboxClock, save: () => void): TokenBook {
  const refreshCounts = new Map<string, number>();

  function addAccess(shop: string, kind: 'offline' | 'online', lifeS: number | null): string {
    const token = `${kind === 'offline' ? 'shpat' : 'shpua'}_${randomBytes(16).toString('hex')}`;
    const nowMs = clock.nowMs();
    records.access = records.access.filter(({ expiresAtMs }) => expiresAtMs === null || expiresAtMs > nowMs);
    records.access.push({ token, shop, kind, expiresAtMs: lifeS === null ? null : nowMs + lifeS * 1_000 });
    save();
    return token;
  }

  function addPair(shop: string, parent: string | null): TokenPair {
    const refreshToken = `shprt_${randomBytes(16).toString('hex')}`;
    const expiresAtMs = clock.nowMs() + REFRESH_TOKEN_S * 1_000;
    records.refresh.push({ token: refreshToken, shop, parent, expiresAtMs, firstUsedAtMs: null });
    const accessToken = addAccess(shop, 'offline', ACCESS_TOKEN_S);
    return { accessToken, expiresInS: ACCESS_TOKEN_S, refreshToken, refreshExpiresInS: REFRESH_TOKEN_S };
  }

  /** Using a token settles its generation: its parent and its unused siblings are over. */
  function settle(used: RefreshRecord): void {
    used.firstUsedAtMs ??= clock.nowMs();
    if (used.parent === null) return;
    records.refresh = records.refresh.filter(
      ({ token, parent }) => token === used.token || (token !== used.parent && parent !== used.parent),
    );
  }

  function isUsable({ expiresAtMs, firstUsedAtMs }: RefreshRecord): boolean {
    const nowMs = clock.nowMs();
    return nowMs < expiresAtMs && (firstUsedAtMs === null || nowMs < firstUsedAtMs + USED_REFRESH_TOKEN_S * 1_000);
  }

  return {
    issueExpiring: (shop) => addPair(shop, null),
    issueNonExpiring: (shop) => addAccess(shop, 'offline', null),
    issueOnline: (shop) => ({ accessToken: addAccess(shop, 'online', ONLINE_TOKEN_S), expiresInS: ONLINE_TOKEN_S }),
    refresh(shop, refreshToken) {
      const found = records.refresh.find((record) => record.token === refreshToken && record.shop === shop);
      if (!found || !isUsable(found)) return null;
      refreshCounts.set(shop, (refreshCounts.get(shop) ?? 0) + 1);
      settle(found);
      return addPair(shop, found.token);
    },
    isGood: (shop, accessToken) =>
      records.access.some(
        ({ token, shop: owner, expiresAtMs }) =>
          token === accessToken && owner === shop && (expiresAtMs === null || expiresAtMs > clock.nowMs()),
      ),
    retire(shop, accessToken) {
      records.access = records.access.filter(({ token, shop: owner }) => token !== accessToken || owner !== shop);
      save();
    },
    forget(shop) {
      records.access = records.access.filter((record) => record.shop !== shop);
      records.refresh = records.refresh.filter((record) => record.shop !== shop);
      save();
    },
    refreshes: (shop) => refreshCounts.get(shop) ?? 0,
  };
}
