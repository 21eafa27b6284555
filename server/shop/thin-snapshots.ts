import type { Connection, Types } from 'mongoose';
import { reportWeekOf } from '../../core/report/week.ts';
import type { Audit } from '../audit/audit.ts';
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
export function thinSnapshots({ connection, audit, clock }: { connection: Connection; audit: Audit; clock: Clock }) {
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

  /** Whether another of the same week follows; one that is the last is marked. */
  async function mayGo({ _id, shop, takenAt }: OldSnapshot): Promise<boolean> {
    const { endsAt } = reportWeekOf(takenAt.toISOString(), await zoneOf(shop));
    const isFollowed = await model.exists({ shop, takenAt: trusted({ $gt: takenAt, $lt: new Date(endsAt) }) });
    if (!isFollowed) await model.updateOne({ shop, _id }, { $set: { isLastOfWeek: true } });
    return isFollowed !== null;
  }

  /** The log first, as with every deed. Those of one shop are one line. */
  async function remove(shop: string, some: readonly OldSnapshot[]): Promise<number> {
    const actor = { kind: 'job', id: null } as const;
    await audit.append(shop, { actor, action: 'retention.thinned', details: { snapshots: some.length } });
    let gone = 0;
    for (const { _id } of some) gone += (await model.deleteOne({ shop, _id })).deletedCount;
    return gone;
  }

  /** Looks at so many, the oldest first; answers how many went. For the sweep alone. */
  return async (limit: number): Promise<number> => {
    const going: OldSnapshot[] = [];
    for (const snapshot of await old(limit)) if (await mayGo(snapshot)) going.push(snapshot);
    let gone = 0;
    for (const [shop, some] of Map.groupBy(going, ({ shop }) => shop)) gone += await remove(shop, some);
    return gone;
  };
}
