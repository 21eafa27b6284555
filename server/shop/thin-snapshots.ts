import type { Connection, Types } from 'mongoose';
import { reportWeekOf } from '../../core/report/week.ts';
import type { Clock } from '../clock.ts';
import { RETENTION_DAYS } from '../models/retention.ts';
import { shopModel } from '../models/shop.ts';
import { snapshotModel } from '../models/snapshot.ts';
import { trusted } from '../store/connect.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

interface OldSnapshot {
  readonly _id: Types.ObjectId;
  readonly shop: string;
  readonly takenAt: Date;
}

export type ThinSnapshots = ReturnType<typeof thinSnapshots>;

/**
 * Once a snapshot is five weeks old it stays only where it is the last of its week, the one that the week's report is
 * made of; its standing stays in any case. Weeks are those of reports: Monday 09:00 in the shop's zone. Safe to repeat and
 * to break off, and side by side: each snapshot is judged by itself, and what stays is marked and never looked at again.
 */
export function thinSnapshots({ connection, clock }: { connection: Connection; clock: Clock }) {
  const model = snapshotModel(connection);

  const old = (limit: number): Promise<OldSnapshot[]> =>
    model
      .find(
        {
          isLastOfWeek: trusted({ $exists: false }),
          takenAt: trusted({ $lte: new Date(clock.now().getTime() - RETENTION_DAYS.everySnapshot * DAY_MS) }),
        },
        { shop: 1, takenAt: 1 },
      )
      .setOptions({ acrossTenants: 'the sweep thins old snapshots' })
      .sort({ takenAt: 1 })
      .limit(limit)
      .lean();

  async function zoneOf(shop: string): Promise<string | null> {
    return (await shopModel(connection).findOne({ shop }, { timeZone: 1 }).lean())?.timeZone ?? null;
  }

  /** True: it went. */
  async function thin({ _id, shop, takenAt }: OldSnapshot): Promise<boolean> {
    const { endsAt } = reportWeekOf(takenAt.toISOString(), await zoneOf(shop));
    const isFollowed = await model.exists({ shop, takenAt: trusted({ $gt: takenAt, $lt: new Date(endsAt) }) });
    if (isFollowed) return (await model.deleteOne({ shop, _id })).deletedCount > 0;
    await model.updateOne({ shop, _id }, { $set: { isLastOfWeek: true } });
    return false;
  }

  /** Looks at so many, the oldest first; answers how many went. For the sweep alone. */
  return async (limit: number): Promise<number> => {
    let gone = 0;
    for (const snapshot of await old(limit)) if (await thin(snapshot)) gone += 1;
    return gone;
  };
}
