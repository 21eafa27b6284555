import { z } from 'zod';
import type { Order } from '../../../core/evidence/orders.ts';
import { EvidenceShapeError } from '../../shopify/admin-errors.ts';
import { bulkRows } from '../bulk/bulk-operation.ts';
import type { Pause } from '../bulk/pause.ts';
import { parseEvidence } from '../parse-evidence.ts';
import { LineNode, ShippingNode } from './line-node.ts';
import { bulkOrders } from './order-documents.ts';
import { orderOf, OrderNode } from './order-node.ts';
import type { OrdersQuestion } from './paged-orders.ts';

/** Of all orders together; ten times what 50,000 usual orders have. Beyond it the file is not what it should be. */
const MAX_LINES_IN_ALL = 1_000_000;

const Row = z.discriminatedUnion('__typename', [
  z.looseObject({ __typename: z.literal('Order') }),
  z.looseObject({ __typename: z.literal('LineItem'), __parentId: z.string() }),
  z.looseObject({ __typename: z.literal('ShippingLine'), __parentId: z.string() }),
]);

/** What is known of one order so far: its lines may come before it. */
interface Parts {
  head: OrderNode | null;
  readonly lines: LineNode[];
  readonly shipping: ShippingNode[];
}

/** The orders that `search` finds, in any order, by one bulk operation. */
export async function ordersInBulk({
  search,
  hasVariants,
  ...context
}: OrdersQuestion & { readonly pause: Pause }): Promise<Order[]> {
  const byId = new Map<string, Parts>();
  const partsOf = (id: string): Parts => {
    const parts = byId.get(id) ?? { head: null, lines: [], shipping: [] };
    byId.set(id, parts);
    return parts;
  };
  let lines = 0;
  for await (const row of bulkRows(bulkOrders(search, hasVariants), context)) {
    const known = parseEvidence(Row, row);
    if (known.__typename === 'Order') {
      const head = parseEvidence(OrderNode, row);
      partsOf(head.order.id).head = head;
      continue;
    }
    const parts = partsOf(known.__parentId);
    if (known.__typename === 'LineItem') parts.lines.push(parseEvidence(LineNode, row));
    else parts.shipping.push(parseEvidence(ShippingNode, row));
    lines += 1;
    if (lines > MAX_LINES_IN_ALL) throw new EvidenceShapeError("Shopify's file", new Error('lines without end'));
  }
  return [...byId.values()].flatMap(({ head, ...parts }) => {
    if (!head) throw new EvidenceShapeError("Shopify's file", new Error('lines of an order that is not there'));
    return head.isTest ? [] : [orderOf(head, parts.lines.sort(byNumber), parts.shipping.sort(byNumber))];
  });
}

/** As the order has them: ids grow, and the file keeps no order. */
function byNumber(a: { id: string }, b: { id: string }): number {
  return a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
}
