import { Types, type Connection } from 'mongoose';
import type { EvidenceByKind, EvidenceKind } from '../../core/evidence/kinds.ts';
import type { Collected, EvidenceSet, Snapshot } from '../../core/evidence/snapshot.ts';
import { snapshotModel, type SnapshotRecord } from '../models/snapshot.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { duplicateKey } from './duplicate-key.ts';
import { pack, unpack } from './packed.ts';

/** How far back a collector's last result is looked for. */
const LOOK_BACK = 5;
/** Sealing adds a third; MongoDB takes 16 MB. */
const MAX_CHARS = 12_000_000;

export type SnapshotStore = ReturnType<typeof snapshotStore>;

/** Snapshots, packed and sealed. A snapshot never changes. */
export function snapshotStore({ connection, cipher }: { connection: Connection; cipher: FieldCipher }) {
  const model = snapshotModel(connection);
  const place = (id: string) => ({ collection: 'snapshots', field: 'evidence', id });

  async function open(record: SnapshotRecord & { _id: Types.ObjectId }): Promise<Snapshot> {
    const { _id, shop, takenAt, evidenceSealed } = record;
    const evidence = (await unpack(await cipher.open(shop, place(_id.toString()), evidenceSealed))) as EvidenceSet;
    return { shop, takenAt: takenAt.toISOString(), evidence };
  }

  async function find(shop: string, id: string): Promise<Snapshot | null> {
    const record = await model.findOne({ shop, _id: id }).lean();
    return record && open(record);
  }

  return {
    find,

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

    /** Stores a snapshot once; repeated, it answers what was stored first. */
    async keep(id: string, snapshot: Snapshot): Promise<Snapshot> {
      const { shop } = snapshot;
      const packed = await pack(snapshot.evidence, { maxChars: MAX_CHARS });
      const evidenceSealed = await cipher.seal(shop, place(id), packed);
      try {
        await model.create({ _id: new Types.ObjectId(id), shop, takenAt: new Date(snapshot.takenAt), evidenceSealed });
        return snapshot;
      } catch (error) {
        if (!duplicateKey(error)) throw error;
        return (await find(shop, id)) ?? snapshot;
      }
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
