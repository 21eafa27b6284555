import type { Connection } from 'mongoose';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { ShopLifecycle } from '../shopify/lifecycle.ts';
import { customerRequests } from './customer-requests.ts';
import { eraseFormerInstall, eraseShop, type ErasureDeps } from './erasure.ts';
import type { ScanStore, ScanWish, StartedScan } from './scans.ts';
import { SETTLE_MS } from './schedule.ts';
import type { ShopStore } from './shops.ts';
import type { SnapshotStore } from './snapshots.ts';

/** After an uninstall Shopify asks for erasure in 48 hours; whoever comes back later starts with nothing. */
const SAME_OWNER_MS = 48 * 60 * 60 * 1000;

/** What the lifecycle asks of the queue. */
export interface ScanStarter {
  /** Begins a scan for this cause, unless one goes on. */
  begin(shop: string, scan: ScanWish): Promise<StartedScan>;
  /** Looks for due shops a little after `delayMs`. */
  sweepIn(delayMs: number): Promise<void>;
  /** Takes out what the queue still remembers of the shop. */
  forget(shop: string): Promise<void>;
}

export interface LifecycleDeps extends ErasureDeps {
  readonly connection: Connection;
  readonly shops: ShopStore;
  readonly scans: ScanStore;
  readonly snapshots: SnapshotStore;
  readonly starter: ScanStarter;
  /** Tells those who can open the app that nothing runs until one of them does. */
  readonly visitNeeded: (shop: string, install: number) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
}

/** What Prahari does when something happens to a shop. */
export function shopLifecycle(deps: LifecycleDeps): ShopLifecycle {
  const { shops, scans, starter, clock, log } = deps;
  const soon = () => new Date(clock.now().getTime() + SETTLE_MS);
  const customers = customerRequests(deps);

  return {
    async installed(shop, scopes) {
      const former = await shops.find(shop);
      const goneSince = former?.status === 'uninstalled' ? former.uninstalledAt : null;
      if (goneSince && clock.now().getTime() - goneSince.getTime() > SAME_OWNER_MS) {
        await eraseFormerInstall(deps, shop);
      }
      const { install } = await shops.install(shop, scopes);
      await starter.begin(shop, { cause: `install:${install}`, trigger: 'event' });
      log.info({ shop, install }, 'shop installed');
    },

    async visited(shop) {
      if (await shops.visited(shop)) await starter.sweepIn(0);
    },

    async accessLost(shop) {
      const known = await shops.find(shop);
      if (known?.status !== 'installed' && known?.status !== 'frozen') return;
      // First the notice: whoever dies in between does both again, and the notice is one all the same.
      await deps.visitNeeded(shop, known.install);
      await shops.accessLost(shop);
    },

    async uninstalled(shop, triggeredAt) {
      if (!(await shops.uninstall(shop, triggeredAt))) return;
      await scans.abandon(shop, 'uninstalled');
      await deps.forgetAccess(shop);
      log.info({ shop }, 'shop uninstalled');
    },

    async scopesChanged(shop, scopes) {
      await shops.setScopes(shop, scopes);
      // Somebody waits for what she just allowed, so the check begins at once; while one goes on, after it.
      const cause = `scopes:${clock.now().toISOString()}`;
      const { started } = await starter.begin(shop, { cause, trigger: 'event' });
      if (started) return;
      await shops.dueBy(shop, soon());
      await starter.sweepIn(SETTLE_MS);
    },

    async changed(shop) {
      await shops.dueBy(shop, soon());
      await starter.sweepIn(SETTLE_MS);
    },

    customerDataRequested: (...of) => customers.dataRequested(...of),
    customerRedacted: (...of) => customers.redacted(...of),

    async shopRedacted(shop) {
      await starter.forget(shop);
      await eraseShop(deps, shop);
      log.info('a shop was erased on request');
    },
  };
}
