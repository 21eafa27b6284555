import { z } from 'zod';
import { SCRIPT_EVENTS, type ScriptBoard, type ScriptDiff, type ScriptLog } from '../../../core/api/scripts.ts';
import { UNAVAILABLE_REASONS } from '../../../core/evidence/snapshot.ts';
import { FIELD_KINDS, PAGE_KINDS } from '../../../core/evidence/storefront.ts';
import { SCRIPT_CHANGES } from '../../../core/scripts/script-change.ts';
import { SCRIPT_ORIGINS } from '../../../core/scripts/script-item.ts';
import { visibleText } from '../../../core/visible-text.ts';
import { InstantText } from '../shapes.ts';

const MOST_AT_ONCE = 200;

/** Words of a person: in one line, without what hides or turns text. */
const words = (most: number) =>
  z
    .string()
    .max(4 * most)
    .transform((text) => visibleText(text).trim())
    .pipe(z.string().min(1).max(most));
const Identities = z.array(z.string().min(1).max(600)).min(1).max(MOST_AT_ONCE);

export const DecisionBody = z.strictObject({
  identities: Identities,
  verdict: z.enum(['approved', 'rejected']),
  owner: words(120),
  reason: words(500),
  coversNewTexts: z.boolean(),
});

export const WithdrawBody = z.strictObject({ identities: Identities });

const Hash = z.string().regex(/^sha256-[A-Za-z0-9+/]{43}=$/);
/** Without both there is nothing to lay side by side. */
export const DiffQuery = z.strictObject({ from: Hash.optional(), to: Hash.optional() });

const text = z.string();
const pageKinds = z.array(z.enum(PAGE_KINDS));
const item = {
  identity: text,
  what: z.enum(['script', 'frame', 'form']),
  origin: z.enum(SCRIPT_ORIGINS),
  address: text.nullable(),
  host: text.nullable(),
  scheme: z.enum(['https', 'http', 'relative', 'protocol-relative', 'data', 'blob', 'inline']).nullable(),
  hash: text.nullable(),
  hasIntegrity: z.boolean(),
  isModule: z.boolean(),
  vendorKey: text.nullable(),
  namesHosts: z.array(text),
  behaviours: z.array(text),
  pageKinds,
  place: text,
  asks: z.array(z.enum(FIELD_KINDS)),
  seenBy: z.enum(['visit', 'beacon']),
};
const decision = {
  identity: text,
  lineage: text,
  verdict: z.enum(['approved', 'rejected']),
  pageKinds,
  hash: text.nullable(),
  coversNewTexts: z.boolean(),
  hasOwner: z.boolean(),
  hasReason: z.boolean(),
  decidedAt: InstantText,
  decidedBy: text,
};
const vendor = { vendorName: text.nullable(), vendorId: text.nullable() };

export const ScriptBoardAnswer = z.strictObject({
  takenAt: InstantText.nullable(),
  reason: z.enum(UNAVAILABLE_REASONS).nullable(),
  pages: z.array(z.strictObject({ place: text, kind: z.enum(PAGE_KINDS), isPartial: z.boolean() })),
  items: z.array(
    z.strictObject({
      ...item,
      ...vendor,
      decision: z.strictObject({ ...decision, owner: text, reason: text }).nullable(),
      firstSeenAt: InstantText.nullable(),
    }),
  ),
  changes: z.array(
    z.strictObject({
      ...vendor,
      kind: z.enum(SCRIPT_CHANGES),
      identity: text,
      item: z.strictObject(item).nullable(),
      decision: z.strictObject(decision).nullable(),
      since: InstantText,
      fromHash: text.nullable(),
      toHash: text.nullable(),
      fromIdentity: text.nullable(),
      hasDiff: z.boolean(),
    }),
  ),
  beacon: z.strictObject({
    isOn: z.boolean(),
    seen: z.array(
      z.strictObject({
        identity: text,
        host: text.nullable(),
        pageKind: z.enum([...PAGE_KINDS, 'other']),
        firstSeenAt: InstantText,
        lastSeenAt: InstantText,
        reports: z.number().int().nonnegative(),
      }),
    ),
  }),
}) satisfies z.ZodType<ScriptBoard>;

export const ScriptLogAnswer = z.strictObject({
  rows: z.array(
    z.strictObject({
      at: InstantText,
      kind: z.enum(SCRIPT_EVENTS),
      identity: text,
      by: text,
      fromHash: text.nullable(),
      toHash: text.nullable(),
      reason: text.nullable(),
    }),
  ),
}) satisfies z.ZodType<ScriptLog>;

const scriptText = z.strictObject({ hash: text, seenAt: InstantText, text, isCut: z.boolean() });

export const ScriptDiffAnswer = z.strictObject({
  state: z.enum(['ready', 'too-large', 'not-kept']),
  from: scriptText.nullable(),
  to: scriptText.nullable(),
}) satisfies z.ZodType<ScriptDiff>;
