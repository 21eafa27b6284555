import type { EvidenceSet } from '../snapshot.ts';

type Ids = ReadonlySet<string>;

/**
 * Which of these orders ("gid://shopify/Order/1") carry a buyer's tax number, each once. Any text that stands in its
 * place counts: a buyer may have typed anything there.
 */
export function ordersWithBuyerNumbers({ orders, companyBuyers }: EvidenceSet, ids: Ids): string[] {
  if (ids.size === 0) return [];
  const found = new Set<string>();
  if (orders?.status === 'collected') {
    for (const { id, buyerGstins } of orders.value.orders) if (buyerGstins.length > 0 && ids.has(id)) found.add(id);
  }
  if (companyBuyers?.status === 'collected') {
    for (const { orderId } of companyBuyers.value) if (ids.has(orderId)) found.add(orderId);
  }
  return [...found];
}

/** The evidence without buyers' tax numbers on these orders. All else stays, and the orders themselves. */
export function withoutBuyerNumbers(evidence: EvidenceSet, ids: Ids): EvidenceSet {
  if (ordersWithBuyerNumbers(evidence, ids).length === 0) return evidence;
  const { orders, companyBuyers } = evidence;
  return {
    ...evidence,
    ...(orders?.status === 'collected' && {
      orders: {
        ...orders,
        value: {
          ...orders.value,
          orders: orders.value.orders.map((order) => (ids.has(order.id) ? { ...order, buyerGstins: [] } : order)),
        },
      },
    }),
    ...(companyBuyers?.status === 'collected' && {
      companyBuyers: { ...companyBuyers, value: companyBuyers.value.filter(({ orderId }) => !ids.has(orderId)) },
    }),
  };
}
