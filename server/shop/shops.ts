import type { Connection } from 'mongoose';
import type { Clock } from '../clock.ts';
import { shopModel, type ShopRecord, type ShopStatus } from '../models/shop.ts';
import { trusted } from '../store/connect.ts';
import { duplicateKey } from './duplicate-key.ts';
import type { ScanReach } from './scan-reach.ts';
import { nextDailyCheck, nextThemeLook, nextWeeklyCheck, PROBE_EACH_MS, retryDelayMs } from './schedule.ts';

/** Visits to a frozen shop's pages ask Shopify no more often. */
const PROBE_AGAIN_MS = 10 * 60_000;

/** A shop as the rest of the server knows it. */
export interface Shop {
  readonly shop: string;
  readonly status: ShopStatus;
  readonly install: number;
  readonly installedAt: Date;
  readonly uninstalledAt: Date | null;
  readonly scopes: readonly string[];
  readonly nextCheckAt: Date;
  readonly lastCheckAt: Date | null;
  /** Null: no script of others runs near payment. */
  readonly nextWatchAt: Date | null;
  /** "Asia/Kolkata", as Shopify told it last; null: not known. */
  readonly timeZone: string | null;
  readonly nextThemeLookAt: Date | null;
  readonly lastThemeLookAt: Date | null;
  /** Of the main theme as last judged; null: it was never read. */
  readonly themeDigest: string | null;
  /** Set while the shop is frozen. */
  readonly lastProbeAt: Date | null;
  readonly guideHidden: boolean;
}

/** A shop that is due, as the sweep sees it. */
export interface DueShop {
  readonly shop: string;
  readonly at: Date;
  readonly reach: Exclude<ScanReach, 'said' | 'theme'>;
}

export type ShopStore = ReturnType<typeof shopStore>;

/** The shops that installed Prahari. */
export function shopStore({ connection, clock }: { connection: Connection; clock: Clock }) {
  const model = shopModel(connection);

  /** A check no later than `at`; an earlier one that is due already stands. */
  async function dueBy(shop: string, at: Date): Promise<void> {
    await model.updateOne(
      { shop, status: 'installed', nextCheckAt: trusted({ $gt: at }) },
      { $set: { nextCheckAt: at } },
    );
  }

  async function dueOf(
    status: ShopStatus,
    moment: 'nextProbeAt' | 'nextThemeLookAt',
    limit: number,
  ): Promise<string[]> {
    const records = await model
      .find({ status, [moment]: trusted({ $lte: clock.now() }) }, { _id: 0, shop: 1 })
      .setOptions({ acrossTenants: 'the sweep looks for due shops' })
      .sort({ [moment]: 1 })
      .limit(limit)
      .lean();
    return records.map(({ shop }) => shop);
  }

  function probedNow() {
    const now = clock.now();
    return { lastProbeAt: now, nextProbeAt: new Date(now.getTime() + PROBE_EACH_MS) };
  }

  return {
    dueBy,

    async find(shop: string): Promise<Shop | null> {
      const record = await model.findOne({ shop }).lean();
      return record && presentShop(record);
    },

    /** A new install, or an old one that came back: then its number rises, and what the old one still does stops. */
    async install(shop: string, scopes: readonly string[]): Promise<Shop> {
      const now = clock.now();
      const $set = {
        status: 'installed' as const,
        installedAt: now,
        scopes: [...scopes],
        nextCheckAt: nextWeeklyCheck(shop, now),
        nextThemeLookAt: nextThemeLook(shop, now),
      };
      const back = await model
        .findOneAndUpdate(
          { shop, status: 'uninstalled' },
          { $set, $unset: { uninstalledAt: 1 }, $inc: { install: 1 } },
          { returnDocument: 'after' },
        )
        .lean();
      if (back) return presentShop(back);
      const $setOnInsert = { install: 1, failedScans: 0, run: 0, appliedRun: 0, guideHidden: false };
      const upsert = () =>
        model
          .findOneAndUpdate({ shop }, { $set, $setOnInsert }, { upsert: true, returnDocument: 'after' })
          .lean()
          .orFail();
      try {
        return presentShop(await upsert());
      } catch (error) {
        if (!duplicateKey(error)) throw error;
        return presentShop(await upsert()); // two first requests at once: the other one made it
      }
    },

    /** False when the event is older than the install that is there now. */
    async uninstall(shop: string, triggeredAt: Date): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { shop, status: trusted({ $ne: 'uninstalled' }), installedAt: trusted({ $lt: triggeredAt }) },
        { $set: { status: 'uninstalled', uninstalledAt: clock.now() }, $unset: { nextProbeAt: 1 } },
      );
      return matchedCount > 0;
    },

    /** True when access had been lost, or the shop was closed, and is back: a check is due now. */
    async visited(shop: string): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { shop, status: trusted({ $in: ['needsVisit', 'frozen'] }) },
        { $set: { status: 'installed', nextCheckAt: clock.now() }, $unset: { nextProbeAt: 1 } },
      );
      return matchedCount > 0;
    },

    async accessLost(shop: string): Promise<void> {
      await model.updateOne(
        { shop, status: trusted({ $in: ['installed', 'frozen'] }) },
        { $set: { status: 'needsVisit' }, $unset: { nextProbeAt: 1 } },
      );
    },

    /** Shopify closed the shop to apps: nothing runs, and one question a day asks whether it is open. True: it is news. */
    async freeze(shop: string): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { shop, status: 'installed' },
        { $set: { ...probedNow(), status: 'frozen' } },
      );
      return matchedCount > 0;
    },

    /** Asked, and not open yet. */
    async frozenStill(shop: string): Promise<void> {
      await model.updateOne({ shop, status: 'frozen' }, { $set: probedNow() });
    },

    /** The shop is open again: a check is due now. False: it was not frozen. */
    async thaw(shop: string): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { shop, status: 'frozen' },
        { $set: { status: 'installed', nextCheckAt: clock.now() }, $unset: { nextProbeAt: 1 } },
      );
      return matchedCount > 0;
    },

    /** Somebody opened the app of a frozen shop: it is asked soon. Again and again within ten minutes is once. */
    async probeSoon(shop: string): Promise<boolean> {
      const now = clock.now();
      const { matchedCount } = await model.updateOne(
        { shop, status: 'frozen', lastProbeAt: trusted({ $lt: new Date(now.getTime() - PROBE_AGAIN_MS) }) },
        { $set: { nextProbeAt: now } },
      );
      return matchedCount > 0;
    },

    /** Frozen shops that are to be asked whether they are open. For the sweep alone. */
    async dueProbes(limit: number): Promise<string[]> {
      return dueOf('frozen', 'nextProbeAt', limit);
    },

    /** Shops whose main theme is to be looked at, longest waiting first. For the sweep alone. */
    async dueThemeLooks(limit: number): Promise<string[]> {
      return dueOf('installed', 'nextThemeLookAt', limit);
    },

    /** The theme could not be looked at now. */
    async themeLookLater(shop: string, ms: number): Promise<void> {
      await model.updateOne({ shop }, { $set: { nextThemeLookAt: new Date(clock.now().getTime() + ms) } });
    },

    /** The theme was looked at. */
    async themeLookedAt(shop: string): Promise<void> {
      const now = clock.now();
      await model.updateOne({ shop }, { $set: { lastThemeLookAt: now, nextThemeLookAt: nextThemeLook(shop, now) } });
    },

    async setScopes(shop: string, scopes: readonly string[]): Promise<void> {
      await model.updateOne({ shop }, { $set: { scopes: [...scopes] } });
    },

    async setGuideHidden(shop: string, guideHidden: boolean): Promise<void> {
      await model.updateOne({ shop }, { $set: { guideHidden } });
    },

    /** Shops whose whole check or daily look is due, longest waiting first. For the sweep alone. */
    async due(limit: number): Promise<DueShop[]> {
      const now = clock.now();
      const passed = trusted({ $lte: now });
      const acrossTenants = 'the sweep looks for due shops';
      const whole = await model
        .find({ status: 'installed', nextCheckAt: passed }, { _id: 0, shop: 1, nextCheckAt: 1 })
        .setOptions({ acrossTenants })
        .sort({ nextCheckAt: 1 })
        .limit(limit)
        .lean();
      const looks = await model
        .find(
          { status: 'installed', nextWatchAt: passed, nextCheckAt: trusted({ $gt: now }) },
          { _id: 0, shop: 1, nextWatchAt: 1 },
        )
        .setOptions({ acrossTenants })
        .sort({ nextWatchAt: 1 })
        .limit(limit)
        .lean();
      return [
        ...whole.map(({ shop, nextCheckAt }): DueShop => ({ shop, at: nextCheckAt, reach: 'all' })),
        ...looks.flatMap(({ shop, nextWatchAt }): DueShop[] =>
          nextWatchAt ? [{ shop, at: nextWatchAt, reach: 'watch' }] : [],
        ),
      ]
        .toSorted((a, b) => a.at.getTime() - b.at.getTime())
        .slice(0, limit);
    },

    /** The shop's budget is spent: its due moment comes later. Somebody who moved it meanwhile keeps their moment. */
    async postpone({ shop, at, reach }: DueShop, to: Date): Promise<void> {
      if (reach === 'all') await model.updateOne({ shop, nextCheckAt: at }, { $set: { nextCheckAt: to } });
      else await model.updateOne({ shop, nextWatchAt: at }, { $set: { nextWatchAt: to } });
    },

    /** The due moment is taken care of. Somebody who moved it meanwhile keeps their moment. */
    async advance({ shop, at, reach }: DueShop): Promise<void> {
      const now = clock.now();
      if (reach === 'all') {
        await model.updateOne({ shop, nextCheckAt: at }, { $set: { nextCheckAt: nextWeeklyCheck(shop, now) } });
        return;
      }
      await model.updateOne({ shop, nextWatchAt: at }, { $set: { nextWatchAt: nextDailyCheck(shop, now) } });
    },

    /** Takes the next run number; null when nothing may run for the shop now. */
    async nextRun(shop: string): Promise<{ run: number; install: number } | null> {
      const record = await model
        .findOneAndUpdate({ shop, status: 'installed' }, { $inc: { run: 1 } }, { returnDocument: 'after' })
        .lean();
      return record && { run: record.run, install: record.install };
    },

    /** After a failed scan: soon at first, then more and more seldom. */
    async retryLater(shop: string): Promise<void> {
      const record = await model
        .findOneAndUpdate({ shop, status: 'installed' }, { $inc: { failedScans: 1 } }, { returnDocument: 'after' })
        .lean();
      if (record) await dueBy(shop, new Date(clock.now().getTime() + retryDelayMs(record.failedScans)));
    },
  };
}

function presentShop(record: ShopRecord): Shop {
  const { shop, status, install, installedAt, scopes, nextCheckAt, guideHidden } = record;
  return {
    shop,
    status,
    install,
    installedAt,
    uninstalledAt: record.uninstalledAt ?? null,
    scopes,
    nextCheckAt,
    lastCheckAt: record.lastCheckAt ?? null,
    nextWatchAt: record.nextWatchAt ?? null,
    timeZone: record.timeZone ?? null,
    nextThemeLookAt: record.nextThemeLookAt ?? null,
    lastThemeLookAt: record.lastThemeLookAt ?? null,
    themeDigest: record.themeDigest ?? null,
    lastProbeAt: record.lastProbeAt ?? null,
    guideHidden,
  };
}
