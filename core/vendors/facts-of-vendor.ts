import { accessScope, type Sensitivity } from '../data/access-scopes.ts';
import type { DataClass, VendorKind } from '../data/vendor-papers.ts';
import { SCRIPT_PLACES, type ScriptPlace } from '../data/vendor-risk.ts';
import { daysSince } from '../days-since.ts';
import type { VendorEntry } from '../evidence/vendors.ts';
import type { Instant } from '../time.ts';
import { bestPaper, hasContract } from './evidence-of-vendor.ts';
import type { VendorFacts } from './risk.ts';
import type { FoundVendor } from './vendor.ts';

/** Of a permission that the list does not hold: it may open anything, so it counts as reading personal data. */
const UNKNOWN: Sensitivity = 3;

/** What a stated class of data amounts to, on the scale of the permissions that open it. */
const BY_CLASS: Readonly<Record<DataClass, Sensitivity>> = {
  none: 0,
  business: 1,
  customers: 3,
  orders: 3,
  payments: 4,
  staff: 3,
  'storefront-code': 4,
};

/**
 * They work through the admin or on payments, so there are permissions even where nobody tells which. A script, a
 * service and an agency may well have none.
 */
const WITH_PERMISSIONS: ReadonlySet<VendorKind> = new Set(['app', 'custom-app', 'payment-gateway']);

export interface KnownOfVendor {
  readonly kind: VendorKind;
  readonly found: FoundVendor | null;
  readonly entry: VendorEntry | null;
  /** Null: nobody knows them. */
  readonly scopes: readonly string[] | null;
  readonly lastSeenAt: Instant | null;
}

/** What the risk asks, of one vendor. What nobody knows counts against it, never for it. */
export function factsOf(known: KnownOfVendor, asOf: Instant): VendorFacts {
  const { entry, scopes, found } = known;
  return {
    sensitivities: sensitivitiesOf(known),
    scripts: farther(found?.scripts ?? 'none', placeByScopes(scopes ?? [])),
    bestPaper: entry ? bestPaper(entry, asOf) : 0,
    hasContract: entry !== null && hasContract(entry, asOf),
    hasContact: entry?.hasContact ?? false,
    reviewedDaysAgo: entry?.reviewedAt == null ? null : Math.max(0, daysSince(entry.reviewedAt, asOf)),
    isUnused: unusedDays(known, asOf) >= UNUSED_DAYS,
  };
}

export const UNUSED_DAYS = 90;

/** For how many days nobody used it, by a person's word or by its traces; 0: it is used. */
export function unusedDays({ found, entry, lastSeenAt }: KnownOfVendor, asOf: Instant): number {
  const stated = entry?.unusedSince == null ? 0 : daysSince(`${entry.unusedSince}T00:00:00+05:30`, asOf);
  const unseen = found !== null || lastSeenAt === null ? 0 : daysSince(lastSeenAt, asOf);
  return Math.max(0, stated, unseen);
}

function sensitivitiesOf({ kind, scopes, entry, found }: KnownOfVendor): Sensitivity[] {
  // Shopify holds the whole shop as it is: its own apps open nothing to anybody else.
  if (found?.isPlatform) return [];
  if (scopes !== null) return scopes.map((scope) => accessScope(scope)?.sensitivity ?? UNKNOWN);
  const stated = (entry?.dataClasses ?? []).map((one) => BY_CLASS[one]);
  return WITH_PERMISSIONS.has(kind) ? [UNKNOWN, ...stated] : stated;
}

/** Whoever may write the theme or a script may put one on each page. */
function placeByScopes(scopes: readonly string[]): ScriptPlace {
  const rows = scopes.map(accessScope);
  return rows.some((row) => row?.isStorefrontCode === true && row.sensitivity === 4) ? 'sensitive' : 'none';
}

function farther(a: ScriptPlace, b: ScriptPlace): ScriptPlace {
  return SCRIPT_PLACES.indexOf(a) >= SCRIPT_PLACES.indexOf(b) ? a : b;
}
