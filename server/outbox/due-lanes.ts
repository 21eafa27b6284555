import type { Connection } from 'mongoose';
import type { DeliveryState } from '../../core/api/notices.ts';
import type { Clock } from '../clock.ts';
import { deliveryModel } from '../models/delivery.ts';
import { trusted } from '../store/connect.ts';
import type { ChannelName } from './channel.ts';
import type { Lane } from './hand-out.ts';

/** So many deliveries are looked at at once; a shop that fills them is left out of the next look. */
const LOOK = 2_000;
const LOOKS_AT_MOST = 10;
const UNSENT: DeliveryState[] = ['waiting', 'parked'];

/**
 * What the sweep asks of the outbox: which shops have something due, on which way out. A shop with ten thousand due
 * deliveries is one shop, like all others.
 */
export function dueLanes({ connection, clock }: { connection: Connection; clock: Clock }) {
  const model = deliveryModel(connection);

  async function shopsDue(channel: ChannelName, limit: number): Promise<string[]> {
    const now = clock.now();
    const shops = new Set<string>();
    for (let looks = 0; looks < LOOKS_AT_MOST && shops.size < limit; looks += 1) {
      const records = await model
        .find(
          {
            ...{ state: 'waiting', channel },
            ...{ nextTryAt: trusted({ $lte: now }), lockedUntil: trusted({ $lte: now }) },
            ...(shops.size > 0 && { shop: trusted({ $nin: [...shops] }) }),
          },
          { _id: 0, shop: 1 },
        )
        .setOptions({ acrossTenants: 'the sweep looks for deliveries that are due' })
        .sort({ nextTryAt: 1 })
        .limit(LOOK)
        .lean();
      for (const { shop } of records) shops.add(shop);
      if (records.length < LOOK) break;
    }
    return [...shops].slice(0, limit);
  }

  return {
    /** Longest waiting first, so many of each way out. */
    async list(channels: readonly ChannelName[], limit: number): Promise<Lane[]> {
      const lanes: Lane[] = [];
      for (const channel of channels) {
        lanes.push(...(await shopsDue(channel, limit)).map((shop) => ({ shop, channel })));
      }
      return lanes;
    },

    /** Takes away words that were kept long enough. What still waited is not sent any more. */
    async forgetTexts(): Promise<void> {
      const passed = { textGoesAt: trusted({ $lte: clock.now() }) };
      const acrossTenants = 'the sweep forgets what notices said';
      const $unset = { bodySealed: 1, factSealed: 1, textGoesAt: 1 } as const;
      const unsent = { ...passed, state: trusted({ $in: UNSENT }) };
      const $set = { state: 'dropped' as const, code: 'too-late', newsJsons: [] };
      await model.updateMany(unsent, { $set, $unset }).setOptions({ acrossTenants });
      await model.updateMany(passed, { $set: { newsJsons: [] }, $unset }).setOptions({ acrossTenants });
    },
  };
}
