import { z } from 'zod';
import type { Order, OrderBook } from '../../../core/evidence/orders.ts';
import { permitted } from '../access-denied.ts';
import { pauseFor, type Pause } from '../bulk/pause.ts';
import { defineCollector, type Collector } from '../collector.ts';
import { grantedScopes, isGranted, needScopes } from '../granted-scopes.ts';
import { parseEvidence } from '../parse-evidence.ts';
import { ordersInBulk } from './bulk-orders.ts';
import { ORDERS_COUNT } from './order-documents.ts';
import { pagedOrders, type OrdersQuestion } from './paged-orders.ts';

const SCOPES = ['read_orders'];
const DAY_MS = 24 * 60 * 60 * 1_000;
const DAYS = 60;
/** More are asked for by a bulk operation: their pages would cost minutes of the points that Shopify restores. */
const PAGED_AT_MOST = 250;
const MAX_ORDERS = 50_000;
/** All lines of the orders kept: what a snapshot can hold. */
const MAX_LINES_IN_ALL = 200_000;
/** How often the window is narrowed until no more than 50,000 orders are in it. */
const NARROWINGS = 6;

const Count = z.object({ ordersCount: z.object({ count: z.number().int().nonnegative() }) });

/**
 * Orders of the last 60 days as far as tax asks, test orders left out. Few are read in pages, many by a bulk operation;
 * of more than 50,000 the newest. Scope: read_orders; with read_products each line says its variant too.
 * Source: Admin GraphQL `orders`.
 */
export function ordersCollector({ pause = pauseFor }: { pause?: Pause } = {}): Collector<'orders'> {
  return defineCollector({
    kind: 'orders',
    rung: 'platform',
    deadlineMs: 10 * 60_000,
    scopes: SCOPES,
    async collect({ admin, asOf, signal }) {
      const granted = await grantedScopes(admin, signal);
      needScopes(granted, SCOPES);
      const hasVariants = isGranted(granted, 'read_products');
      const since = sixtyDaysBefore(asOf);
      const question = { admin, signal, scopes: SCOPES, hasVariants };
      const counted = await countOf(searchSince(since), question);
      const orders =
        counted <= PAGED_AT_MOST
          ? await pagedOrders({ ...question, search: searchSince(since) })
          : await ordersInBulk({ ...question, pause, search: await narrowed(since, asOf, counted, question) });
      return bookOf(since, orders, counted);
    },
  });
}

export const orders = ordersCollector();

/** Shopify's search for the orders that are judged. */
export function searchSince(since: string): string {
  return `created_at:>='${since}' test:false`;
}

/** Shopify shows no older ones. In whole minutes, as its search compares them. */
export function sixtyDaysBefore(asOf: string): string {
  const at = new Date(asOf).getTime() - DAYS * DAY_MS;
  return new Date(Math.ceil(at / 60_000) * 60_000).toISOString();
}

export async function countOf(
  search: string,
  { admin, signal, scopes }: Pick<OrdersQuestion, 'admin' | 'signal' | 'scopes'>,
): Promise<number> {
  const answer = permitted(await admin.query(ORDERS_COUNT, { query: search }, { signal }), scopes);
  return parseEvidence(Count, answer).ordersCount.count;
}

/** A search whose window is late enough for 50,000 orders at most, so that no operation brings more. */
async function narrowed(
  since: string,
  asOf: string,
  counted: number,
  question: Pick<OrdersQuestion, 'admin' | 'signal' | 'scopes'>,
): Promise<string> {
  const end = new Date(asOf).getTime();
  let from = since;
  let count = counted;
  for (let time = 0; count > MAX_ORDERS && time < NARROWINGS; time += 1) {
    const windowMs = (end - new Date(from).getTime()) * ((0.95 * MAX_ORDERS) / count);
    from = new Date(Math.ceil((end - windowMs) / 60_000) * 60_000).toISOString();
    count = await countOf(searchSince(from), question);
  }
  return searchSince(from);
}

/** Oldest first, the newest kept. */
function bookOf(since: string, found: readonly Order[], counted: number): OrderBook {
  const newestFirst = [...found].sort((a, b) => b.placedAt.localeCompare(a.placedAt) || b.id.localeCompare(a.id));
  let lines = 0;
  const kept = newestFirst.filter((order, position) => {
    lines += order.lines.length;
    return position < MAX_ORDERS && lines <= MAX_LINES_IN_ALL;
  });
  const isCut = counted > MAX_ORDERS || kept.length < found.length;
  return { since, orders: kept.reverse(), moreOrders: isCut ? Math.max(counted, found.length) - kept.length : 0 };
}
