import type { Connection } from 'mongoose';
import type { Clock } from '../clock.ts';
import { auditAnchorModel } from '../models/audit-anchor.ts';
import { auditEntryModel } from '../models/audit-entry.ts';
import { RETENTION_DAYS, daysInSeconds } from '../models/retention.ts';
import { duplicateKey } from '../shop/duplicate-key.ts';
import { trusted } from '../store/connect.ts';
import type { AuditSeal } from './audit-seal.ts';

export interface AuditPruning {
  /**
   * Removes lines whose time is over, of so many shops at most; answers of how many shops. Safe to repeat and to kill: the
   * hash of the last line stands elsewhere before the line goes.
   */
  prune(shopsAtMost: number): Promise<number>;
}

/** The oldest lines of each log, up to the first that is to stay: order is by number, whatever the clock said. */
export function auditPruning({
  connection,
  seal,
  clock,
}: {
  connection: Connection;
  seal: AuditSeal;
  clock: Clock;
}): AuditPruning {
  const model = auditEntryModel(connection);
  const anchors = auditAnchorModel(connection);

  async function pruneShop(shop: string, cutoff: Date): Promise<boolean> {
    const stays = await model
      .findOne({ shop, at: trusted({ $gte: cutoff }) }, { seq: 1 })
      .sort({ seq: 1 })
      .lean();
    const goes = stays ? { shop, seq: trusted({ $lt: stays.seq }) } : { shop };
    const edge = await model.findOne(goes, { seq: 1, hash: 1 }).sort({ seq: -1 }).lean();
    if (!edge) return false;
    const { seq, hash } = edge;
    const anchor = { seq, hash, signature: seal.sign(shop, edge), removedAt: clock.now() };
    try {
      await anchors.updateOne({ shop, seq: trusted({ $lte: seq }) }, { $set: anchor }, { upsert: true });
    } catch (error) {
      if (!duplicateKey(error)) throw error; // another worker is further along
    }
    await model.deleteMany({ shop, seq: trusted({ $lte: seq }) });
    return true;
  }

  return {
    async prune(shopsAtMost) {
      const cutoff = new Date(clock.now().getTime() - daysInSeconds(RETENTION_DAYS.audit) * 1_000);
      const old = await model
        .find({ at: trusted({ $lt: cutoff }) }, { shop: 1 })
        .setOptions({ acrossTenants: 'lines of audit logs whose time is over' })
        .sort({ at: 1 })
        .limit(shopsAtMost)
        .lean();
      const shops = [...new Set(old.map(({ shop }) => shop))];
      let pruned = 0;
      for (const shop of shops) pruned += Number(await pruneShop(shop, cutoff));
      return pruned;
    },
  };
}
