import type { ShopState } from '../shop-state.ts';

const DAY_MS = 86_400_000;
const HELD_MS = 58 * DAY_MS;
const INDIA_MS = 5.5 * 3_600_000;

/**
 * When orders come in: one after the other at an even pace since the shop opened, so that an order keeps its number
 * and its moment, while the newest ones follow the clock. The last 58 days hold exactly `ordersHeld` of them.
 */
export interface OrderTimes {
  /** Number of the newest order at this moment; the shop's first is 1. */
  newestAt(nowMs: number): number;
  placedAtMs(order: number): number;
  /** First order of the financial year in which this one was placed. */
  firstOfYear(order: number): number;
  /** "26-27" */
  yearOf(order: number): string;
}

export function orderTimes({ createdAt, commerce }: ShopState): OrderTimes {
  const openedMs = Date.parse(createdAt);
  const paceMs = HELD_MS / commerce.ordersHeld;
  const placedAtMs = (order: number) => Math.floor((openedMs + order * paceMs) / 1_000) * 1_000;
  return {
    newestAt: (nowMs) => Math.max(0, Math.floor((nowMs - openedMs) / paceMs)),
    placedAtMs,
    firstOfYear: (order) => Math.max(1, Math.ceil((yearBegin(placedAtMs(order)).beginMs - openedMs) / paceMs)),
    yearOf(order) {
      const { year } = yearBegin(placedAtMs(order));
      return `${year % 100}-${(year + 1) % 100}`;
    },
  };
}

/** 1 April 00:00 in India. */
function yearBegin(ms: number): { year: number; beginMs: number } {
  const inIndia = new Date(ms + INDIA_MS);
  const year = inIndia.getUTCFullYear() - (inIndia.getUTCMonth() < 3 ? 1 : 0);
  return { year, beginMs: Date.UTC(year, 3, 1) - INDIA_MS };
}
