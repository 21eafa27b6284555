import type { Connection } from 'mongoose';
import { reportWeekOf } from '../../core/report/week.ts';
import type { Clock } from '../clock.ts';
import { SHOP_STATUSES, shopModel } from '../models/shop.ts';
import { trusted } from '../store/connect.ts';

/** A shop whose access is lost still hears that nobody looked. */
const REPORTED = SHOP_STATUSES.filter((status) => status !== 'uninstalled');
const SEND_AGAIN_MS = 60 * 60_000;
const LATER_MS = 60 * 60_000;

export type ReportSchedule = ReturnType<typeof reportSchedule>;

/** When each shop's week ends: the truth of which report is due. */
export function reportSchedule({ connection, clock }: { connection: Connection; clock: Clock }) {
  const model = shopModel(connection);
  const acrossTenants = 'the sweep looks for weeks that are over';

  async function plan(shop: string, timeZone: string | null): Promise<void> {
    const nextReportAt = new Date(reportWeekOf(clock.now().toISOString(), timeZone).endsAt);
    await model.updateOne({ shop }, { $set: { nextReportAt } });
  }

  return {
    /** Shops whose week is over, longest waiting first. Those that have no moment yet get one. For the sweep alone. */
    async due(limit: number): Promise<string[]> {
      const status = trusted({ $in: REPORTED });
      const fresh = await model
        .find({ status, nextReportAt: trusted({ $exists: false }) }, { _id: 0, shop: 1, timeZone: 1 })
        .setOptions({ acrossTenants })
        .limit(limit)
        .lean();
      for (const { shop, timeZone } of fresh) await plan(shop, timeZone ?? null);
      const records = await model
        .find({ status, nextReportAt: trusted({ $lte: clock.now() }) }, { _id: 0, shop: 1 })
        .setOptions({ acrossTenants })
        .sort({ nextReportAt: 1 })
        .limit(limit)
        .lean();
      return records.map(({ shop }) => shop);
    },

    /** The report of the week that ended is taken care of. */
    plan,

    /** It could not be made now; the sweep asks again in an hour. */
    async later(shop: string): Promise<void> {
      const nextReportAt = new Date(clock.now().getTime() + LATER_MS);
      await model.updateOne({ shop }, { $set: { nextReportAt } });
    },

    async nextAt(shop: string): Promise<Date | null> {
      const record = await model.findOne({ shop }, { nextReportAt: 1 }).lean();
      return record?.nextReportAt ?? null;
    },

    /** A person asks for a report to be sent. Null: yes; otherwise when one may again. */
    async askToSend(shop: string): Promise<Date | null> {
      const now = clock.now();
      const before = new Date(now.getTime() - SEND_AGAIN_MS);
      const { matchedCount } = await model.updateOne(
        { shop, reportSentAt: trusted({ $not: { $gt: before } }) },
        { $set: { reportSentAt: now } },
      );
      if (matchedCount > 0) return null;
      const record = await model.findOne({ shop }, { reportSentAt: 1 }).lean();
      return new Date((record?.reportSentAt ?? now).getTime() + SEND_AGAIN_MS);
    },
  };
}
