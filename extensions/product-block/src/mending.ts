import type { ProductGst, ProductMend, ProductMended } from '../../../core/api/product-gst.ts';
import type { Answer, Failure } from '../../shared/admin-api.ts';

const SHAPE = /^[0-9]{4}(?:[0-9]{2}){0,2}$/;
const LONGEST_TEXT = 40;

/** A code as it is sent: digits alone; null: cleared; undefined: it has not 4, 6 or 8 digits. */
export function hsnIn(text: string): string | null | undefined {
  const digits = text.slice(0, LONGEST_TEXT).replace(/[ .\t\r\n-]/g, '');
  if (digits === '') return null;
  return text.length <= LONGEST_TEXT && SHAPE.test(digits) ? digits : undefined;
}

/**
 * Beside which field an error stands, and its words. `scope`: only Prahari's settings help. `not-taken`: Shopify refused
 * a value, perhaps after it had taken the other.
 */
export type MendProblem =
  | { readonly kind: 'hsn' | 'origin'; readonly key: string }
  | { readonly kind: 'scope' | 'not-taken' }
  | { readonly kind: 'failure'; readonly failure: Failure };

const HSN_KEYS: readonly string[] = ['malformed', 'no-such-chapter', 'too-short', 'not-on-list'];

/** What the server held against a mend. */
export function mendProblem(failure: Failure): MendProblem {
  const { problem } = failure;
  if (problem?.type === 'not-open' || problem?.fields?.scope !== undefined) return { kind: 'scope' };
  if (problem?.type === 'not-taken') return { kind: 'not-taken' };
  const hsn = problem?.fields?.hsn;
  if (hsn !== undefined) return { kind: 'hsn', key: `mend.hsn.${HSN_KEYS.includes(hsn) ? hsn : 'malformed'}` };
  if (problem?.fields?.originCountryCode !== undefined) return { kind: 'origin', key: 'mend.origin.refused' };
  return { kind: 'failure', failure };
}

/** What is sent: only what differs. Null: nothing does. */
export function changesOf(
  variantId: string | null,
  before: { readonly hsn: string | null; readonly originCountryCode?: string | null },
  after: { readonly hsn: string | null; readonly originCountryCode?: string | null },
): ProductMend | null {
  const isOtherCode = after.hsn !== before.hsn;
  const isOtherOrigin = after.originCountryCode !== before.originCountryCode;
  if (!isOtherCode && !isOtherOrigin) return null;
  return {
    variantId,
    ...(isOtherCode && { hsn: after.hsn }),
    ...(isOtherOrigin && { originCountryCode: after.originCountryCode ?? null }),
  };
}

/** Whether an answer has the parts that are drawn. */
export function isProductGst(answer: ProductGst): boolean {
  return Array.isArray(answer.variants) && answer.variants.every(isVariant);
}

/** As `isProductGst`, for what a mend answers; any other counts as our own fault. */
export function mendedIn(answer: Answer<ProductMended>): Answer<ProductMended> {
  if (answer.kind !== 'ok') return answer;
  const { product, before } = answer.value;
  const isWhole = isRecord(product) && isProductGst(product) && isRecord(before);
  return isWhole ? answer : { kind: 'fault', retryAfterS: null, problem: null };
}

function isVariant(variant: unknown): boolean {
  return isRecord(variant) && Array.isArray(variant.rates) && isRecord(variant.verdict);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
