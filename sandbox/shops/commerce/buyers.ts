import type { ShopState } from '../shop-state.ts';
import { zoneOf } from './areas.ts';
import type { OrderSlip, ShopCompany } from './commerce-state.ts';
import { inventedGstin, lookAlike, mistyped } from './invented-gstin.ts';

/** What tells a firm from a private buyer: nothing for most orders. No name, street or number of anybody. */
interface Buyer {
  /** Null: wherever the order goes. */
  readonly provinceCode: string | null;
  readonly attributes: readonly { readonly key: string; readonly value: string }[];
  readonly metafields: Readonly<Record<string, string>>;
  readonly company: ShopCompany | null;
}

const PRIVATE: Buyer = { provinceCode: null, attributes: [], metafields: {}, company: null };

/** Two orders in twenty are a firm's: the number comes with the cart, in our metafield, or with a company's account. */
export function buyerOf(shop: ShopState, number: number, hasSlip: (slip: OrderSlip) => boolean): Buyer {
  const { companies } = shop.commerce;
  const provinceCode = zoneOf(shop, number);
  const gstin = inventedGstin(provinceCode, number);
  const withCart = (value: string): Buyer => ({ ...PRIVATE, provinceCode, attributes: [{ key: 'GSTIN', value }] });
  if (hasSlip('mistyped-gstin')) return withCart(mistyped(gstin));
  if (hasSlip('look-alike-gstin')) return withCart(lookAlike(gstin));
  if (hasSlip('untaxed-export') || hasSlip('sent-from-surat')) return PRIVATE;
  if (number % 20 === 3) return withCart(gstin);
  if (number % 40 === 22) return { ...PRIVATE, provinceCode, metafields: { buyer_gstin: gstin } };
  const company = number % 40 === 10 ? companies[Math.floor(number / 40) % companies.length] : undefined;
  return company ? { ...PRIVATE, provinceCode: company.provinceCode, company } : PRIVATE;
}
