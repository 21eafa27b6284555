import { z } from 'zod';
import { RETURN_FILERS } from '../../core/data/due-dates.ts';
import { RATE_CLASSES } from '../../core/data/rates.ts';
import type { EvidenceByKind } from '../../core/evidence/kinds.ts';
import { BUYER_GSTIN_PLACES } from '../../core/evidence/orders.ts';
import {
  LOOK_UP_SERVICES,
  REGISTRATION_STATUSES,
  TAXPAYER_KINDS,
  UNKNOWN_REASONS,
  WATCHED_FIELDS,
} from '../../core/evidence/registry.ts';
import { TURNOVER_BANDS } from '../../core/evidence/tax-profile.ts';
import { vendorRiskWeights } from '../law/vendor-risk-schema.ts';

const text = z.string();
const orNull = text.nullable();
const count = z.number().int().nonnegative();
const paise = z.number().int();
const yesNo = z.boolean().nullable();
const verified = z.enum(['verified', 'unverified']);

const area = z.strictObject({ provinceCode: orNull, countryCode: orNull }).nullable();
const taxes = z.array(z.strictObject({ title: text, ratePpm: count, paise }));

const order = z.strictObject({
  id: text,
  name: text,
  placedAt: text,
  currencyCode: text,
  isCancelled: z.boolean(),
  taxesIncluded: z.boolean(),
  isTaxExempt: z.boolean(),
  shipTo: area,
  billTo: area,
  dispatchedFrom: z.array(text),
  lines: z.array(
    z.strictObject({
      title: text,
      sku: orNull,
      variantId: orNull,
      vendor: orNull,
      quantity: count,
      isTaxable: z.boolean(),
      amountPaise: paise,
      taxes,
    }),
  ),
  shipping: z.array(z.strictObject({ title: text, amountPaise: paise, taxes })),
  buyerGstins: z.array(z.strictObject({ place: z.enum(BUYER_GSTIN_PLACES), text })),
  invoiceNumber: orNull,
  channel: orNull,
});

const product = z.strictObject({
  id: text,
  title: text,
  status: z.enum(['ACTIVE', 'ARCHIVED', 'DRAFT', 'UNLISTED']),
  vendor: text,
  category: orNull,
  hsnMetafield: orNull,
  variants: z.array(
    z.strictObject({
      id: text,
      title: text,
      sku: orNull,
      pricePaise: paise,
      isTaxable: z.boolean(),
      hsnMetafield: orNull,
      hsnForIndia: orNull,
      hsnForAll: orNull,
      originCountryCode: orNull,
    }),
  ),
});

const place = z.strictObject({ pin: orNull, stateCode: orNull });
const service = z.enum(LOOK_UP_SERVICES);

const registryEntry = z.strictObject({
  gstin: text,
  known: z
    .strictObject({
      record: z.strictObject({
        legalName: orNull,
        tradeName: orNull,
        status: z.enum(REGISTRATION_STATUSES).nullable(),
        taxpayerKind: z.enum(TAXPAYER_KINDS).nullable(),
        constitution: orNull,
        registeredOn: orNull,
        cancelledOn: orNull,
        principal: place.nullable(),
        additional: z.array(place).nullable(),
        isEInvoicing: yesNo,
        isBlockedForEwayBill: yesNo,
        lastUpdatedOn: orNull,
      }),
      service,
      learnedAt: text,
    })
    .nullable(),
  asked: z.strictObject({ service, at: text, outcome: z.enum(['known', 'not-found', ...UNKNOWN_REASONS]) }).nullable(),
  changes: z.array(z.strictObject({ field: z.enum(WATCHED_FIELDS), noticedAt: text })),
  returns: z
    .strictObject({
      filed: z.array(z.strictObject({ form: text, period: text, filedOn: orNull })),
      learnedAt: text,
    })
    .nullable(),
});

const dated = { effectiveFrom: text, effectiveTo: orNull, source: text, status: verified };

/** Shapes of the evidence that GST asks for. */
export const GST_EVIDENCE_SCHEMAS: {
  readonly [K in 'registry' | 'taxProfile' | 'orders' | 'companyBuyers' | 'catalogue' | 'law']: z.ZodType<
    EvidenceByKind[K]
  >;
} = {
  registry: z.array(registryEntry),
  taxProfile: z.strictObject({
    turnover: z.enum(TURNOVER_BANDS).nullable(),
    isUnregistered: yesNo,
    sellsForOthers: yesNo,
    registrations: z.array(
      z.strictObject({
        gstin: text,
        scheme: z.enum(['regular', 'composition']).nullable(),
        filing: z.enum(['monthly', 'quarterly']).nullable(),
        registeredOn: orNull,
        hasBankAccount: yesNo,
        lutYears: z.array(text),
      }),
    ),
  }),
  orders: z.strictObject({ since: text, orders: z.array(order), moreOrders: count }),
  companyBuyers: z.array(z.strictObject({ orderId: text, text })),
  catalogue: z.strictObject({ products: z.array(product), moreProducts: count }),
  law: z.strictObject({
    rates: z.array(
      z.strictObject({
        key: text,
        ratePpm: count,
        class: z.enum(RATE_CLASSES),
        appliesTo: text,
        inStore: z.enum(['yes', 'jewellery', 'no']),
        ...dated,
      }),
    ),
    priceBands: z.array(
      z.strictObject({
        hsnPrefix: text,
        exceptPrefixes: z.array(text),
        unit: z.enum(['piece', 'pair']),
        goods: text,
        isAllGoods: z.boolean(),
        maxLowPaise: count,
        lowRatePpm: count,
        highRatePpm: count,
        ...dated,
      }),
    ),
    thresholds: z.array(
      z.strictObject({ name: text, variant: text, value: z.number(), unit: text, meaning: text, ...dated }),
    ),
    dueDates: z.array(
      z.strictObject({
        form: text,
        who: z.enum(RETURN_FILERS),
        period: z.enum(['month', 'quarter', 'financial-year']),
        dueDay: count,
        monthsAfter: z.number().int(),
        note: text,
        ...dated,
      }),
    ),
    hsnList: z.strictObject({ importedOn: text, codes: z.array(text) }).nullable(),
    vendorRisk: vendorRiskWeights.exactOptional(),
  }),
};
