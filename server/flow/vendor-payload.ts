import type { Vendor } from '../../core/vendors/vendor.ts';
import type { NewVendor, VendorFact } from './flow-fact.ts';
import { MOST_RUNS } from './flow-runs.ts';

/** The fields of extensions/vendor-added/shopify.extension.toml. */
export interface VendorPayload {
  readonly Vendor: string;
  readonly Kind: string;
  readonly 'How it was found': string;
  readonly Risk: string;
  readonly 'First seen': string;
  readonly Vendors: number;
  readonly Link: string;
  readonly Notice: string;
}

export interface VendorPlaces {
  /** Of the delivery; each run's own begins with it. */
  readonly identity: string;
  readonly vendorUrl: (id: string) => string;
  readonly vendorsUrl: string;
  /** The register as of now. */
  readonly register: readonly Vendor[];
}

const HOW: Readonly<Record<NewVendor['how'], string>> = {
  entered: 'entered by a person',
  imported: 'taken over from a list',
  orders: 'orders',
  gateways: 'payment gateways of orders',
  channels: 'sales channels',
  publications: 'publications',
  'order-attributions': 'sources of orders',
  discounts: 'discounts',
  'delivery-customizations': 'delivery choices',
  'payment-customizations': 'payment choices',
  validations: 'rules of the checkout',
  'cart-transforms': 'changes of the cart',
  'carrier-services': 'carrier services',
  'fulfillment-services': 'fulfilment services',
  metafields: 'custom fields',
  metaobjects: 'custom content',
  'theme-embed': 'embed in the theme',
  'theme-block': 'block in the theme',
  'theme-script': 'script in theme code',
  'page-script': 'script on a page',
  'page-frame': 'frame on a page',
  'page-form': 'form that sends there',
  'app-proxy': 'path of an app in the shop',
  beacon: 'seen in real browsers',
};

/**
 * One run for each of the first twenty, and one for all others. At the first check of a shop one run for all: nobody wants
 * a workflow for each app that was there long before us. Those that left the register meanwhile are not told.
 */
export function vendorPayloads(
  { isFirstCheck, vendors, count, at }: VendorFact,
  places: VendorPlaces,
): VendorPayload[] {
  const { identity, vendorsUrl } = places;
  const summary = (how: string, howMany: number): VendorPayload => ({
    ...{ Vendor: 'none', Kind: 'none', 'How it was found': how, Risk: 'none', 'First seen': at },
    ...{ Vendors: howMany, Link: vendorsUrl, Notice: `${identity}#more` },
  });
  if (isFirstCheck) return [summary('first check of the shop', count)];
  const told = vendors.slice(0, MOST_RUNS);
  const runs = told.flatMap((one, index) => runOf(one, { ...places, at, notice: `${identity}#${index + 1}` }));
  const rest = count - told.length;
  return rest > 0 ? [...runs, summary('further vendors', rest)] : runs;
}

function runOf(
  { key, id, how }: NewVendor,
  { register, vendorUrl, at, notice }: VendorPlaces & { readonly at: string; readonly notice: string },
): VendorPayload[] {
  const isIt = (one: Vendor) =>
    id === null
      ? key !== null && [...(one.found?.keys ?? []), ...(one.entry?.keys ?? [])].includes(key)
      : one.id === id;
  const vendor = register.find(isIt);
  if (!vendor || vendor.isOurs) return [];
  return [
    {
      ...{ Vendor: vendor.name, Kind: vendor.kind, 'How it was found': HOW[how], Risk: vendor.risk.riskClass },
      ...{ 'First seen': vendor.firstSeenAt ?? at, Vendors: 1, Link: vendorUrl(vendor.id), Notice: notice },
    },
  ];
}
