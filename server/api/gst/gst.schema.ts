import { z } from 'zod';
import type { GstHome } from '../../../core/api/gst.ts';
import { UNAVAILABLE_REASONS } from '../../../core/evidence/snapshot.ts';
import { HEADS, type GstSummary } from '../../../core/evidence/summaries.ts';
import { LANGUAGES } from '../../../core/text.ts';
import { GST_EVIDENCE_SCHEMAS } from '../../collect/gst-evidence-schemas.ts';
import { ProfileAnswer } from '../gst-profile/gst-profile.schema.ts';
import { LookUpsAnswer } from '../look-ups/look-ups.schema.ts';
import { InstantText } from '../shapes.ts';

/** GET /gst/….csv and /gst/calendar.ics: the person's own language unless told otherwise. */
export const ExportGst = z.strictObject({ language: z.enum(LANGUAGES).exactOptional() });

const count = z.number().int().nonnegative();
const paise = z.number().int();
const heads = z.enum(HEADS);
const noFigures = z.strictObject({ reason: z.enum(UNAVAILABLE_REASONS), missingScopes: z.array(z.string()) });

const places = z.array(
  z.strictObject({
    state: z.string(),
    isRegistered: z.boolean(),
    locations: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        pin: z.string().nullable(),
        fulfillsOnlineOrders: z.boolean(),
        isOnRegistration: z.boolean().nullable(),
      }),
    ),
  }),
);

const taxAudit = z.strictObject({
  since: z.string(),
  orders: count,
  ordersJudged: count,
  moreOrders: count,
  taxChargedPaise: paise,
  wrongHeadPaise: paise,
  rows: z.array(
    z.strictObject({
      deliveryState: z.string(),
      dispatchState: z.string(),
      expected: heads,
      charged: heads,
      orders: count,
      wrongOrders: count,
      taxPaise: paise,
      wrongPaise: paise,
      lastWrongAt: z.string().nullable(),
      lastRightAt: z.string().nullable(),
    }),
  ),
});

const hsn = z.strictObject({
  variants: count,
  withCode: count,
  missing: count,
  wrong: count,
  digitsNeeded: count.nullable(),
  listImportedOn: z.string().nullable(),
  moreProducts: count,
  open: z
    .array(
      z.strictObject({
        productId: z.string(),
        product: z.string(),
        variant: z.string().nullable(),
        code: z.string().nullable(),
        problem: z.enum(['missing', 'malformed', 'too-short', 'not-on-list', 'no-such-chapter']),
      }),
    )
    .max(100),
});

const calendar = z.array(
  z.strictObject({
    dueOn: z.string(),
    form: z.string(),
    gstin: z.string(),
    period: z.string(),
    state: z.enum(['upcoming', 'filed', 'overdue', 'unknown']),
    filedOn: z.string().nullable(),
    isVerified: z.boolean(),
  }),
);

/** One that an older version stored may have another shape. */
export const SummaryAnswer = z.strictObject({
  asOf: InstantText,
  registry: z.union([GST_EVIDENCE_SCHEMAS.registry, noFigures]),
  places: z.union([places, noFigures]),
  taxAudit: z.union([taxAudit, noFigures]),
  hsn: z.union([hsn, noFigures]),
  calendar: z.union([calendar, noFigures]),
}) satisfies z.ZodType<GstSummary>;

export const GstHomeAnswer = z.strictObject({
  summary: SummaryAnswer.nullable(),
  registry: GST_EVIDENCE_SCHEMAS.registry,
  profile: ProfileAnswer,
  lookUps: LookUpsAnswer,
}) satisfies z.ZodType<GstHome>;
