import type { Catalogue, Product, Variant } from '../core/evidence/catalogue.ts';
import type { Order, OrderArea, OrderBook, OrderLine, OrderTax, ShippingLine } from '../core/evidence/orders.ts';
import type { RegistryEntry, RegistryRecord } from '../core/evidence/registry.ts';
import type { StatedRegistration, TaxProfile } from '../core/evidence/tax-profile.ts';
import { aGstin, AS_OF } from './a-gstin.ts';

/** A tax line at a rate in percent, on a taxable value in paise. */
export function aTax(title: string, ratePct: number, paise: number): OrderTax {
  return { title, ratePpm: Math.round(ratePct * 10_000), paise };
}

/** A kurta of Rs 1,050 with 5% inside, sold within the State. */
export function aLine(over: Partial<OrderLine> = {}): OrderLine {
  return {
    title: 'Block-print kurta',
    sku: 'KURTA-M',
    variantId: 'gid://shopify/ProductVariant/11',
    vendor: 'Invented Weaves',
    quantity: 1,
    isTaxable: true,
    amountPaise: 105_000,
    taxes: [aTax('CGST', 2.5, 2_500), aTax('SGST', 2.5, 2_500)],
    ...over,
  };
}

export function aShippingLine(over: Partial<ShippingLine> = {}): ShippingLine {
  return {
    title: 'Standard',
    amountPaise: 10_500,
    taxes: [aTax('CGST', 2.5, 250), aTax('SGST', 2.5, 250)],
    ...over,
  };
}

export function anOrderArea(provinceCode: string | null = 'MH', countryCode: string | null = 'IN'): OrderArea {
  return { provinceCode, countryCode };
}

/** An order within Maharashtra, taxed as the law asks. */
export function anOrder(over: Partial<Order> = {}): Order {
  return {
    id: 'gid://shopify/Order/1001',
    name: '#1001',
    placedAt: '2026-11-10T08:00:00.000Z',
    currencyCode: 'INR',
    isCancelled: false,
    taxesIncluded: true,
    isTaxExempt: false,
    shipTo: anOrderArea(),
    billTo: anOrderArea(),
    dispatchedFrom: ['gid://shopify/Location/1'],
    lines: [aLine()],
    shipping: [],
    buyerGstins: [],
    invoiceNumber: 'VN/26-27/1001',
    channel: 'web',
    ...over,
  };
}

export function anOrderBook(orders: readonly Order[] = [anOrder()], over: Partial<OrderBook> = {}): OrderBook {
  return { since: '2026-09-23T06:30:00.000Z', orders, moreOrders: 0, ...over };
}

export function aVariant(over: Partial<Variant> = {}): Variant {
  return {
    id: 'gid://shopify/ProductVariant/11',
    title: 'M',
    sku: 'KURTA-M',
    pricePaise: 105_000,
    isTaxable: true,
    hsnMetafield: null,
    hsnForIndia: '62114290',
    hsnForAll: null,
    originCountryCode: 'IN',
    ...over,
  };
}

export function aProduct(over: Partial<Product> = {}): Product {
  return {
    id: 'gid://shopify/Product/1',
    title: 'Block-print kurta',
    status: 'ACTIVE',
    vendor: 'Invented Weaves',
    category: 'Apparel & Accessories > Clothing > Shirts & Tops',
    hsnMetafield: null,
    variants: [aVariant()],
    ...over,
  };
}

export function aCatalogue(products: readonly Product[] = [aProduct()], over: Partial<Catalogue> = {}): Catalogue {
  return { products, moreProducts: 0, ...over };
}

export function aRegistryRecord(over: Partial<RegistryRecord> = {}): RegistryRecord {
  return {
    legalName: 'Meera Invented',
    tradeName: 'Invented Weaves',
    status: 'active',
    taxpayerKind: 'regular',
    constitution: 'Proprietorship',
    registeredOn: '2020-07-01',
    cancelledOn: null,
    principal: { pin: '400001', stateCode: '27' },
    additional: [],
    isEInvoicing: false,
    isBlockedForEwayBill: false,
    lastUpdatedOn: '2024-04-01',
    ...over,
  };
}

export function aRegistryEntry(over: Partial<RegistryEntry> = {}): RegistryEntry {
  return {
    gstin: aGstin(),
    known: { record: aRegistryRecord(), service: 'sandbox-co-in', learnedAt: AS_OF },
    asked: { service: 'sandbox-co-in', at: AS_OF, outcome: 'known' },
    changes: [],
    returns: {
      learnedAt: AS_OF,
      filed: [
        { form: 'GSTR1', period: '2026-10', filedOn: '2026-11-10' },
        { form: 'GSTR3B', period: '2026-10', filedOn: '2026-11-19' },
        { form: 'GSTR1', period: '2026-09', filedOn: '2026-10-10' },
        { form: 'GSTR3B', period: '2026-09', filedOn: '2026-10-19' },
      ],
    },
    ...over,
  };
}

export function aStatedRegistration(over: Partial<StatedRegistration> = {}): StatedRegistration {
  return {
    gstin: aGstin(),
    scheme: 'regular',
    filing: 'monthly',
    registeredOn: '2020-07-01',
    hasBankAccount: true,
    lutYears: [],
    ...over,
  };
}

export function aTaxProfile(over: Partial<TaxProfile> = {}): TaxProfile {
  return {
    turnover: 'to-1.5-crore',
    isUnregistered: false,
    sellsForOthers: false,
    registrations: [aStatedRegistration()],
    ...over,
  };
}
