import type { ShopState } from '../shop-state.ts';
import { chargedTaxes, percentOf } from './charged-taxes.ts';
import type { ShopProduct } from './commerce-state.ts';
import { paidPaise, type Area, type SandboxLine } from './order.ts';
import { pick } from './pick.ts';

const WHOLESALE = 77;
const WHOLESALE_LINES = 30;
const WITH_GIFT_BOX = 33;
const EDITED = 88;
const GIFT_BOX_PAISE = 15_000;
const CODE_PERCENT = 10;

/** One to three products, once in 58 days thirty; every tenth order with a code for 10% off the whole. */
export function linesOf(shop: ShopState, number: number, to: Area): SandboxLine[] {
  const place = number % shop.commerce.ordersHeld;
  const onSale = shop.commerce.products.filter(({ status }) => status === 'ACTIVE');
  const wanted = place === WHOLESALE ? WHOLESALE_LINES : 1 + pick(shop.id, number, 'lines', 3);
  const start = pick(shop.id, number, 'first product', onSale.length);
  const hasCode = number % 10 === 6;
  const lines = Array.from({ length: wanted }, (_, index) => {
    const product = onSale[(start + index * 5) % onSale.length];
    const quantity = 1 + (pick(shop.id, number + index, 'quantity', 5) === 0 ? 1 : 0);
    return product ? goodsLine(shop, product, number + index, quantity, hasCode) : [];
  }).flat();
  if (place === WITH_GIFT_BOX) lines.push(handWrittenLine());
  return lines.map((line, index) => ({
    ...line,
    currentQuantity: place === EDITED && index === lines.length - 1 && index > 0 ? 0 : line.quantity,
    taxes: chargedTaxes(shop, to, percentOf(shop, line.product), paidPaise(line)),
  }));
}

type UntaxedLine = Omit<SandboxLine, 'taxes' | 'currentQuantity'> & { taxes: []; currentQuantity: number };

function goodsLine(
  { commerce }: ShopState,
  product: ShopProduct,
  draw: number,
  quantity: number,
  hasCode: boolean,
): UntaxedLine[] {
  const variant = product.variants[draw % product.variants.length];
  if (!variant) return [];
  const whole = variant.pricePaise * quantity;
  const ownDiscountPaise = product.handle === commerce.sale.handle ? percent(whole, commerce.sale.percentOff) : 0;
  return [
    {
      title: product.title,
      product,
      variant,
      unitPaise: variant.pricePaise,
      quantity,
      currentQuantity: quantity,
      ownDiscountPaise,
      codeDiscountPaise: hasCode && ownDiscountPaise === 0 ? percent(whole, CODE_PERCENT) : 0,
      taxes: [],
    },
  ];
}

function handWrittenLine(): UntaxedLine {
  return {
    title: 'Gift box',
    product: null,
    variant: null,
    unitPaise: GIFT_BOX_PAISE,
    quantity: 1,
    currentQuantity: 1,
    ownDiscountPaise: 0,
    codeDiscountPaise: 0,
    taxes: [],
  };
}

function percent(paise: number, percentOff: number): number {
  return Math.round((paise * percentOff) / 100);
}
