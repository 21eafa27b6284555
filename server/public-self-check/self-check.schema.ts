import { z } from 'zod';
import type { DeviceReport, KeptSelfCheck, OpenedSelfCheck, PasswordVerdict } from '../../core/api/self-check.ts';
import { BROWSERS, LENGTH_CLASSES, OPERATING_SYSTEMS, YES_NO_UNSURE } from '../../core/evidence/attestations.ts';

const score = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const answer = z.enum(YES_NO_UNSURE);

/** Four words and no more. There is no place for a password, a hash or a length. */
export const Verdict = z.strictObject({
  score,
  lengthClass: z.enum(LENGTH_CLASSES),
  isBreached: z.boolean().nullable(),
  engineVersion: z.string().regex(/^\d{1,3}\.\d{1,3}\.\d{1,3}$/),
}) satisfies z.ZodType<PasswordVerdict>;

export const Report = z.strictObject({
  browser: z.strictObject({ name: z.enum(BROWSERS), majorVersion: z.int().min(1).max(9_999) }).nullable(),
  operatingSystem: z.enum(OPERATING_SYSTEMS).nullable(),
  answers: z.strictObject({
    diskEncryption: answer,
    screenLock: answer,
    systemUpdates: answer,
    antiMalware: answer,
  }),
}) satisfies z.ZodType<DeviceReport>;

export const OpenedAnswer = z.strictObject({
  purpose: z.enum(['password', 'device']),
  personName: z.string(),
  words: z.array(z.string()),
}) satisfies z.ZodType<OpenedSelfCheck>;

const kept = { checkedAt: z.iso.datetime({ precision: 3 }) };
export const KeptAnswer = z.discriminatedUnion('purpose', [
  Verdict.extend({ purpose: z.literal('password'), ...kept }),
  Report.extend({ purpose: z.literal('device'), ...kept }),
]) satisfies z.ZodType<KeptSelfCheck>;
