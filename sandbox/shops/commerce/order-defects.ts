import type { ShopDefect } from '../../defect.ts';
import type { ShopLocation, ShopState } from '../shop-state.ts';
import { inventedGstin, mistyped } from './invented-gstin.ts';
import { orderDefect } from './defect-makers.ts';
import { SURAT_STALL } from './make-order.ts';
import { ordersOf } from './orders.ts';

/** What went wrong with single orders. */
export const ORDER_DEFECTS: readonly ShopDefect[] = [
  orderDefect(
    {
      id: 'order-sent-from-another-state',
      title: 'An order to Gujarat left from the closed stall in Surat and was taxed as from Maharashtra',
      checkId: 'gst/order-heads',
      slip: 'sent-from-surat',
    },
    {
      plant: (shop, nowIso) => void (shop.locations = [...withoutStall(shop), suratStall(shop, nowIso)]),
      mend: (shop) => void (shop.locations = withoutStall(shop)),
    },
  ),
  orderDefect({
    id: 'order-name-as-invoice-number',
    title: 'An order carries Shopify’s own name, with its "#", as the number of its invoice',
    checkId: 'gst/invoice-numbers',
    slip: 'own-name-as-invoice-number',
  }),
  orderDefect({
    id: 'invoice-number-twice',
    title: 'Two orders carry the same invoice number',
    checkId: 'gst/invoice-numbers',
    slip: 'invoice-number-twice',
  }),
  orderDefect({
    id: 'invoice-gap',
    title: 'Three invoice numbers are missing in the series',
    checkId: 'gst/invoice-numbers',
    slip: 'invoice-gap',
  }),
  orderDefect({
    id: 'buyer-gstin-mistyped',
    title: 'A buyer’s GSTIN in the cart was mistyped',
    checkId: 'gst/buyer-gstins',
    slip: 'mistyped-gstin',
  }),
  {
    where: 'shop',
    id: 'company-gstin-mistyped',
    title: 'The tax number of a company with an account was mistyped',
    checkId: 'gst/buyer-gstins',
    webhookTopic: null,
    adminPaths: (shop, nowMs) => [
      '/companies',
      ...ordersOf(shop, nowMs).flatMap(({ id, company }) => (company?.provinceCode === 'TN' ? [`/orders/${id}`] : [])),
    ],
    isPresent: ({ commerce: { companies } }) =>
      companies.some(({ provinceCode, taxRegistrationId }) => taxRegistrationId === wrongNumber(provinceCode)),
    plant: (shop) => void (firmIn(shop, 'TN').taxRegistrationId = wrongNumber('TN')),
    mend: (shop) => void (firmIn(shop, 'TN').taxRegistrationId = rightNumber('TN')),
  },
  orderDefect({
    id: 'buyer-gstin-look-alike',
    title: 'A buyer’s GSTIN holds a Cyrillic letter that looks like an A',
    checkId: 'security/look-alike-gstins',
    slip: 'look-alike-gstin',
  }),
  orderDefect({
    id: 'export-without-lut',
    title: 'An order to Dubai went without tax, and no letter of undertaking is known',
    checkId: 'gst/export-lut',
    slip: 'untaxed-export',
  }),
  orderDefect({
    id: 'card-number-in-note',
    title: 'Somebody wrote a card number into the note of an order',
    checkId: 'security/stored-card-numbers',
    slip: 'card-in-note',
  }),
  orderDefect({
    id: 'aadhaar-in-note',
    title: 'Somebody wrote an Aadhaar number into the note of an order',
    checkId: 'security/stored-identity-numbers',
    slip: 'aadhaar-in-note',
  }),
];

function withoutStall({ locations }: ShopState): ShopLocation[] {
  return locations.filter(({ name }) => name !== SURAT_STALL);
}

/** Closed, so that no check asks for a registration there; its old orders name it all the same. */
function suratStall(shop: ShopState, nowIso: string): ShopLocation {
  const [model] = shop.locations;
  if (!model) throw new RangeError('The shop has no location.');
  return {
    ...model,
    id: shop.id * 10 + 9,
    name: SURAT_STALL,
    isActive: false,
    fulfillsOnlineOrders: false,
    address: {
      ...model.address,
      address1: '5 Invented Silk Market',
      city: 'Surat',
      province: 'Gujarat',
      provinceCode: 'GJ',
      zip: '395003',
    },
    updatedAt: nowIso,
  };
}

function firmIn({ commerce }: ShopState, provinceCode: string) {
  const found = commerce.companies.find((company) => company.provinceCode === provinceCode);
  if (!found) throw new RangeError(`The shop has no company in ${provinceCode}.`);
  return found;
}

function rightNumber(provinceCode: string): string {
  return inventedGstin(provinceCode, 72);
}

function wrongNumber(provinceCode: string): string {
  return mistyped(rightNumber(provinceCode));
}
