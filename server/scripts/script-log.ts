import { Types, type Connection } from 'mongoose';
import type { ScriptEventKind, ScriptLogRow } from '../../core/api/scripts.ts';
import type { Clock } from '../clock.ts';
import { scriptEventModel } from '../models/script-event.ts';
import type { FieldCipher } from '../store/field-cipher.ts';

const MOST_ROWS = 500;

/** What a person did. */
export interface ScriptDeed {
  readonly kind: Extract<ScriptEventKind, 'approved' | 'rejected' | 'decision-withdrawn'>;
  readonly identity: string;
  readonly fromHash: string | null;
  readonly toHash: string | null;
  readonly reason: string | null;
}

/** What changed in the shop's scripts and who decided; each row is written once. */
export function scriptLog({
  connection,
  cipher,
  clock,
}: {
  connection: Connection;
  cipher: FieldCipher;
  clock: Clock;
}) {
  const model = scriptEventModel(connection);
  const place = (id: string) => ({ collection: 'script_events', field: 'reason', id });

  return {
    async note(shop: string, deeds: readonly ScriptDeed[], userId: string): Promise<void> {
      const at = clock.now();
      const events = await Promise.all(
        deeds.map(async ({ kind, identity, fromHash, toHash, reason }) => {
          const _id = new Types.ObjectId();
          return {
            ...{ _id, shop, at, kind, identity, by: userId },
            ...(fromHash !== null && { fromHash }),
            ...(toHash !== null && { toHash }),
            ...(reason !== null && { reasonSealed: await cipher.seal(shop, place(_id.toString()), reason) }),
          };
        }),
      );
      if (events.length > 0) await model.insertMany(events);
    },

    /** Newest first, at most five hundred. */
    async rows(shop: string): Promise<ScriptLogRow[]> {
      const records = await model.find({ shop }).sort({ at: -1, _id: -1 }).limit(MOST_ROWS).lean();
      return Promise.all(
        records.map(async ({ _id, at, kind, identity, by, fromHash, toHash, reasonSealed }) => ({
          ...{ at: at.toISOString(), kind, identity, by },
          fromHash: fromHash ?? null,
          toHash: toHash ?? null,
          reason: reasonSealed == null ? null : await cipher.open(shop, place(_id.toString()), reasonSealed),
        })),
      );
    },
  };
}
