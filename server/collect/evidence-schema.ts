import { z } from 'zod';
import { POLICY_TYPES, type EvidenceByKind, type EvidenceKind } from '../../core/evidence/kinds.ts';
import { UNAVAILABLE_REASONS, type Collected } from '../../core/evidence/snapshot.ts';
import { RUNGS } from '../../core/evidence/rungs.ts';
import { GST_EVIDENCE_SCHEMAS } from './gst-evidence-schemas.ts';
import { codeSeen, libraryFlaws, SECURITY_EVIDENCE_SCHEMAS } from './security-evidence-schemas.ts';
import { appAnswer, appBlock, VENDOR_EVIDENCE_SCHEMAS } from './vendor-evidence-schemas.ts';

const text = z.string();
const area = z.strictObject({
  city: text.nullable(),
  provinceCode: text.nullable(),
  pin: text.nullable(),
  countryCode: text.nullable(),
});
const count = z.number().int().nonnegative();

/** The shapes of core/evidence, checked once more where a collector hands them over and where they are read back. */
export const EVIDENCE_SCHEMAS: { readonly [K in EvidenceKind]: z.ZodType<EvidenceByKind[K]> } = {
  shop: z.strictObject({
    currencyCode: text,
    taxesIncluded: z.boolean(),
    timeZone: text,
    setupRequired: z.boolean(),
    plan: z.strictObject({ name: text, isPlus: z.boolean(), isDevelopment: z.boolean() }),
    address: area,
    customerAccounts: z.enum(['CLASSIC', 'NEW_CUSTOMER_ACCOUNTS']),
    hasFormCaptcha: z.boolean(),
    isStorefrontLocked: z.boolean(),
  }),
  access: z.strictObject({ granted: z.array(text), required: z.array(text), optional: z.array(text) }),
  domains: z.array(z.strictObject({ host: text, isPrimary: z.boolean(), isTlsReady: z.boolean() })),
  locations: z.array(
    z.strictObject({
      id: text,
      name: text,
      isActive: z.boolean(),
      isFulfillmentService: z.boolean(),
      fulfillsOnlineOrders: z.boolean(),
      address: area,
    }),
  ),
  policies: z.array(z.strictObject({ type: z.enum(POLICY_TYPES), url: text, lengthChars: count, updatedAt: text })),
  privacy: z.strictObject({ isBannerEnabled: z.boolean(), consentRequiredIn: z.array(text) }),
  theme: z.strictObject({
    id: text,
    name: text,
    files: z.array(
      z.strictObject({
        filename: text,
        checksumMd5: text.nullable(),
        sizeBytes: count,
        isRead: z.boolean(),
        resources: z.array(
          z.strictObject({
            element: z.enum(['script', 'stylesheet', 'iframe', 'image', 'form']),
            scheme: z.enum(['http', 'https']),
            host: text,
            path: text,
            line: count,
          }),
        ),
        code: codeSeen.nullable(),
        appBlocks: z.array(appBlock).exactOptional(),
      }),
    ),
    moreFiles: count,
    release: z.strictObject({ name: text, version: text.nullable() }).nullable(),
    isVintage: z.boolean(),
    libraries: libraryFlaws,
    scannerVersion: text,
    apps: z.array(appAnswer).exactOptional(),
  }),
  registrations: z.array(z.strictObject({ gstin: text, statedAt: text })),
  ...GST_EVIDENCE_SCHEMAS,
  ...SECURITY_EVIDENCE_SCHEMAS,
  ...VENDOR_EVIDENCE_SCHEMAS,
};

/** One kind of evidence as it is stored: collected with its value, or unavailable with a reason. */
export function collectedSchema<K extends EvidenceKind>(kind: K): z.ZodType<Collected<EvidenceByKind[K]>> {
  const value = EVIDENCE_SCHEMAS[kind];
  return z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('collected'), value, collectedAt: text, rung: z.enum(RUNGS) }),
    z.strictObject({
      status: z.literal('unavailable'),
      reason: z.enum(UNAVAILABLE_REASONS),
      collectedAt: text,
      missingScopes: z.array(text).exactOptional(),
    }),
  ]) as z.ZodType<Collected<EvidenceByKind[K]>>;
}
