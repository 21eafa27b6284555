import { z } from 'zod';
import { AUDIT_FORMATS, type AuditPage, type AuditProof } from '../../../core/api/audit.ts';
import { ACTOR_KINDS, AUDIT_OUTCOMES } from '../../../core/audit/audit-entry.ts';
import { isAuditAction } from '../../../core/data/audit-actions.ts';
import { LANGUAGES } from '../../../core/text.ts';
import { InstantText } from '../shapes.ts';

/** GET /audit: `actor` is a kind of actor, or the number of a person in the admin. */
export const AuditQuery = z.strictObject({
  before: z
    .string()
    .regex(/^[1-9][0-9]{0,14}$/)
    .transform(Number)
    .exactOptional(),
  action: z.string().max(80).refine(isAuditAction).exactOptional(),
  actor: z.union([z.enum(ACTOR_KINDS), z.string().regex(/^[0-9]{1,20}$/)]).exactOptional(),
});

/** GET /audit/file */
export const AuditFileQuery = z.strictObject({
  format: z.enum(AUDIT_FORMATS).exactOptional(),
  language: z.enum(LANGUAGES).exactOptional(),
});

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Mark = z.strictObject({ seq: z.int().nonnegative(), hash: Hash });

const Entry = z.strictObject({
  seq: z.int().positive(),
  at: InstantText,
  actor: z.strictObject({ kind: z.enum(ACTOR_KINDS), id: z.string().nullable() }),
  action: z.string(),
  subjects: z.array(z.string()),
  outcome: z.enum(AUDIT_OUTCOMES),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  previousHash: z.string(),
  hash: z.string(),
});

export const AuditPageAnswer = z.strictObject({
  entries: z.array(Entry),
  next: z.int().nullable(),
  total: z.int(),
  refusals: z.array(z.strictObject({ userId: z.string(), on: z.iso.date(), times: z.int() })),
}) satisfies z.ZodType<AuditPage>;

export const AuditProofAnswer = z.strictObject({
  isWhole: z.boolean(),
  entries: z.int(),
  firstSeq: z.int().nullable(),
  lastSeq: z.int().nullable(),
  lastHash: z.string().nullable(),
  anchor: Mark.nullable(),
  broken: z
    .strictObject({ seq: z.int(), what: z.enum(['hash', 'link', 'gap', 'order', 'signature', 'head']) })
    .nullable(),
  signature: z.enum(['valid', 'key-gone', 'not-asked']),
  verifiedAt: InstantText,
}) satisfies z.ZodType<AuditProof>;
