import { Types, type Connection } from 'mongoose';
import type { EvidenceKind } from '../../core/evidence/kinds.ts';
import { ordersWithBuyerNumbers, withoutBuyerNumbers } from '../../core/evidence/derived/buyer-number-removal.ts';
import type { Collected, EvidenceSet } from '../../core/evidence/snapshot.ts';
import type { ScanProgress, ScanState } from '../../core/api/home.ts';
import type { Clock } from '../clock.ts';
import { scanModel, type ScanTrigger } from '../models/scan.ts';
import { snapshotModel } from '../models/snapshot.ts';
import { trusted } from '../store/connect.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import { duplicateKey } from './duplicate-key.ts';
import { pack, unpack } from './packed.ts';
import type { ScanReach } from './scan-reach.ts';
import { activeScan, presentScan, type ActiveScan, type ScanKey } from './scan-shapes.ts';
import type { ShopStore } from './shops.ts';

/** Longer than every collector's deadline with its retries: a scan that is older was lost. */
export const SCAN_DEADLINE_MS = 15 * 60_000;

/**
 * Of one kind, packed; together they leave the scan below the 16 MB that MongoDB takes, sealing's third included. Typical
 * for 50,000 orders is 2 MB.
 */
const MAX_CHARS: Readonly<Partial<Record<EvidenceKind, number>>> = {
  orders: 4_000_000,
  catalogue: 2_000_000,
  companyBuyers: 1_200_000,
  people: 600_000,
  storefront: 500_000,
  vendorTraces: 200_000,
  vendorBook: 500_000,
  scriptBook: 500_000,
};
const MAX_CHARS_OF_OTHERS = 150_000;
const maxChars = (kind: EvidenceKind): number => MAX_CHARS[kind] ?? MAX_CHARS_OF_OTHERS;

/** Where buyers' tax numbers stand. */
const KINDS_OF_ORDERS = ['orders', 'companyBuyers'] as const satisfies readonly EvidenceKind[];
/** Another removal came between, so often in a row. */
const REMOVAL_TRIES = 5;

/** A scan as somebody asks for it. */
export interface ScanWish {
  /** "due:2026-11-22T…": the same cause never scans twice. */
  readonly cause: string;
  readonly trigger: ScanTrigger;
  /** Everything, unless said otherwise. */
  readonly reach?: ScanReach;
}

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

  async function openEvidence(
    { shop, _id, evidence }: { shop: string; _id: Types.ObjectId; evidence?: unknown },
    wanted: (kind: string) => boolean,
  ): Promise<EvidenceSet> {
    const opened: Record<string, unknown> = {};
    for (const [kind, sealed] of Object.entries((evidence ?? {}) as Record<string, string>)) {
      if (wanted(kind)) opened[kind] = await unpack(await cipher.open(shop, place(_id.toString(), kind), sealed));
    }
    return opened; // written by `record`, which takes nothing else
  }
  const isOfOrders = (kind: string): boolean => KINDS_OF_ORDERS.some((one) => one === kind);

  return {
    /**
     * Begins a scan unless one goes on, or this very cause was scanned already. Where no snapshot stands yet there is
     * nothing to add to: then all is read, whatever was asked for.
     */
    async start(shop: string, { cause, trigger, reach = 'all' }: ScanWish): Promise<StartedScan> {
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
        reach: reach !== 'all' && (await snapshotModel(connection).exists({ shop })) ? reach : ('all' as const),
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

    /** Whether this very cause was scanned, or is being scanned. */
    async isKnownCause(shop: string, cause: string): Promise<boolean> {
      return (await model.exists({ shop, cause })) !== null;
    },

    /** The scan that goes on in this shop. */
    async current(shop: string): Promise<ActiveScan | null> {
      const record = await model.findOne({ shop, active: true }, { evidence: 0 }).lean();
      return record && activeScan(record);
    },

    /** What goes on: how far it reaches, and how far it is. Null: nothing does. */
    async going(shop: string): Promise<{ reach: ScanReach; state: ScanState } | null> {
      const record = await model.findOne({ shop, active: true }, { reach: 1, state: 1 }).lean();
      return record && { reach: record.reach, state: record.state };
    },

    /** When the last scan ended that reached at least so far. */
    async lastDone(shop: string, reaches: readonly ScanReach[]): Promise<Date | null> {
      const record = await model
        .findOne({ shop, state: 'done', reach: trusted({ $in: [...reaches] }) }, { finishedAt: 1 })
        .sort({ requestedAt: -1 })
        .lean();
      return record?.finishedAt ?? null;
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
      const packed = await pack(collected, { maxChars: maxChars(kind) });
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
      return record && openEvidence(record, () => true);
    },

    /** What the scan that goes on holds of orders; nothing when none does. */
    async orderEvidence(shop: string): Promise<EvidenceSet> {
      const record = await model.findOne({ shop, active: true }).lean();
      return record ? openEvidence(record, isOfOrders) : {};
    },

    /**
     * Removes buyers' tax numbers of these orders from the scan that goes on; `found` hears which had one before it is
     * gone. What a collector brings after this goes when the snapshot is kept.
     */
    async removeBuyerNumbers(
      shop: string,
      orders: ReadonlySet<string>,
      found: (held: readonly string[]) => Promise<void>,
    ): Promise<void> {
      for (let tries = 0; tries < REMOVAL_TRIES; tries += 1) {
        const record = await model.findOne({ shop, active: true }).lean();
        if (!record) return;
        const evidence = await openEvidence(record, isOfOrders);
        const held = ordersWithBuyerNumbers(evidence, orders);
        if (held.length === 0) return;
        await found(held);
        const left = withoutBuyerNumbers(evidence, orders);
        const sealed: Record<string, string> = {};
        for (const kind of KINDS_OF_ORDERS) {
          if (!left[kind]) continue;
          const packed = await pack(left[kind], { maxChars: maxChars(kind) });
          sealed[`evidence.${kind}`] = await cipher.seal(shop, place(record._id.toString(), kind), packed);
        }
        const { matchedCount } = await model.updateOne(
          { shop, _id: record._id, active: true, removals: record.removals ?? trusted({ $exists: false }) },
          { $set: sealed, $inc: { removals: 1 } },
        );
        if (matchedCount > 0) return;
      }
      throw new Error('A scan changed again and again while numbers were removed from it.');
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
