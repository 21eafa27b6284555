import type { Connection } from 'mongoose';
import type { Clock } from '../clock.ts';
import { shopModel, type ShopRecord, type ShopStatus } from '../models/shop.ts';
import { trusted } from '../store/connect.ts';
import { duplicateKey } from './duplicate-key.ts';
import type { ScanReach } from './scan-reach.ts';
import { nextDailyCheck, nextWeeklyCheck, retryDelayMs } from './schedule.ts';

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
  readonly guideHidden: boolean;
}

/** A shop that is due, as the sweep sees it. */
export interface DueShop {
  readonly shop: string;
  readonly at: Date;
  readonly reach: Exclude<ScanReach, 'said'>;
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
        { $set: { status: 'uninstalled', uninstalledAt: clock.now() } },
      );
      return matchedCount > 0;
    },

    /** True when access had been lost and is back: a check is due now. */
    async visited(shop: string): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { shop, status: 'needsVisit' },
        { $set: { status: 'installed', nextCheckAt: clock.now() } },
      );
      return matchedCount > 0;
    },

    async accessLost(shop: string): Promise<void> {
      await model.updateOne({ shop, status: 'installed' }, { $set: { status: 'needsVisit' } });
    },

    async setScopes(shop: string, scopes: readonly string[]): Promise<void> {
      await model.updateOne({ shop }, { $set: { scopes: [...scopes] } });
    },

    async setGuideHidden(shop: string, guideHidden: boolean): Promise<void> {
      await model.updateOne({ shop }, { $set: { guideHidden } });
    },

    /** Shops whose whole check is due, then those whose daily look is, longest waiting first. For the sweep alone. */
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
      ];
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
  const { shop, status, install, installedAt, uninstalledAt, scopes, nextCheckAt, lastCheckAt, guideHidden } = record;
  return {
    shop,
    status,
    install,
    installedAt,
    uninstalledAt: uninstalledAt ?? null,
    scopes,
    nextCheckAt,
    lastCheckAt: lastCheckAt ?? null,
    guideHidden,
  };
}
