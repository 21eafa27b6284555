import { codeGap } from '../evidence/derived/code-places.ts';
import type { EvidenceByKind } from '../evidence/kinds.ts';
import { keysOfVendor, registerOf, type RegisterEvidence } from '../vendors/register.ts';
import type { Vendor } from '../vendors/vendor.ts';
import type { Instant } from '../time.ts';
import { visibleText } from '../visible-text.ts';
import type { Lack } from './check.ts';

/** What shows who is in the shop. Without one of them a vendor could look harmless or gone, so all are required. */
export const TRACE_KINDS = ['vendorBook', 'theme', 'storefront', 'vendorTraces'] as const;
/** The same for each check of the register, so that it is worked out once. */
export const TRACE_USES = ['domains', 'scriptBook', 'access', 'law'] as const;

type TraceKind = (typeof TRACE_KINDS)[number];
type TraceKinds = Pick<EvidenceByKind, (typeof TRACE_KINDS)[number]>;

/** Of whom something is asked: neither Shopify nor we ourselves, since nobody judges himself. */
export function askedVendors(evidence: RegisterEvidence, asOf: Instant): readonly Vendor[] {
  return registerOf(evidence, asOf).filter(({ isOurs, isPlatform }) => !isOurs && !isPlatform);
}

/** Vendors that a person entered or took over, with their entry. */
export type EnteredVendor = Vendor & { readonly entry: NonNullable<Vendor['entry']> };

export function enteredVendors(evidence: RegisterEvidence, asOf: Instant): readonly EnteredVendor[] {
  return askedVendors(evidence, asOf).filter((vendor): vendor is EnteredVendor => vendor.entry !== null);
}

/** What could not be looked at, and might hide a vendor; null: everything was. */
export function traceGap(evidence: TraceKinds): Lack<'theme' | 'storefront' | 'vendorTraces'> | null {
  const gap = codeGap(evidence);
  if (gap) return gap;
  const { sources } = evidence.vendorTraces;
  if (sources.some(({ state }) => state === 'failed')) return { kind: 'vendorTraces', reason: 'too-little' };
  // A source that no permission opens is nobody's gap to close: such apps are entered by hand.
  const isClosed = sources.some(({ state, missingScopes }) => state === 'not-permitted' && missingScopes.length > 0);
  return isClosed ? { kind: 'vendorTraces', reason: 'not-permitted' } : null;
}

/**
 * Of a vendor whom nobody entered, nobody stated what a check of entries asks. Of the entered ones all is known that is
 * judged: an alert about one of them ends, whoever else may be in the shop.
 */
export function registerGap(evidence: TraceKinds & RegisterEvidence, asOf: Instant): Lack<TraceKind> | null {
  const isUnentered = askedVendors(evidence, asOf).some(({ entry }) => entry === null);
  const gap: Lack<TraceKind> | null = isUnentered ? { kind: 'vendorBook', reason: 'not-stated' } : traceGap(evidence);
  return gap && { ...gap, isSettled: true };
}

/**
 * What an alert about a vendor is known by: the surest of its keys. Taking a found vendor over keeps its keys, so the
 * alert stays the same; a vendor without any key has the entry's id.
 */
export const subjectOf = (vendor: Vendor): string => keysOfVendor(vendor)[0] ?? vendor.entry?.id ?? vendor.id;

const LONGEST_NAME = 80;

/** A firm's name as it may stand in a sentence of ours. */
export const shownName = (name: string): string => [...visibleText(name).trim()].slice(0, LONGEST_NAME).join('');
