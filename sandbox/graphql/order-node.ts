import type { Area, SandboxOrder } from '../shops/commerce/order.ts';
import type { ShopState } from '../shops/shop-state.ts';
import { businessEntityNode } from './business-entity-node.ts';
import { companyNode, companyLocationNode, customerNode } from './company-node.ts';
import type { PageArguments } from './connection.ts';
import { lineItemNode, taxLineNode } from './line-item-node.ts';
import { listed, type ListContext } from './listed.ts';
import { locationNode } from './location-node.ts';
import { vendorsOf } from '../vendors/vendor-state.ts';
import { metafieldsOf } from './metafields.ts';
import { moneyBag } from './money.ts';
import { chargedTotals } from './order-totals.ts';

/** An Order over the sandbox's data. Nobody's name, street, phone or e-mail is in it: the sandbox has no buyers. */
export function orderNode(order: SandboxOrder, shop: ShopState) {
  const gid = `gid://shopify/Order/${order.id}`;
  const totals = chargedTotals(order);
  return {
    __typename: 'Order',
    id: gid,
    legacyResourceId: String(order.id),
    name: order.name,
    number: order.number,
    confirmationNumber: order.confirmationNumber,
    confirmed: true,
    customer: () => customerNode(shop, order.customerId),
    createdAt: order.placedAt,
    processedAt: order.placedAt,
    updatedAt: order.placedAt,
    test: order.isTest,
    cancelledAt: order.isCancelled ? order.placedAt : null,
    cancelReason: order.isCancelled ? 'CUSTOMER' : null,
    taxesIncluded: shop.taxesIncluded,
    taxExempt: false,
    dutiesIncluded: false,
    edited: order.lines.some(({ quantity, currentQuantity }) => quantity !== currentQuantity),
    merchantBusinessEntity: () => businessEntityNode(shop),
    currencyCode: shop.currencyCode,
    presentmentCurrencyCode: shop.currencyCode,
    customAttributes: order.attributes,
    note: order.note,
    tags: [],
    sourceName: order.channel.handle,
    app: { id: `gid://shopify/App/${order.channel.appId}`, name: order.channel.name },
    paymentGatewayNames: gatewaysOf(shop, order.number),
    attribution: { handle: order.channel.handle, displayName: order.channel.name },
    shippingAddress: addressNode(order.shipTo, `${gid}-ship`),
    billingAddress: addressNode(order.billTo, `${gid}-bill`),
    billingAddressMatchesShippingAddress: true,
    displayFulfillmentStatus: order.sentFrom === null ? 'UNFULFILLED' : 'FULFILLED',
    displayFinancialStatus: 'PAID',
    ...metafieldsOf({ gid, updatedAt: order.placedAt }, order.metafields),
    lineItems: (args: PageArguments, context: ListContext) =>
      listed(
        order.lines.map((line, index) => ({ line, index })),
        args,
        context,
        ({ line, index }) => lineItemNode(line, order, index),
      ),
    shippingLine: () => shippingNode(order),
    shippingLines: (args: PageArguments, context: ListContext) =>
      listed([order], args, context, (one) => shippingNode(one)),
    fulfillments: () => (order.sentFrom === null ? [] : [fulfillmentNode(order, order.sentFrom, shop)]),
    fulfillmentsCount: { count: order.sentFrom === null ? 0 : 1, precision: 'EXACT' },
    taxLines: () => totals.taxes.map(taxLineNode),
    currentTaxLines: () => totals.taxes.map(taxLineNode),
    totalTaxSet: moneyBag(totals.taxPaise),
    currentTotalTaxSet: moneyBag(totals.taxPaise),
    subtotalPriceSet: moneyBag(totals.goodsPaise),
    currentSubtotalPriceSet: moneyBag(totals.goodsPaise),
    totalPriceSet: moneyBag(totals.goodsPaise + order.shipping.paise),
    currentTotalPriceSet: moneyBag(totals.goodsPaise + order.shipping.paise),
    totalShippingPriceSet: moneyBag(order.shipping.paise),
    purchasingEntity: () =>
      order.company && {
        __typename: 'PurchasingCompany',
        company: companyNode(order.company, shop),
        contact: null,
        location: companyLocationNode(order.company, shop),
      },
  };
}

/** One way each, in turn. */
function gatewaysOf(shop: ShopState, number: number): readonly string[] {
  const { gateways } = vendorsOf(shop);
  return gateways.slice(number % gateways.length, (number % gateways.length) + 1);
}

function addressNode(area: Area, gid: string) {
  return {
    id: gid.replace('/Order/', '/MailingAddress/'),
    provinceCode: area.provinceCode,
    countryCodeV2: area.countryCode,
    countryCode: area.countryCode,
    coordinatesValidated: false,
    formatted: [],
  };
}

function shippingNode({ shipping, id }: SandboxOrder) {
  const price = moneyBag(shipping.paise);
  return {
    __typename: 'ShippingLine',
    id: `gid://shopify/ShippingLine/${id}`,
    title: shipping.title,
    code: shipping.title,
    custom: false,
    isRemoved: false,
    source: 'shopify',
    originalPriceSet: price,
    discountedPriceSet: price,
    currentDiscountedPriceSet: price,
    discountAllocations: [],
    taxLines: shipping.taxes.map(taxLineNode),
  };
}

function fulfillmentNode(order: SandboxOrder, locationId: number, shop: ShopState) {
  const location = shop.locations.find(({ id }) => id === locationId);
  return {
    __typename: 'Fulfillment',
    id: `gid://shopify/Fulfillment/${order.id}`,
    legacyResourceId: String(order.id),
    name: `${order.name}-F1`,
    status: 'SUCCESS',
    displayStatus: 'DELIVERED',
    createdAt: order.placedAt,
    updatedAt: order.placedAt,
    requiresShipping: true,
    totalQuantity: order.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    location: () => (location ? locationNode(location, shop) : null),
    order: () => orderNode(order, shop),
  };
}
