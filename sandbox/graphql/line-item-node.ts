import { paidPaise, type ChargedTax, type SandboxLine, type SandboxOrder } from '../shops/commerce/order.ts';
import { moneyBag } from './money.ts';
import { productNode, variantNode } from './product-node.ts';

export function lineItemNode(line: SandboxLine, order: SandboxOrder, index: number) {
  const { product, variant } = line;
  const original = line.unitPaise * line.quantity;
  const own = original - line.ownDiscountPaise;
  const paid = paidPaise(line);
  return {
    __typename: 'LineItem',
    id: `gid://shopify/LineItem/${order.id}${String(index).padStart(2, '0')}`,
    title: line.title,
    name: variant && variant.title !== 'Default Title' ? `${line.title} - ${variant.title}` : line.title,
    variantTitle: variant && variant.title !== 'Default Title' ? variant.title : null,
    sku: variant?.sku ?? null,
    vendor: product?.vendor ?? null,
    quantity: line.quantity,
    currentQuantity: line.currentQuantity,
    refundableQuantity: line.currentQuantity,
    taxable: true,
    isGiftCard: false,
    requiresShipping: true,
    restockable: true,
    customAttributes: [],
    duties: [],
    product: () => (product ? productNode(product) : null),
    variant: () => (product && variant ? variantNode(variant, product) : null),
    originalUnitPriceSet: moneyBag(line.unitPaise),
    originalTotalSet: moneyBag(original),
    // The code's share counts only when it is asked for, as Shopify's own field has it.
    discountedTotalSet: ({ withCodeDiscounts }: { withCodeDiscounts?: boolean | null }) =>
      moneyBag(withCodeDiscounts === true ? paid : own),
    discountedUnitPriceSet: moneyBag(Math.round(own / line.quantity)),
    discountedUnitPriceAfterAllDiscountsSet: moneyBag(Math.round(paid / line.quantity)),
    totalDiscountSet: moneyBag(line.ownDiscountPaise),
    discountAllocations: [
      ...allocation(line.ownDiscountPaise, 'EACH', 'EXPLICIT'),
      ...allocation(line.codeDiscountPaise, 'ACROSS', 'ALL'),
    ],
    taxLines: line.taxes.map(taxLineNode),
  };
}

export function taxLineNode({ title, ratePpm, paise }: ChargedTax) {
  return {
    title,
    rate: ratePpm / 1_000_000,
    ratePercentage: ratePpm / 10_000,
    source: 'Shopify',
    channelLiable: false,
    priceSet: moneyBag(paise),
  };
}

function allocation(paise: number, allocationMethod: string, targetSelection: string) {
  if (paise === 0) return [];
  return [
    {
      allocatedAmountSet: moneyBag(paise),
      discountApplication: {
        __typename: targetSelection === 'ALL' ? 'DiscountCodeApplication' : 'AutomaticDiscountApplication',
        index: 0,
        allocationMethod,
        targetSelection,
        targetType: 'LINE_ITEM',
        value: { __typename: 'PricingPercentageValue', percentage: 10 },
        ...(targetSelection === 'ALL' ? { code: 'NAMASTE10' } : { title: 'Festive offer' }),
      },
    },
  ];
}
