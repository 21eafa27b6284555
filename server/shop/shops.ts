import type { Connection } from 'mongoose';
import type { Clock } from '../clock.ts';
import { shopModel, type ShopRecord, type ShopStatus } from '../models/shop.ts';
import { trusted } from '../store/connect.ts';
import { duplicateKey } from './duplicate-key.ts';
import { nextWeeklyCheck, retryDelayMs } from './schedule.ts';

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
export type DueShop = Pick<Shop, 'shop' | 'nextCheckAt'>;

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

    /** Shops whose check is due, longest waiting first. For the sweep alone. */
    async due(limit: number): Promise<DueShop[]> {
      return model
        .find({ status: 'installed', nextCheckAt: trusted({ $lte: clock.now() }) }, { _id: 0, shop: 1, nextCheckAt: 1 })
        .setOptions({ acrossTenants: 'the sweep looks for due shops' })
        .sort({ nextCheckAt: 1 })
        .limit(limit)
        .lean();
    },

    /** The due moment is taken care of. Somebody who moved it meanwhile keeps their moment. */
    async advance({ shop, nextCheckAt }: DueShop): Promise<void> {
      await model.updateOne({ shop, nextCheckAt }, { $set: { nextCheckAt: nextWeeklyCheck(shop, clock.now()) } });
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
