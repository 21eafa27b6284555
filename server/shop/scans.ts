import { Types, type Connection } from 'mongoose';
import type { EvidenceKind } from '../../core/evidence/kinds.ts';
import type { Collected, EvidenceSet } from '../../core/evidence/snapshot.ts';
import type { ScanProgress } from '../../core/api/home.ts';
import type { Clock } from '../clock.ts';
import { scanModel, type ScanTrigger } from '../models/scan.ts';
import { trusted } from '../store/connect.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { duplicateKey } from './duplicate-key.ts';
import { pack, unpack } from './packed.ts';
import { activeScan, presentScan, type ActiveScan, type ScanKey } from './scan-shapes.ts';
import type { ShopStore } from './shops.ts';

/** Longer than every collector's deadline with its retries: a scan that is older was lost. */
export const SCAN_DEADLINE_MS = 15 * 60_000;

/**
 * Of one kind, packed; together they leave the scan below the 16 MB that MongoDB takes, sealing's third included. Typical
 * for 50,000 orders is 2 MB.
 */
const MAX_CHARS: Readonly<Partial<Record<EvidenceKind, number>>> = {
  orders: 6_000_000,
  catalogue: 2_000_000,
  companyBuyers: 1_200_000,
};
const MAX_CHARS_OF_OTHERS = 250_000;

export type StartedScan =
  | { readonly started: true; readonly scan: ActiveScan }
  /** active: one goes on. repeated: this cause was scanned. stopped: the shop is not installed, or needs a visit. */
  | { readonly started: false; readonly why: 'active' | 'repeated' | 'stopped' };

export type ScanStore = ReturnType<typeof scanStore>;

/** Scans as they go. Every write names the run; once a scan is over nothing more is written into it. */
export function scanStore({
  connection,
  cipher,
  shops,
  clock,
}: {
  connection: Connection;
  cipher: FieldCipher;
  shops: ShopStore;
  clock: Clock;
}) {
  const model = scanModel(connection);
  const place = (scanId: string, kind: string) => ({ collection: 'scans', field: kind, id: scanId });
  const going = ({ shop, scanId, run, install }: ScanKey) => ({ shop, _id: scanId, active: true, run, install });
  const over = { $unset: { active: 1, evidence: 1 } } as const;

  return {
    /** Begins a scan unless one goes on, or this very cause was scanned already. */
    async start(shop: string, { cause, trigger }: { cause: string; trigger: ScanTrigger }): Promise<StartedScan> {
      if (await model.exists({ shop, active: true })) return { started: false, why: 'active' };
      if (await model.exists({ shop, cause })) return { started: false, why: 'repeated' };
      const numbers = await shops.nextRun(shop);
      if (!numbers) return { started: false, why: 'stopped' };
      const requestedAt = clock.now();
      const record = {
        _id: new Types.ObjectId(),
        shop,
        ...numbers,
        cause,
        trigger,
        state: 'queued' as const,
        active: true,
        requestedAt,
        deadlineAt: new Date(requestedAt.getTime() + SCAN_DEADLINE_MS),
        outcomes: {},
      };
      try {
        await model.create(record);
        return { started: true, scan: activeScan(record) };
      } catch (error) {
        const keys = duplicateKey(error);
        if (!keys) throw error;
        return { started: false, why: keys.includes('cause') ? 'repeated' : 'active' };
      }
    },

    /** The scan while it goes on; null once it is over, whoever ended it. */
    async active(key: ScanKey): Promise<ActiveScan | null> {
      const record = await model.findOne(going(key), { evidence: 0 }).lean();
      return record && activeScan(record);
    },

    /** The scan that goes on in this shop. */
    async current(shop: string): Promise<ActiveScan | null> {
      const record = await model.findOne({ shop, active: true }, { evidence: 0 }).lean();
      return record && activeScan(record);
    },

    async newest(shop: string): Promise<ScanProgress | null> {
      const record = await model.findOne({ shop }, { evidence: 0 }).sort({ requestedAt: -1 }).lean();
      return record && presentScan(record);
    },

    /** When people asked for scans since `since`, oldest first. */
    async askedByPeopleSince(shop: string, since: Date): Promise<Date[]> {
      const records = await model
        .find({ shop, trigger: 'person', requestedAt: trusted({ $gt: since }) }, { requestedAt: 1 })
        .sort({ requestedAt: 1 })
        .lean();
      return records.map(({ requestedAt }) => requestedAt);
    },

    /**
     * Keeps what one collector found. False when the scan is over, or the kind has its answer already.
     * @throws {TooLargeToKeepError}
     */
    async record(key: ScanKey, kind: EvidenceKind, collected: Collected<unknown>): Promise<boolean> {
      const isRefused = collected.status === 'unavailable' && collected.reason === 'token-refused';
      const packed = await pack(collected, { maxChars: MAX_CHARS[kind] ?? MAX_CHARS_OF_OTHERS });
      const sealed = await cipher.seal(key.shop, place(key.scanId, kind), packed);
      const { matchedCount } = await model.updateOne(
        { ...going(key), [`outcomes.${kind}`]: trusted({ $exists: false }) },
        {
          $set: {
            state: 'collecting',
            [`outcomes.${kind}`]: isRefused ? 'token-refused' : collected.status,
            [`evidence.${kind}`]: sealed,
          },
        },
      );
      return matchedCount > 0;
    },

    /** Everything that the collectors brought; the page is told that judging begins. Null when the scan is over. */
    async beginEvaluating(key: ScanKey): Promise<EvidenceSet | null> {
      const record = await model.findOneAndUpdate(going(key), { $set: { state: 'evaluating' } }).lean();
      if (!record) return null;
      const evidence: Record<string, unknown> = {};
      for (const [kind, sealed] of Object.entries((record.evidence ?? {}) as Record<string, string>)) {
        evidence[kind] = await unpack(await cipher.open(key.shop, place(key.scanId, kind), sealed));
      }
      return evidence; // written by `record`, which takes nothing else
    },

    /** The last step: the page sees "done" and what changed. */
    async finish(shop: string, scanId: string): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { shop, _id: scanId, active: true, changes: trusted({ $exists: true }) },
        { $set: { state: 'done', finishedAt: clock.now() }, ...over },
      );
      return matchedCount > 0;
    },

    /** Ends a scan visibly and has the shop checked again later. A scan that was judged is never failed. */
    async fail(shop: string, scanId: string, failure: string): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { shop, _id: scanId, active: true, changes: trusted({ $exists: false }) },
        { $set: { state: 'failed', failure, finishedAt: clock.now() }, ...over },
      );
      if (matchedCount > 0) await shops.retryLater(shop);
      return matchedCount > 0;
    },

    /** The shop is gone: what runs for it stops, and nothing follows. */
    async abandon(shop: string, failure: string): Promise<void> {
      await model.updateMany(
        { shop, active: true },
        { $set: { state: 'failed', failure, finishedAt: clock.now() }, ...over },
      );
    },

    /** Scans that go on since before `before`, oldest first. For the sweep alone. */
    async goingSince(before: Date, limit: number): Promise<ActiveScan[]> {
      const records = await model
        .find({ active: true, requestedAt: trusted({ $lte: before }) }, { evidence: 0 })
        .setOptions({ acrossTenants: 'the sweep looks for scans whose jobs were lost' })
        .sort({ requestedAt: 1 })
        .limit(limit)
        .lean();
      return records.map(activeScan);
    },
  };
}
