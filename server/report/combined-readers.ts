import { createHmac } from 'node:crypto';
import type { Connection } from 'mongoose';
import { combinedDigestModel } from '../models/combined-digest.ts';
import { readerModel } from '../models/reader.ts';
import { duplicateKey } from '../shop/duplicate-key.ts';
import { trusted } from '../store/connect.ts';
import type { KeyRing } from '../store/key-ring.ts';

/** One reader in one shop. */
export interface ReaderOfShop {
  readonly shop: string;
  readonly readerId: string;
}

export type CombinedReaders = ReturnType<typeof combinedReaders>;

/**
 * Readers who asked for one digest of all shops that invited their address. What joins them is a keyed hash of the address,
 * kept only while they ask for it; no shop sees it, or the others.
 */
export function combinedReaders({
  connection,
  ring,
}: {
  connection: Connection;
  ring: Pick<KeyRing, 'activeId' | 'derive'>;
}) {
  const model = readerModel(connection);

  function keyOf(address: string): string {
    const key = ring.derive(ring.activeId, 'readers');
    return createHmac('sha256', key).update(address.toLowerCase()).digest('base64url');
  }

  /** Of one address, in the order of the shops' names; only those who confirmed and want it. */
  async function shopsOf(readerKey: string): Promise<ReaderOfShop[]> {
    const records = await model
      .find(
        {
          ...{ readerKey, isCombined: true, getsWeekly: true },
          confirmedAt: trusted({ $exists: true }),
          bouncedAt: trusted({ $exists: false }),
        },
        { shop: 1 },
      )
      .setOptions({ acrossTenants: 'one digest for a reader of several shops' })
      .sort({ shop: 1 })
      .lean();
    return records.map(({ shop, _id }) => ({ shop, readerId: _id.toString() }));
  }

  return {
    shopsOf,

    /** The reader's own wish, told by the page behind the link of the invitation. */
    async choose({ shop, readerId }: ReaderOfShop, address: string, isCombined: boolean): Promise<void> {
      const update = isCombined
        ? { $set: { isCombined, readerKey: keyOf(address) } }
        : { $set: { isCombined }, $unset: { readerKey: 1 } };
      await model.updateOne({ shop, _id: readerId }, update);
    },

    /** The key under the ring's present root key: after a turn of the ring all shops of an address meet again. */
    async keyNow({ shop, readerId }: ReaderOfShop, address: string): Promise<string> {
      const readerKey = keyOf(address);
      await model.updateOne({ shop, _id: readerId, isCombined: true }, { $set: { readerKey } });
      return readerKey;
    },

    /** Which of a reader's shops sends the digest of this week. Whoever asks first decides, for all who ask. */
    async senderOf(identity: string, wish: ReaderOfShop, at: Date): Promise<ReaderOfShop> {
      const digests = combinedDigestModel(connection);
      try {
        await digests.create({ _id: identity, ...wish, at });
        return wish;
      } catch (error) {
        if (!duplicateKey(error)) throw error;
        const first = await digests
          .findOne({ _id: identity })
          .setOptions({ acrossTenants: 'one digest for a reader of several shops' })
          .lean();
        return first ? { shop: first.shop, readerId: first.readerId } : wish;
      }
    },
  };
}
