import { z } from 'zod';
import type { Order } from '../../../core/evidence/orders.ts';
import type { AdminApi } from '../../shopify/admin-api.ts';
import { pagesOf } from '../pages.ts';
import { pageInfo } from '../parse-evidence.ts';
import { LineNode, ShippingNode } from './line-node.ts';
import { ORDER_LINES, ORDER_LINES_AND_VARIANTS, ORDERS, ORDERS_AND_VARIANTS } from './order-documents.ts';
import { MAX_LINES, orderOf, OrderNode } from './order-node.ts';

const MAX_PAGES = 60;

/** Lines of an order as the answers of these documents hold them. */
export const connected = {
  lineItems: z.object({ nodes: z.array(LineNode).max(250), pageInfo }),
  shippingLines: z.object({ nodes: z.array(ShippingNode).max(250), pageInfo }),
};
const Connected = z.object(connected);
export type Connected = z.output<typeof Connected>;

const Answer = z.object({
  orders: z.object({ nodes: z.array(z.intersection(OrderNode, Connected)).max(250), pageInfo }),
});
const Lines = z.object({
  order: z.object({ ...connected, shippingLines: z.object({ nodes: z.array(ShippingNode).max(250) }) }),
});

export interface OrdersQuestion {
  readonly admin: AdminApi;
  readonly signal: AbortSignal;
  readonly scopes: readonly string[];
  /** Shopify's search. */
  readonly search: string;
  /** Whether products may be read, so that a line can say its variant. */
  readonly hasVariants: boolean;
}

/**
 * The orders that `search` finds, newest first, in pages; for shops with few. Orders come in while the pages are read:
 * one that is told twice is one order.
 */
export async function pagedOrders(question: OrdersQuestion): Promise<Order[]> {
  const { search, hasVariants } = question;
  const document = hasVariants ? ORDERS_AND_VARIANTS : ORDERS;
  const found = new Map<string, Order>();
  for await (const page of pagesOf(
    { document, variables: { query: search }, answer: Answer, page: ({ orders }) => orders },
    { ...question, maxPages: MAX_PAGES },
  )) {
    for (const node of page) {
      if (node.isTest || found.has(node.order.id)) continue;
      const { lines, shipping } = isWhole(node) ? linesOn(node) : await allLines(node.order.id, question);
      found.set(node.order.id, orderOf(node, lines, shipping));
    }
  }
  return [...found.values()];
}

/** Whether all lines of the order are in the answer. */
export const isWhole = ({ lineItems, shippingLines }: Connected): boolean =>
  !lineItems.pageInfo.hasNextPage && !shippingLines.pageInfo.hasNextPage;

export const linesOn = ({ lineItems, shippingLines }: Connected) => ({
  lines: lineItems.nodes,
  shipping: shippingLines.nodes,
});

/** The lines of an order that has more of them than fit the page of orders, up to `mostLines` and the rest of a page. */
export async function allLines(
  id: string,
  { hasVariants, ...question }: Omit<OrdersQuestion, 'search'>,
  mostLines = MAX_LINES,
): Promise<{ lines: readonly LineNode[]; shipping: readonly ShippingNode[]; hasMore: boolean }> {
  const lines: LineNode[] = [];
  let shipping: readonly ShippingNode[] = [];
  let hasMore = false;
  const document = hasVariants ? ORDER_LINES_AND_VARIANTS : ORDER_LINES;
  for await (const page of pagesOf(
    {
      document,
      variables: { id },
      answer: Lines,
      page: ({ order }) => {
        shipping = order.shippingLines.nodes;
        hasMore = order.lineItems.pageInfo.hasNextPage;
        return order.lineItems;
      },
    },
    { ...question, maxPages: MAX_PAGES },
  )) {
    lines.push(...page);
    if (lines.length >= mostLines) break;
  }
  return { lines, shipping, hasMore: hasMore || lines.length > mostLines };
}
