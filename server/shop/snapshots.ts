import { Types, type Connection } from 'mongoose';
import type { EvidenceByKind, EvidenceKind } from '../../core/evidence/kinds.ts';
import { ordersWithBuyerNumbers, withoutBuyerNumbers } from '../../core/evidence/derived/buyer-number-removal.ts';
import type { Collected, EvidenceSet, Snapshot } from '../../core/evidence/snapshot.ts';
import { snapshotModel, type SnapshotRecord } from '../models/snapshot.ts';
import { trusted } from '../store/connect.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { duplicateKey } from './duplicate-key.ts';
import { pack, unpack } from './packed.ts';
import { redactedOrders } from './privacy-requests.ts';

/** How far back a collector's last result is looked for. */
const LOOK_BACK = 5;
/** Sealing adds a third; MongoDB takes 16 MB. */
const MAX_CHARS = 12_000_000;

export type SnapshotStore = ReturnType<typeof snapshotStore>;

/** Another removal came between, so often in a row. */
const REMOVAL_TRIES = 5;

/**
 * Snapshots, packed and sealed. A snapshot never changes, with one exception: tax numbers on orders of a buyer who asked to
 * be forgotten are removed, and what is kept later comes without them.
 */
export function snapshotStore({ connection, cipher }: { connection: Connection; cipher: FieldCipher }) {
  const model = snapshotModel(connection);
  const place = (id: string) => ({ collection: 'snapshots', field: 'evidence', id });

  async function open(record: SnapshotRecord & { _id: Types.ObjectId }): Promise<Snapshot> {
    const { _id, shop, takenAt, evidenceSealed } = record;
    const evidence = (await unpack(await cipher.open(shop, place(_id.toString()), evidenceSealed))) as EvidenceSet;
    return { shop, takenAt: takenAt.toISOString(), evidence };
  }

  const seal = async (shop: string, id: string, evidence: EvidenceSet) =>
    cipher.seal(shop, place(id), await pack(evidence, { maxChars: MAX_CHARS }));

  async function find(shop: string, id: string): Promise<Snapshot | null> {
    const record = await model.findOne({ shop, _id: id }).lean();
    return record && open(record);
  }

  async function removeBuyerNumbers(
    shop: string,
    id: string,
    orders: ReadonlySet<string>,
    found: (held: readonly string[]) => Promise<void>,
  ): Promise<void> {
    for (let tries = 0; tries < REMOVAL_TRIES; tries += 1) {
      const record = await model.findOne({ shop, _id: id }).lean();
      if (!record) return;
      const { evidence } = await open(record);
      const held = ordersWithBuyerNumbers(evidence, orders);
      if (held.length === 0) return;
      await found(held);
      const evidenceSealed = await seal(shop, id, withoutBuyerNumbers(evidence, orders));
      const { matchedCount } = await model.updateOne(
        { shop, _id: id, removals: record.removals ?? trusted({ $exists: false }) },
        { $set: { evidenceSealed }, $inc: { removals: 1 } },
      );
      if (matchedCount > 0) return;
    }
    throw new Error('A snapshot changed again and again while numbers were removed from it.');
  }

  return {
    find,

    /** Of all that are kept, newest first. */
    async ids(shop: string): Promise<string[]> {
      const records = await model.find({ shop }, { _id: 1 }).sort({ takenAt: -1 }).lean();
      return records.map(({ _id }) => _id.toString());
    },

    /**
     * Removes buyers' tax numbers of these orders ("gid://shopify/Order/1") from one snapshot. `found` hears which orders
     * had one before it is gone. Safe to repeat, and beside another removal.
     */
    removeBuyerNumbers,

    /** For the operator's command, which names a snapshot and no shop. */
    async findAnywhere(id: string): Promise<Snapshot | null> {
      const record = await model
        .findOne({ _id: id })
        .setOptions({ acrossTenants: 'the judge command names one snapshot' })
        .lean();
      return record && open(record);
    },

    /** The newest of all shops, for the operator's command: what there is to judge again. */
    async newestAnywhere(limit: number): Promise<readonly { id: string; shop: string; takenAt: string }[]> {
      const records = await model
        .find({}, { shop: 1, takenAt: 1 })
        .setOptions({ acrossTenants: 'the judge command lists snapshots' })
        .sort({ takenAt: -1 })
        .limit(limit)
        .lean();
      return records.map(({ _id, shop, takenAt }) => ({ id: _id.toString(), shop, takenAt: takenAt.toISOString() }));
    },

    /**
     * Stores a snapshot once, without tax numbers of buyers who asked to be forgotten; answers what is stored. Repeated, it
     * answers what was stored first.
     */
    async keep(id: string, taken: Snapshot): Promise<Snapshot> {
      const { shop } = taken;
      const forgetting = async (snapshot: Snapshot): Promise<Snapshot> => ({
        ...snapshot,
        evidence: withoutBuyerNumbers(snapshot.evidence, await redactedOrders(connection, shop)),
      });
      const snapshot = await forgetting(taken);
      const evidenceSealed = await seal(shop, id, snapshot.evidence);
      try {
        await model.create({ _id: new Types.ObjectId(id), shop, takenAt: new Date(snapshot.takenAt), evidenceSealed });
      } catch (error) {
        if (!duplicateKey(error)) throw error;
        return (await find(shop, id)) ?? snapshot;
      }
      // A request that was received in between has not seen this snapshot.
      const again = await forgetting(snapshot);
      if (again.evidence === snapshot.evidence) return snapshot;
      await removeBuyerNumbers(shop, id, await redactedOrders(connection, shop), async () => undefined);
      return (await find(shop, id)) ?? again;
    },

    /** Null: none is kept. */
    async newest(shop: string): Promise<Snapshot | null> {
      const record = await model.findOne({ shop }).sort({ takenAt: -1 }).lean();
      return record && open(record);
    },

    /** A kind of evidence from the newest of the last five snapshots that had it. */
    async newestOf<K extends EvidenceKind>(shop: string, kind: K): Promise<EvidenceByKind[K] | null> {
      for (let back = 0; back < LOOK_BACK; back += 1) {
        const record = await model.findOne({ shop }).sort({ takenAt: -1 }).skip(back).lean();
        if (!record) return null;
        const collected: Collected<EvidenceByKind[K]> | undefined = (await open(record)).evidence[kind];
        if (collected?.status === 'collected') return collected.value;
      }
      return null;
    },
  };
}
