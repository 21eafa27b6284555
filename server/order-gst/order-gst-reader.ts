import type { BuyerNumberShown, OrderGst, OrderGstRow, OrdersGst } from '../../core/api/order-gst.ts';
import { buyerNumbersOf, usedAmong, type BuyerNumber } from '../../core/evidence/derived/buyer-gstins.ts';
import { dayInIndia } from '../../core/gst/days.ts';
import { judgeOrder, missingRow, orderRow, unjudged, type KnownNumbers } from '../../core/order-gst.ts';
import type { KnownBuyer } from '../buyers/buyer-answer.ts';
import type { Clock } from '../clock.ts';
import type { AdminApi } from '../shopify/admin-api.ts';
import { liveOrders, type FoundOrder, type LiveOrder } from './live-orders.ts';
import type { SellerReader } from './seller-reader.ts';

/** A page waits for it. */
const ONE_WITHIN_MS = 20_000;
const MANY_WITHIN_MS = 90_000;

/** What was learned of buyers' numbers, and the paid question for one of them. */
export interface BuyerNumbers {
  known(shop: string, gstins: readonly string[]): Promise<ReadonlyMap<string, KnownBuyer>>;
  ask(shop: string, question: { readonly gstin: string; readonly orderId: string }): Promise<unknown>;
}

/** An order's answer, without what depends on who asks. */
export type OrderRead = Omit<OrderGst, 'alerts' | 'mayCheck'>;

export type OrderGstReader = ReturnType<typeof orderGstReader>;

/** Judges orders as they stand in the shop now. Nothing of them is kept, and none of it is logged. */
export function orderGstReader({
  adminFor,
  seller,
  buyers,
  clock,
}: {
  readonly adminFor: (shop: string) => AdminApi;
  readonly seller: SellerReader;
  readonly buyers: BuyerNumbers;
  readonly clock: Clock;
}) {
  const instant = () => clock.now().toISOString();

  async function read(shop: string, ids: readonly string[], withinMs: number) {
    const question = { admin: adminFor(shop), signal: AbortSignal.timeout(withinMs) };
    const [found, side] = await Promise.all([liveOrders(ids, question), seller(shop, question)]);
    return { found, side };
  }

  async function knownOf(shop: string, numbers: readonly BuyerNumber[]): Promise<KnownNumbers> {
    const gstins = numbers.flatMap(({ verdict }) => (verdict.ok ? [verdict.gstin] : []));
    if (gstins.length === 0) return new Map();
    const known = await buyers.known(shop, gstins);
    return new Map([...known].map(([gstin, buyer]) => [gstin, registryOf(buyer)]));
  }

  const numbersOf = ({ order, companyTexts }: LiveOrder) => buyerNumbersOf(order, companyTexts);

  async function present(shop: string, id: string, live: LiveOrder, side: SellerSide): Promise<OrderRead> {
    const numbers = numbersOf(live);
    const verdict = verdictOn(live, side, await knownOf(shop, numbers));
    const { order, business, moreLines } = live;
    return {
      id,
      name: order.name,
      placedOn: dayInIndia(order.placedAt),
      asOf: instant(),
      isCancelled: order.isCancelled,
      buyerNumbers: verdict.buyerNumbers,
      buyerBusiness: business,
      tax: verdict.tax,
      lines: order.lines.length,
      moreLines,
      missing: [...new Set([...live.missing, ...side.missing])],
    };
  }

  /** Null: the shop has no such order, or one that Shopify does not show any more. */
  async function one(shop: string, id: string, { asks }: { asks: boolean }): Promise<OrderRead | null> {
    const { found, side } = await read(shop, [id], ONE_WITHIN_MS);
    const [live] = found;
    if (live === undefined || live === 'not-found') return null;
    if (live === 'not-permitted') return notPermitted(id, instant());
    const used = asks ? usedAmong(numbersOf(live)) : null;
    if (used) await buyers.ask(shop, { gstin: used.verdict.gstin, orderId: live.order.id });
    return present(shop, id, live, side);
  }

  /** @throws the errors of AdminApi */
  async function many(shop: string, ids: readonly string[]): Promise<OrdersGst> {
    const { found, side } = await read(shop, ids, MANY_WITHIN_MS);
    const orders = ids.map((id, place) => rowOf(id, found[place] ?? 'not-found', side));
    const count = (result: OrderGstRow['result']) => orders.filter((row) => row.result === result).length;
    return {
      asOf: instant(),
      orders,
      counts: { right: count('right'), wrong: count('wrong'), notJudged: count('not-judged') },
      differencePaise: orders.reduce((sum, { differencePaise }) => sum + differencePaise, 0),
    };
  }

  return {
    /** @throws the errors of AdminApi */
    one: (shop: string, id: string) => one(shop, id, { asks: false }),

    /**
     * The same, after the look-up service was asked for the buyer's number, where one is connected and its budget allows.
     *
     * @throws the errors of AdminApi
     */
    oneAnew: (shop: string, id: string) => one(shop, id, { asks: true }),

    many,

    /** One order as a line of a list. @throws the errors of AdminApi */
    async row(shop: string, id: string): Promise<OrderGstRow> {
      const [row = missingRow(id)] = (await many(shop, [id])).orders;
      return row;
    },
  };
}

type SellerSide = Awaited<ReturnType<SellerReader>>;

function verdictOn(live: LiveOrder, { places, own, why }: SellerSide, known: KnownNumbers) {
  const { order, areAddressesHidden } = live;
  const numbers = buyerNumbersOf(order, live.companyTexts);
  const verdict = judgeOrder({ order, numbers, seller: places, own, areAddressesHidden }, known);
  return why === null ? verdict : { ...verdict, tax: unjudged(why, verdict.tax.taxPaise) };
}

function rowOf(id: string, found: FoundOrder, side: SellerSide): OrderGstRow {
  if (found === 'not-found') return missingRow(id);
  if (found === 'not-permitted') return { ...orderRow(id, '', unjudged('not-permitted')), name: null };
  return orderRow(id, found.order.name, verdictOn(found, side, new Map()).tax);
}

function notPermitted(id: string, asOf: string): OrderRead {
  return {
    ...{ id, name: '', placedOn: dayInIndia(asOf), asOf, isCancelled: false, buyerNumbers: [], buyerBusiness: null },
    ...{ tax: unjudged('not-permitted'), lines: 0, moreLines: false, missing: ['read_orders'] },
  };
}

function registryOf({ isFound, status, service, learnedAt }: KnownBuyer): NonNullable<BuyerNumberShown['registry']> {
  return { status: isFound ? status : 'not-found', service, learnedAt };
}
