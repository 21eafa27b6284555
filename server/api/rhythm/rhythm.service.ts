import type { Rhythm, RhythmBoard, RhythmRow } from '../../../core/api/rhythm.ts';
import { ConflictError, NotFoundError } from '../../errors.ts';
import type { FailedJobStore } from '../../rhythm/failed-jobs.ts';
import type { FrozenShops } from '../../rhythm/frozen-shops.ts';
import { retryJob, type RetryDeps } from '../../rhythm/retry-job.ts';
import type { ScanStore } from '../../shop/scans.ts';
import type { Shop, ShopStore } from '../../shop/shops.ts';
import type { Merchant } from '../../shopify/lifecycle.ts';
import { requireRole } from '../access.ts';
import type { ScanService } from '../scans/scans.service.ts';

/** When something ran, and when it will. */
export interface Times {
  readonly lastAt: Date | null;
  readonly nextAt: Date | null;
}

export interface RhythmDeps extends RetryDeps {
  readonly shops: Pick<ShopStore, 'find' | 'themeLookLater'>;
  readonly scans: Pick<ScanStore, 'active' | 'going' | 'lastDone'>;
  readonly scanService: Pick<ScanService, 'budget' | 'checkNow'>;
  readonly failedJobs: Pick<FailedJobStore, 'list' | 'retry'>;
  readonly frozen: Pick<FrozenShops, 'visited'>;
  readonly registrationTimes: (shop: string) => Promise<Times>;
  readonly peopleTimes: (shop: string) => Promise<Times>;
  readonly reportTimes: (shop: string) => Promise<Times>;
}

const STATES: Readonly<Record<Shop['status'], RhythmBoard['state']>> = {
  installed: 'running',
  needsVisit: 'needs-visit',
  frozen: 'frozen',
  uninstalled: 'needs-visit',
};

export type RhythmService = ReturnType<typeof rhythmService>;

/** The board of what runs by itself, and the wish to have something done again. */
export function rhythmService(deps: RhythmDeps) {
  async function board({ shop }: Merchant): Promise<RhythmBoard> {
    const record = await deps.shops.find(shop);
    if (!record) throw new NotFoundError();
    const state = STATES[record.status];
    // Whoever looks has the admin open, so the shop may be open again.
    if (state === 'frozen') await deps.frozen.visited(shop);
    const [going, scripts, registrations, people, report, failed, budget] = await Promise.all([
      deps.scans.going(shop),
      deps.scans.lastDone(shop, ['all', 'watch']),
      deps.registrationTimes(shop),
      deps.peopleTimes(shop),
      deps.reportTimes(shop),
      deps.failedJobs.list(shop),
      deps.scanService.budget(shop),
    ]);
    const row = (rhythm: Rhythm, every: RhythmRow['every'], { lastAt, nextAt }: Times, isGoing = false): RhythmRow => ({
      rhythm,
      every,
      lastAt: lastAt?.toISOString() ?? null,
      nextAt: state === 'running' ? (nextAt?.toISOString() ?? null) : null,
      now: isGoing ? (going?.state ?? null) : null,
    });
    const { lastCheckAt, nextCheckAt, lastThemeLookAt, nextThemeLookAt, nextWatchAt } = record;
    return {
      state,
      rows: [
        row('check', 'week', { lastAt: lastCheckAt, nextAt: nextCheckAt }, going?.reach === 'all'),
        row('themes', 'day', { lastAt: lastThemeLookAt, nextAt: nextThemeLookAt }, going?.reach === 'theme'),
        row('scripts', 'day', { lastAt: scripts, nextAt: nextWatchAt }, going?.reach === 'watch'),
        row('registrations', 'day', registrations),
        row('people', 'day', people),
        row('report', 'week', report),
      ],
      failed,
      checksLeft: budget.left,
      nextCheckFreeAt: budget.freeAt?.toISOString() ?? null,
    };
  }

  return {
    board,

    /**
     * The same work again; safe to repeat. A step of a check that is over is a new check, within the hour's budget.
     *
     * @throws {ConflictError} nothing runs for the shop now
     * @throws {TooManyRequestsError} the budget of checks is spent
     */
    async retry(merchant: Merchant, id: string): Promise<RhythmBoard> {
      requireRole(merchant, 'manager');
      const { shop } = merchant;
      const record = await deps.shops.find(shop);
      if (record && record.status !== 'installed') {
        throw new ConflictError('Prahari has no access to this shop now. Open it again from the Shopify admin.');
      }
      const job = await deps.failedJobs.retry(shop, id);
      if (!job) throw new NotFoundError();
      await retryJob(deps, job, async () => void (await deps.scanService.checkNow(merchant)));
      return board(merchant);
    },
  };
}
