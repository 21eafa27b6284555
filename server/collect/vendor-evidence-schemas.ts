import { z } from 'zod';
import { DATA_CLASSES, PAPER_KINDS, VENDOR_KINDS } from '../../core/data/vendor-papers.ts';
import type { EvidenceByKind } from '../../core/evidence/kinds.ts';
import { PAGE_KINDS } from '../../core/evidence/storefront.ts';
import {
  API_TRACE_SOURCES,
  type AppAnswer,
  type AppBlock,
  type VendorEntry,
  type VendorTraces,
} from '../../core/evidence/vendors.ts';
import type { ScriptBook } from '../../core/evidence/scripts.ts';

const text = z.string();
const count = z.number().int().nonnegative();
const flag = z.boolean();
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

export const appBlock: z.ZodType<AppBlock> = z.strictObject({
  appHandle: text,
  blockHandle: text,
  isEmbed: flag,
  isDisabled: flag,
});

export const appAnswer: z.ZodType<AppAnswer> = z.strictObject({
  handle: text,
  askedAt: text,
  record: z
    .strictObject({
      handle: text,
      appId: text,
      title: text,
      developer: text.nullable(),
      madeBy: z.enum(['shopify', 'partner', 'merchant', 'unknown']),
      scopes: list(text),
      privacyPolicyUrl: text.nullable(),
      appStoreUrl: text.nullable(),
    })
    .nullable(),
});

const vendorTraces: z.ZodType<VendorTraces> = z.strictObject({
  sources: list(
    z.strictObject({
      source: z.enum(API_TRACE_SOURCES),
      state: z.enum(['read', 'not-permitted', 'failed']),
      missingScopes: list(text),
      isPartial: flag,
    }),
  ),
  traces: list(
    z.strictObject({
      source: z.enum(API_TRACE_SOURCES),
      name: text.nullable(),
      handle: text.nullable(),
      appId: text.nullable(),
      host: text.nullable(),
      isActive: flag.nullable(),
      count,
      lastAt: text.nullable(),
    }),
  ),
});

const entry: z.ZodType<VendorEntry> = z.strictObject({
  id: text,
  name: text,
  kind: z.enum(VENDOR_KINDS),
  keys: list(text),
  hasPurpose: flag,
  hasOwner: flag,
  dataClasses: list(z.enum(DATA_CLASSES)),
  statedScopes: list(text).nullable(),
  approval: z.strictObject({ at: text, by: text, scopes: list(text).nullable() }).nullable(),
  reviewedAt: text.nullable(),
  unusedSince: text.nullable(),
  tokenMadeOn: text.nullable(),
  hasContact: flag,
  papers: list(z.strictObject({ id: text, kind: z.enum(PAPER_KINDS), validUntil: text.nullable(), hasFile: flag })),
  questionnaire: z.strictObject({ answeredAt: text, reviewedAt: text.nullable() }).nullable(),
  acceptedRiskUntil: text.nullable(),
  breaches: list(z.strictObject({ id: text, happenedOn: text, notedAt: text, closedAt: text.nullable() })),
  addedAt: text,
});

const pageKinds = list(z.enum(PAGE_KINDS));
const scriptBook: z.ZodType<ScriptBook> = z.strictObject({
  sightings: list(
    z.strictObject({
      identity: text,
      pageKinds,
      hash: text.nullable(),
      firstSeenAt: text,
      lastSeenAt: text,
      hashSeenAt: text,
      goneAt: text.nullable(),
      nearPaymentAt: text.nullable(),
    }),
  ),
  decisions: list(
    z.strictObject({
      identity: text,
      lineage: text,
      verdict: z.enum(['approved', 'rejected']),
      pageKinds,
      hash: text.nullable(),
      coversNewTexts: flag,
      hasOwner: flag,
      hasReason: flag,
      decidedAt: text,
      decidedBy: text,
    }),
  ),
  lastComparedAt: text.nullable(),
  beacon: z.strictObject({
    isOn: flag,
    seen: list(
      z.strictObject({
        identity: text,
        host: text.nullable(),
        pageKind: z.enum([...PAGE_KINDS, 'other']),
        firstSeenAt: text,
        lastSeenAt: text,
        reports: count,
      }),
    ),
  }),
});

/** The shapes of core/evidence/vendors and core/evidence/scripts. */
export const VENDOR_EVIDENCE_SCHEMAS: {
  readonly [K in 'vendorTraces' | 'vendorBook' | 'scriptBook']: z.ZodType<EvidenceByKind[K]>;
} = {
  vendorTraces,
  vendorBook: z.strictObject({
    entries: list(entry),
    sightings: list(z.strictObject({ key: text, firstSeenAt: text, lastSeenAt: text })),
  }),
  scriptBook,
};
