import type { ShopDefect } from '../../defect.ts';
import type { ShopState } from '../shop-state.ts';
import { taxDefect } from './defect-makers.ts';

const KITCHEN_PERCENT = 5;
const OLD_PERCENT = 12;
const SALE_PERCENT = 10;
/** Rs 3,400 become Rs 2,550: a piece of the lower rate. */
const DEEP_SALE_PERCENT = 25;

/** What is wrong with how the shop charges tax, in every order. */
export const TAX_DEFECTS: readonly ShopDefect[] = [
  taxDefect(
    {
      id: 'karnataka-default-tax-table',
      title: 'The tax table is Shopify’s own, made for a seller in Karnataka',
      checkId: 'gst/tax-table',
    },
    {
      isPresent: ({ taxTable }) => taxTable.setting === 'shopify-default',
      plant: (shop) => void (shop.taxTable = { setting: 'shopify-default', homeProvinceCode: 'KA' }),
      mend: (shop) => void (shop.taxTable = { setting: 'own-state', homeProvinceCode: 'MH' }),
    },
  ),
  taxDefect(
    {
      id: 'twelve-percent-left-over',
      title: 'Kitchen goods are still taxed at 12%, a rate that ended on 21 September 2025',
      checkId: 'gst/order-rates',
      handle: 'steel-tumblers',
    },
    {
      isPresent: ({ commerce }) => commerce.taxOverrides.some(({ percent }) => percent === OLD_PERCENT),
      plant: (shop) => setKitchenPercent(shop, OLD_PERCENT),
      mend: (shop) => setKitchenPercent(shop, KITCHEN_PERCENT),
    },
  ),
  taxDefect(
    {
      id: 'discount-under-2500-at-18-percent',
      title: 'A sale brings the Anarkali suit under Rs 2,500, where 5% is due; it is still taxed at 18%',
      checkId: 'gst/price-band-rates',
      handle: 'anarkali-suit',
    },
    {
      isPresent: ({ commerce }) => commerce.sale.percentOff !== SALE_PERCENT,
      plant: ({ commerce }) => void (commerce.sale = { ...commerce.sale, percentOff: DEEP_SALE_PERCENT }),
      mend: ({ commerce }) => void (commerce.sale = { ...commerce.sale, percentOff: SALE_PERCENT }),
    },
  ),
  {
    ...taxDefect(
      {
        id: 'shipping-untaxed',
        title: 'Shipping is charged without tax',
        checkId: 'gst/shipping-tax',
      },
      {
        isPresent: ({ taxShipping }) => !taxShipping,
        plant: (shop) => void (shop.taxShipping = false),
        mend: (shop) => void (shop.taxShipping = true),
      },
    ),
    webhookTopic: 'shop/update',
  },
];

function setKitchenPercent({ commerce }: ShopState, percent: number): void {
  commerce.taxOverrides = commerce.taxOverrides.map((override) =>
    override.collection === 'kitchen' ? { ...override, percent } : override,
  );
}
