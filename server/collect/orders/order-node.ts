import { z } from 'zod';
import type { BuyerGstin, Order, OrderArea } from '../../../core/evidence/orders.ts';
import { instant, outsideText } from '../parse-evidence.ts';
import { knownRates, type LineNode, type ShippingNode } from './line-node.ts';
import { taxAttributes } from './order-attributes.ts';

export const MAX_LINES = 250;
/** Shipments that did not leave. */
const NOT_SENT = new Set(['CANCELLED', 'ERROR', 'FAILURE']);

const area = z
  .object({ provinceCode: outsideText(10).nullable(), countryCodeV2: outsideText(2).nullable() })
  .transform(({ provinceCode, countryCodeV2 }): OrderArea => ({ provinceCode, countryCode: countryCodeV2 }))
  .nullable();
const metafield = z.object({ value: outsideText(60) }).nullable();
const locationId = z.object({ id: outsideText(100) }).nullable();

/** An order without its lines. */
export const OrderNode = z
  .object({
    id: outsideText(100),
    name: outsideText(100),
    test: z.boolean(),
    createdAt: instant,
    cancelledAt: instant.nullable(),
    currencyCode: outsideText(3),
    taxesIncluded: z.boolean(),
    taxExempt: z.boolean(),
    sourceName: outsideText(100).nullable(),
    app: z.object({ name: outsideText(100) }).nullable(),
    customAttributes: z.array(z.object({ key: outsideText(100), value: outsideText(60).nullable() })).max(1_000),
    buyerGstin: metafield,
    checkoutGstin: metafield,
    invoiceNumber: metafield,
    shippingAddress: area,
    billingAddress: area,
    fulfillments: z.array(z.object({ status: z.string(), location: locationId })).max(250),
    retailLocation: locationId,
  })
  .transform((node) => {
    const attributes = taxAttributes(node.customAttributes);
    return {
      isTest: node.test,
      order: {
        id: node.id,
        name: node.name,
        placedAt: node.createdAt,
        currencyCode: node.currencyCode,
        isCancelled: node.cancelledAt !== null,
        taxesIncluded: node.taxesIncluded,
        isTaxExempt: node.taxExempt,
        shipTo: node.shippingAddress,
        billTo: node.billingAddress,
        dispatchedFrom: dispatchedFrom(node),
        buyerGstins: [
          ...attributes.gstins.map((text): BuyerGstin => ({ place: 'cart-attribute', text })),
          ...textOf('checkout-field', node.checkoutGstin),
          ...textOf('order-metafield', node.buyerGstin),
        ],
        invoiceNumber: node.invoiceNumber?.value.trim() || attributes.invoiceNumber,
        channel: channelOf(node.sourceName, node.app?.name ?? null),
      } satisfies Omit<Order, 'lines' | 'shipping'>,
    };
  });
export type OrderNode = z.output<typeof OrderNode>;

/** The order with its lines; of more than 250 the first, unless more are asked for. */
export function orderOf(
  { order }: OrderNode,
  lines: readonly LineNode[],
  shipping: readonly ShippingNode[],
  mostLines = MAX_LINES,
): Order {
  const { taxesIncluded } = order;
  return {
    ...order,
    lines: lines
      .filter(({ isGone }) => !isGone)
      .slice(0, mostLines)
      .map(({ line, taxes }) => ({ ...line, taxes: knownRates(taxes, line.amountPaise, taxesIncluded) })),
    shipping: shipping.map(({ line, taxes }) => ({
      ...line,
      taxes: knownRates(taxes, line.amountPaise, taxesIncluded),
    })),
  };
}

/** Where shipments left from; before any did, the shop's counter where the order was made. */
function dispatchedFrom({
  fulfillments,
  retailLocation,
}: {
  fulfillments: readonly { status: string; location: { id: string } | null }[];
  retailLocation: { id: string } | null;
}): string[] {
  const sent = fulfillments.filter(({ status }) => !NOT_SENT.has(status)).map(({ location }) => location?.id);
  const known = [...new Set(sent)].filter((id) => id !== undefined);
  return known.length > 0 || !retailLocation ? known : [retailLocation.id];
}

function textOf(place: BuyerGstin['place'], field: { value: string } | null): BuyerGstin[] {
  const text = field?.value.trim() ?? '';
  return text === '' ? [] : [{ place, text }];
}

/** "web" and "pos" are words of Shopify's; an app's source is a number, so its name says more. */
function channelOf(sourceName: string | null, appName: string | null): string | null {
  return sourceName && !/^\d+$/.test(sourceName) ? sourceName : (appName ?? sourceName);
}
