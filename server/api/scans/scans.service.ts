import { randomUUID } from 'node:crypto';
import type { ScanProgress } from '../../../core/api/home.ts';
import type { Clock } from '../../clock.ts';
import { ConflictError, NotFoundError, TooManyRequestsError } from '../../errors.ts';
import type { ScanStore, StartedScan } from '../../shop/scans.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { requireRole } from '../access.ts';

const HOUR_MS = 60 * 60 * 1000;
/** Checks a shop's people may ask for in any hour; those that Prahari begins itself do not count. */
export const SCANS_AN_HOUR = 10;

/** Begins scans, in the store and in the queue. */
export interface ScanBeginner {
  begin(shop: string, scan: { cause: string; trigger: 'person' }): Promise<StartedScan>;
}

export type ScanService = ReturnType<typeof scanService>;

/** "Check now", within the shop's budget. */
export function scanService({ scans, starter, clock }: { scans: ScanStore; starter: ScanBeginner; clock: Clock }) {
  /** Checks of this hour that people asked for: how many are left, and when the next is free where none is. */
  async function budget(shop: string): Promise<{ left: number; freeAt: Date | null }> {
    const asked = await scans.askedByPeopleSince(shop, new Date(clock.now().getTime() - HOUR_MS));
    const first = asked[asked.length - SCANS_AN_HOUR];
    return {
      left: Math.max(0, SCANS_AN_HOUR - asked.length),
      freeAt: first ? new Date(first.getTime() + HOUR_MS) : null,
    };
  }

  return {
    budget,

    /**
     * @throws {TooManyRequestsError} the shop's budget of this hour is spent
     * @throws {ConflictError} a check runs already, or the shop is not open to us
     */
    async checkNow(merchant: Merchant): Promise<ScanProgress> {
      requireRole(merchant, 'manager');
      const { shop } = merchant;
      const { freeAt } = await budget(shop);
      if (freeAt) {
        const waitMs = freeAt.getTime() - clock.now().getTime();
        throw new TooManyRequestsError(
          `This shop was checked ${SCANS_AN_HOUR} times in an hour. Try again later.`,
          Math.max(1, waitMs / 1000),
        );
      }
      const start = await starter.begin(shop, { cause: `person:${randomUUID()}`, trigger: 'person' });
      if (!start.started) {
        throw new ConflictError(
          start.why === 'active'
            ? 'A check of this shop is running. Its result appears here in a moment.'
            : 'Prahari has no access to this shop now. Open it again from the Shopify admin.',
        );
      }
      const progress = await scans.newest(shop);
      if (!progress) throw new NotFoundError();
      return progress;
    },
  };
}
