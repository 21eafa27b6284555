import { paidPaise, type ChargedTax, type SandboxOrder } from '../shops/commerce/order.ts';

/** Sums of one order; its taxes by title and rate, as Shopify lists them on the order. */
export function chargedTotals({ lines, shipping }: SandboxOrder) {
  const byHead = new Map<string, ChargedTax>();
  for (const tax of [...lines.flatMap(({ taxes }) => taxes), ...shipping.taxes]) {
    const head = `${tax.title} ${tax.ratePpm}`;
    byHead.set(head, { ...tax, paise: tax.paise + (byHead.get(head)?.paise ?? 0) });
  }
  const taxes = [...byHead.values()];
  return {
    taxes,
    taxPaise: taxes.reduce((sum, { paise }) => sum + paise, 0),
    goodsPaise: lines.reduce((sum, line) => sum + paidPaise(line), 0),
  };
}
