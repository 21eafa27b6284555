import type { z } from 'zod';
import { parseEvidence } from '../collect/parse-evidence.ts';
import type { AdminApi } from '../shopify/admin-api.ts';
import {
  AdminUnreachableError,
  EvidenceShapeError,
  ThrottledError,
  TokenRefusedError,
} from '../shopify/admin-errors.ts';
import { NotNowError } from './buyer-errors.ts';

/** The extension gives up after eight seconds. */
const PATIENCE_MS = 6_000;
const OF_SHOPIFY = [AdminUnreachableError, EvidenceShapeError, ThrottledError, TokenRefusedError];

export interface Question<S extends z.ZodType> {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly answer: S;
}

/**
 * One question while a buyer waits. Null: the merchant has not allowed it.
 * @throws {NotNowError} Shopify does not answer, or not in time, or oddly
 */
export async function askShopify<S extends z.ZodType>(
  admin: AdminApi,
  { document, variables, answer }: Question<S>,
): Promise<z.output<S> | null> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const { data, denied } = await admin.query(document, variables, { signal });
    return denied.length > 0 ? null : parseEvidence<z.output<S>>(answer as z.ZodType<z.output<S>>, data);
  } catch (error) {
    if (signal.aborted || OF_SHOPIFY.some((kind) => error instanceof kind)) throw new NotNowError(error);
    throw error;
  }
}
