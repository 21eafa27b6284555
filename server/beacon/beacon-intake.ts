import { isShopifyHost } from '../../core/data/shopify-hosts.ts';
import type { Clock } from '../clock.ts';
import { AppError } from '../errors.ts';
import { TokenBuckets } from '../http/rate-limit.ts';
import type { BeaconReport } from './beacon-report.ts';
import type { BeaconStore } from './beacon-store.ts';
import type { BeaconTokens } from './beacon-token.ts';

/** One a second of each shop, in each process: beyond it, what browsers see is known already. */
const A_MINUTE = 60;
const REMEMBERED_MS = 60_000;
const REMEMBERED_AT_MOST = 1_000;
/** A name that the public DNS can hold; others are machines of the visitor's own. */
const PUBLIC_HOST = /^(?=.{4,253}$)([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;
/** Apps' files lie on Shopify's own host; whose they are stands in the path. */
const APP_FILE = /^https:\/\/cdn\.shopify\.com\/extensions\//;

/** The token is none of ours. */
export class ForgedReportError extends AppError {
  constructor() {
    super({
      type: 'beacon-token',
      title: 'This report does not come from a page of a shop that lets us look.',
      status: 401,
    });
  }
}

/** `off`: not switched on, or by an earlier token. `too-many`: the shop's share of this minute is used up. */
export type BeaconOutcome = 'kept' | 'off' | 'too-many';

export type BeaconIntake = ReturnType<typeof beaconIntake>;

/** Takes reports of real browsers in. Whatever they say becomes something to look at, and never a decision. */
export function beaconIntake({
  store,
  tokens,
  ownHosts,
  clock,
}: {
  store: Pick<BeaconStore, 'state' | 'keep'>;
  tokens: Pick<BeaconTokens, 'read'>;
  /** Hosts of the shop's own. */
  ownHosts: (shop: string) => Promise<readonly string[]>;
  clock: Clock;
}) {
  const buckets = new TokenBuckets(A_MINUTE);
  const remembered = new Map<string, { round: string | null; own: ReadonlySet<string>; until: number }>();

  /** The round that counts now, a minute old at most; null while it is off. */
  async function known(shop: string, nowMs: number) {
    const held = remembered.get(shop);
    if (held && held.until > nowMs) return held;
    const { isOn, round } = await store.state(shop);
    const own = new Set(isOn ? [shop, ...(await ownHosts(shop))] : []);
    const fresh = { round: isOn ? round : null, own, until: nowMs + REMEMBERED_MS };
    remembered.delete(shop);
    if (remembered.size >= REMEMBERED_AT_MOST) remembered.delete(remembered.keys().next().value ?? '');
    remembered.set(shop, fresh);
    return fresh;
  }

  return {
    /** @throws {ForgedReportError} before anything is asked of the store */
    async take(report: BeaconReport): Promise<BeaconOutcome> {
      const bearer = tokens.read(report.token);
      if (!bearer) throw new ForgedReportError();
      const now = clock.now().getTime();
      if (buckets.take(bearer.shop, now) > 0) return 'too-many';
      const { round, own } = await known(bearer.shop, now);
      if (round !== bearer.round) return 'off';
      const scripts = report.scripts.filter((address) => isForeign(address, own));
      await store.keep(bearer.shop, report.page, [...scripts, ...report.inline]);
      return 'kept';
    },

    /** The switch of this shop was moved: this process asks anew. */
    forget: (shop: string): void => void remembered.delete(shop),
  };
}

function isForeign(address: string, own: ReadonlySet<string>): boolean {
  const { hostname } = new URL(address);
  if (own.has(hostname) || !PUBLIC_HOST.test(hostname)) return false;
  return !isShopifyHost(hostname) || APP_FILE.test(address);
}
