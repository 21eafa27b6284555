import { z } from 'zod';
import { EvidenceShapeError } from '../shopify/admin-errors.ts';

/** A text from outside, cut before anybody looks at it. */
export const outsideText = (maxChars: number) => z.string().transform((text) => text.slice(0, maxChars));

/** Shopify's DateTime, "2026-11-22T13:10:00Z", as an Instant with milliseconds. */
export const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());

/** A page of a connection: its nodes and where the next page begins. */
export const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });

/**
 * What Shopify answered, in our own shape.
 *
 * @throws {EvidenceShapeError} naming the field that differs, never its value
 */
export function parseEvidence<T>(schema: z.ZodType<T>, data: unknown, source = 'Shopify'): T {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new EvidenceShapeError(source, new Error(`unexpected at "${where.slice(0, 120)}"`));
}
