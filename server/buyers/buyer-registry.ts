import type { Connection } from 'mongoose';
import type { UnknownReason } from '../../core/evidence/registry.ts';
import { judgeGstin } from '../../core/gst/gstin.ts';
import type { Clock } from '../clock.ts';
import { buyerLookUpModel } from '../models/buyer-look-up.ts';
import { duplicateKey } from '../shop/duplicate-key.ts';
import { redactedOrders } from '../shop/privacy-requests.ts';
import { trusted } from '../store/connect.ts';
import type { FieldCipher } from '../store/field-cipher.ts';
import type { LookUpStore } from '../verify/look-up-store.ts';
import type { ServiceLines } from '../verify/service-line.ts';
import { storedBuyer, type BuyerAsked, type BuyerNotAsked, type KnownBuyer, type StoredBuyer } from './buyer-answer.ts';

const MINUTE_MS = 60_000;
/** A number is paid for once a day, whoever asks for it. */
const ASKED_AGAIN_MS = 24 * 60 * MINUTE_MS;
/** After a failure that passes by itself, or that the merchant mends. */
const RETRY_MS = 10 * MINUTE_MS;
/** Somebody looks at a page and waits. */
const PATIENCE_MS = 5_000;
/** What the service says of the number itself: tomorrow it says the same. */
const LASTING: ReadonlySet<UnknownReason> = new Set(['not-supported', 'unexpected-shape']);

export type BuyerRegistry = ReturnType<typeof buyerRegistry>;

/** What the shop's look-up service told of buyers' numbers. Sealed, found by blind index, and gone after a month. */
export function buyerRegistry({
  connection,
  cipher,
  lookUpStore,
  lines,
  clock,
}: {
  connection: Connection;
  cipher: FieldCipher;
  lookUpStore: Pick<LookUpStore, 'open' | 'answered'>;
  lines: ServiceLines;
  clock: Clock;
}) {
  const model = buyerLookUpModel(connection);
  const indexOf = (shop: string, gstin: string) => cipher.blindIndex(shop, 'buyer-gstin', gstin);
  const place = (gstinIndex: string) => ({ collection: 'buyer_look_ups', field: 'answer', id: gstinIndex });

  /** By the number, as it is read; those that nobody asked for are not in it. No service is asked. */
  async function known(shop: string, gstins: readonly string[]): Promise<ReadonlyMap<string, KnownBuyer>> {
    const possible = [...new Set(gstins)].filter((gstin) => judgeGstin(gstin).ok);
    if (possible.length === 0) return new Map();
    const byIndex = new Map(await Promise.all(possible.map(async (one) => [await indexOf(shop, one), one] as const)));
    const records = await model.find({ shop, gstinIndex: trusted({ $in: [...byIndex.keys()] }) }).lean();
    const found = records.map(async ({ gstinIndex, answerSealed }): Promise<[string, KnownBuyer][]> => {
      const gstin = byIndex.get(gstinIndex);
      if (!answerSealed || gstin === undefined) return [];
      const stored = JSON.parse(await cipher.open(shop, place(gstinIndex), answerSealed)) as StoredBuyer;
      return [[gstin, { gstin, ...stored }]];
    });
    return new Map((await Promise.all(found)).flat());
  }

  /** One of those who ask at once, and none before its time. The order is noted either way. */
  async function claim(shop: string, gstinIndex: string, orderId: string): Promise<boolean> {
    const now = clock.now();
    const order = { $addToSet: { orders: orderId } };
    const $set = { askedAt: now, notBefore: new Date(now.getTime() + ASKED_AGAIN_MS) };
    try {
      await model.updateOne(
        { shop, gstinIndex, notBefore: trusted({ $lte: now }) },
        { $set, ...order },
        { upsert: true },
      );
      return true;
    } catch (error) {
      if (!duplicateKey(error)) throw error; // it is there, and not due
    }
    await model.updateOne({ shop, gstinIndex }, order);
    return false;
  }

  const mayAskAgain = (shop: string, gstinIndex: string, inMs: number) =>
    model.updateOne({ shop, gstinIndex }, { $set: { notBefore: new Date(clock.now().getTime() + inMs) } });

  async function notAsked(shop: string, gstin: string, why: BuyerNotAsked): Promise<BuyerAsked> {
    return { kind: 'not-asked', why, buyer: (await known(shop, [gstin])).get(gstin) ?? null };
  }

  return {
    known,

    /**
     * Asks the shop's service for the number that stands on an order ("gid://shopify/Order/1"): a paid call, so at most
     * once a day a number, within the day's budget, and never for a number that cannot exist.
     */
    async ask(shop: string, { gstin: text, orderId }: { gstin: string; orderId: string }): Promise<BuyerAsked> {
      const verdict = judgeGstin(text);
      if (!verdict.ok) return { kind: 'not-asked', why: 'cannot-exist', buyer: null };
      const { gstin } = verdict;
      const open = await lookUpStore.open(shop);
      if (!open) return notAsked(shop, gstin, 'not-connected');
      if (lines.closedUntil(open)) return notAsked(shop, gstin, 'paused');

      const gstinIndex = await indexOf(shop, gstin);
      const isOurs = await claim(shop, gstinIndex, orderId);
      // After the claim: a request that comes later finds the order noted, and takes the record out.
      if ((await redactedOrders(connection, shop)).has(orderId)) {
        await model.deleteOne({ shop, gstinIndex });
        return { kind: 'not-asked', why: 'forgotten', buyer: null };
      }
      if (!isOurs) return notAsked(shop, gstin, 'asked-today');

      const line = lines.open(shop, open, { patienceMs: PATIENCE_MS });
      const answer = await line.lookUp(gstin);
      if (answer.kind !== 'unknown') {
        await lookUpStore.answered(shop, open.revision);
        const stored = storedBuyer(answer, { service: open.service, at: clock.now().toISOString() });
        const answerSealed = await cipher.seal(shop, place(gstinIndex), JSON.stringify(stored));
        await model.updateOne({ shop, gstinIndex }, { $set: { answerSealed } }); // no upsert: it may be forgotten by now
        return { kind: 'known', buyer: { gstin, ...stored } };
      }
      const { reason } = answer;
      if (line.isSpent() || line.isBusy()) {
        await mayAskAgain(shop, gstinIndex, 0);
        return notAsked(shop, gstin, line.isSpent() ? 'budget' : 'busy');
      }
      await line.pauseAfter(answer);
      if (!LASTING.has(reason)) await mayAskAgain(shop, gstinIndex, RETRY_MS);
      return notAsked(shop, gstin, reason);
    },
  };
}
