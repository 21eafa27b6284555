import { z } from 'zod';
import type {
  NewPaper,
  QuestionnaireState,
  VendorDetails,
  VendorFields,
  VendorImportPreview,
  VendorRegister,
  VendorRow,
} from '../../../core/api/vendors.ts';
import { VENDOR_EVENTS } from '../../../core/api/vendors.ts';
import { DATA_CLASSES, PAPER_KINDS, VENDOR_KINDS } from '../../../core/data/vendor-papers.ts';
import { SCRIPT_PLACES } from '../../../core/data/vendor-risk.ts';
import { UNAVAILABLE_REASONS } from '../../../core/evidence/snapshot.ts';
import { API_TRACE_SOURCES, type VendorPaper } from '../../../core/evidence/vendors.ts';
import { isDay } from '../../../core/gst/days.ts';
import { RISK_CLASSES } from '../../../core/vendors/risk.ts';
import { TRACE_SOURCES_OF_PAGES, TRACE_STRENGTHS, VENDOR_STEPS } from '../../../core/vendors/vendor.ts';
import { keyOfVendorId } from '../../../core/vendors/keys.ts';
import { visibleText } from '../../../core/visible-text.ts';
import { MOST_IMPORT_BYTES } from '../../vendors/import/read-vendor-list.ts';
import { vendorHost } from '../../vendors/vendor-host.ts';
import { Id, InstantText } from '../shapes.ts';

/** An entry's id, or "f-…" of what was only found. */
export const VendorIdText = z
  .string()
  .max(300)
  .refine((text) => Id.safeParse(text).success || keyOfVendorId(text) !== null);

const line = (longest: number) =>
  z
    .string()
    .max(4 * longest)
    .transform((text) => visibleText(text).replace(/\s+/g, ' ').trim())
    .pipe(z.string().max(longest));
/** Lines stay lines. */
const lines = (longest: number) =>
  z
    .string()
    .max(4 * longest)
    .transform((text) =>
      text
        .split(/\r\n|\n|\r/)
        .map(visibleText)
        .join('\n')
        .trim(),
    )
    .pipe(z.string().max(longest));
const orNull = <T extends z.ZodType<string>>(text: T) =>
  text.transform((said) => (said === '' ? null : said)).nullable();
const reason = lines(1_000).pipe(z.string().min(10));
const day = z.string().refine((text) => isDay(text) && text >= '2000-01-01' && text <= '2099-12-31', 'bad_day');

const host = z
  .string()
  .max(2_000)
  .transform((text) => vendorHost(text))
  .refine((text): text is string => text !== null, 'bad_host');
const distinct = <T>(list: readonly T[]): T[] => [...new Set(list)];

const FIELDS = {
  name: line(120).pipe(z.string().min(1)),
  kind: z.enum(VENDOR_KINDS),
  purpose: orNull(lines(500)),
  owner: orNull(line(120)),
  contact: orNull(line(300)),
  note: orNull(lines(2_000)),
  dataClasses: z
    .array(z.enum(DATA_CLASSES))
    .max(DATA_CLASSES.length)
    .transform(distinct)
    .refine((list) => list.length < 2 || !list.includes('none'), 'none_with_others'),
  scopes: z
    .array(z.string().regex(/^[a-z][a-z_]{2,79}$/))
    .max(200)
    .transform(distinct)
    .nullable(),
  hosts: z.array(host).max(20).transform(distinct),
  handle: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,99}$/)
    .nullable(),
  unusedSince: day.nullable(),
  tokenMadeOn: day.nullable(),
};

export const VendorBody = z.strictObject(FIELDS) satisfies z.ZodType<VendorFields>;

/** Each field alone; none at all takes over what was found, as it was found. */
export const VendorChangeBody = z.strictObject({
  name: FIELDS.name.exactOptional(),
  kind: FIELDS.kind.exactOptional(),
  purpose: FIELDS.purpose.exactOptional(),
  owner: FIELDS.owner.exactOptional(),
  contact: FIELDS.contact.exactOptional(),
  note: FIELDS.note.exactOptional(),
  dataClasses: FIELDS.dataClasses.exactOptional(),
  scopes: FIELDS.scopes.exactOptional(),
  hosts: FIELDS.hosts.exactOptional(),
  handle: FIELDS.handle.exactOptional(),
  unusedSince: FIELDS.unusedSince.exactOptional(),
  tokenMadeOn: FIELDS.tokenMadeOn.exactOptional(),
}) satisfies z.ZodType<Partial<VendorFields>>;

export const ApproveBody = z.strictObject({ reason });
export const AcceptRiskBody = z.strictObject({ reason, until: day });
export const BreachBody = z.strictObject({ happenedOn: day, note: lines(2_000).pipe(z.string().min(1)) });
export const MergeVendorsBody = z
  .strictObject({ into: VendorIdText, from: VendorIdText })
  .refine(({ from, into }) => from !== into, 'same');
export const PaperBody = z.strictObject({
  kind: z.enum(PAPER_KINDS),
  validUntil: day.nullable(),
}) satisfies z.ZodType<NewPaper>;
export const ListBody = z.strictObject({ text: z.string().min(1).max(MOST_IMPORT_BYTES) });

const text = z.string();
const flag = z.boolean();
const count = z.number().int().nonnegative();
const share = z.number().nonnegative();
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();
const risk = z.strictObject({
  ...{ exposure: share, assurance: share, staleness: share, risk: z.number().min(0).max(100) },
  riskClass: z.enum(RISK_CLASSES),
});

const ROW = {
  ...{ id: VendorIdText, name: text, kind: z.enum(VENDOR_KINDS) },
  ...{ isOurs: flag, isPlatform: flag, isRecognised: flag, isEntered: flag, isNearPayment: flag },
  strength: z.enum(TRACE_STRENGTHS).nullable(),
  risk,
  nextStep: z.enum(VENDOR_STEPS).nullable(),
  dataClasses: list(z.enum(DATA_CLASSES)),
  owner: text.nullable(),
  ...{ firstSeenAt: InstantText.nullable(), lastSeenAt: InstantText.nullable(), reviewedAt: InstantText.nullable() },
  nextEndsOn: text.nullable(),
};
const VendorRowAnswer: z.ZodType<VendorRow> = z.strictObject(ROW);

export const VendorRegisterAnswer: z.ZodType<VendorRegister> = z.strictObject({
  takenAt: InstantText.nullable(),
  vendors: list(VendorRowAnswer),
  sources: list(
    z.strictObject({
      source: z.enum(API_TRACE_SOURCES),
      state: z.enum(['read', 'not-permitted', 'failed']),
      missingScopes: list(text),
      isPartial: flag,
    }),
  ),
  themeReason: z.enum(UNAVAILABLE_REASONS).nullable(),
  storefrontReason: z.enum(UNAVAILABLE_REASONS).nullable(),
});

const PAPER = { id: Id, kind: z.enum(PAPER_KINDS), validUntil: text.nullable(), hasFile: flag };
export const PaperAnswer: z.ZodType<VendorPaper> = z.strictObject(PAPER);

const questionnaire: z.ZodType<QuestionnaireState> = z.strictObject({
  linkEndsAt: InstantText.nullable(),
  versions: list(
    z.strictObject({
      ...{ version: count, questionsVersion: text, answeredAt: InstantText, answeredBy: text },
      answers: list(
        z.strictObject({
          questionId: text,
          answer: z.enum(['yes', 'no', 'partly', 'not-applicable']),
          words: text.nullable(),
        }),
      ),
      ...{ reviewedAt: InstantText.nullable(), reviewedBy: text.nullable() },
    }),
  ),
});

const httpsUrl = z.string().startsWith('https://').nullable();

export const VendorDetailsAnswer: z.ZodType<VendorDetails> = z.strictObject({
  ...ROW,
  ...{ purpose: text.nullable(), note: text.nullable(), contact: text.nullable() },
  ...{ hosts: list(text), handle: text.nullable(), developer: text.nullable() },
  ...{ privacyPolicyUrl: httpsUrl, appStoreUrl: httpsUrl },
  traces: list(
    z.strictObject({
      source: z.enum([...API_TRACE_SOURCES, ...TRACE_SOURCES_OF_PAGES]),
      strength: z.enum(TRACE_STRENGTHS),
      ...{ place: text, isActive: flag, count },
    }),
  ),
  scopes: list(
    z.strictObject({
      scope: text,
      sensitivity: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).nullable(),
      ...{ isStorefrontCode: flag, isGrown: flag },
    }),
  ).nullable(),
  scopesFrom: z.enum(['shopify', 'stated']).nullable(),
  approval: z.strictObject({ at: InstantText, by: text, reason: text }).nullable(),
  ...{ unusedSince: text.nullable(), tokenMadeOn: text.nullable() },
  acceptedRisk: z.strictObject({ until: InstantText, by: text, reason: text }).nullable(),
  facts: z.strictObject({
    sensitivities: list(z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)])),
    scripts: z.enum(SCRIPT_PLACES),
    ...{ bestPaper: share, hasContract: flag, hasContact: flag },
    ...{ reviewedDaysAgo: z.number().int().nullable(), isUnused: flag },
  }),
  lowers: list(
    z.strictObject({ step: z.enum(['remove', 'papers', 'contract', 'contact', 'review']), risk: z.number() }),
  ),
  papers: list(z.strictObject({ ...PAPER, fileName: text.nullable(), sizeBytes: count.nullable() })),
  breaches: list(
    z.strictObject({
      ...{ id: Id, happenedOn: text, notedAt: InstantText, closedAt: InstantText.nullable(), note: text },
    }),
  ),
  questionnaire,
  history: list(z.strictObject({ at: InstantText, kind: z.enum(VENDOR_EVENTS), by: text, about: text.nullable() })),
});

export const RemovedAnswer = z.strictObject({ undoUntil: InstantText });

export const ImportPreviewAnswer: z.ZodType<VendorImportPreview> = z.strictObject({
  rows: list(
    z.strictObject({
      ...{ line: count, name: text, kind: z.enum(VENDOR_KINDS), handle: text.nullable(), hosts: list(text) },
      ...{ purpose: text.nullable(), owner: text.nullable(), dataClasses: list(z.enum(DATA_CLASSES)) },
      ...{ scopes: list(text).nullable(), matches: VendorIdText.nullable() },
    }),
  ),
  problems: list(z.strictObject({ line: count, code: text, text })),
  columns: z.strictObject({ used: list(text), ignored: list(text) }),
});

export const VendorImportAnswer = z.strictObject({ importId: Id, added: count, updated: count });
