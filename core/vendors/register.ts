import { QUESTIONNAIRE_WEIGHTS } from '../data/vendor-papers.ts';
import type { VendorRiskWeights } from '../data/vendor-risk.ts';
import type { EvidenceByKind } from '../evidence/kinds.ts';
import type { VendorBook, VendorEntry, VendorKey, VendorSighting } from '../evidence/vendors.ts';
import type { Instant } from '../time.ts';
import { nextStepOf } from './duties.ts';
import { factsOf } from './facts-of-vendor.ts';
import { foundVendors, type TraceEvidence } from './found-vendors.ts';
import { foundByEntry, type FoundAndEntered } from './found-by-entry.ts';
import { keyOfVendorId, keyTail, OWN_KEY, sortedKeys, vendorIdOf } from './keys.ts';
import { stepsToLower, vendorRisk, type VendorFacts } from './risk.ts';
import { unreadIn, unseenVendors, type UnreadPart } from './unseen-vendors.ts';
import type { FoundVendor, Vendor } from './vendor.ts';

export { keyOfVendorId, vendorIdOf };
export { unreadOf, type UnreadPart } from './unseen-vendors.ts';

/** Prahari's own part in the shop. */
export interface OwnPart {
  /** Permissions granted to us; null: not known. */
  readonly scopes: readonly string[] | null;
  readonly isBeaconOn: boolean;
}

export interface RegisterOptions {
  readonly asOf: Instant;
  /** Absent: ours. */
  readonly weights?: VendorRiskWeights | undefined;
  readonly own: OwnPart;
  /** What could not be looked at this time: whoever was seen there lately stays, with the day when it was last seen. */
  readonly unread?: readonly UnreadPart[];
}

/** Who is in the shop: what was found, what people said of it, and what follows. By risk, the highest first. */
export function vendorRegister(
  found: readonly FoundVendor[],
  book: VendorBook,
  { asOf, weights, own, unread = [] }: RegisterOptions,
): readonly Vendor[] {
  const sightings = new Map(book.sightings.map((sighting) => [sighting.key, sighting]));
  const pairs = withOwn(foundByEntry(found, book.entries), own);
  const covered = new Set(pairs.flatMap(keysOfPair));
  const unseen = unseenVendors(book, covered, { unread, asOf }).map((keys) => ({ found: null, entry: null, keys }));
  return [...pairs, ...unseen]
    .map((pair) => vendorOf(pair, seenOf(keysOfPair(pair), sightings), { asOf, weights, own }))
    .sort((a, b) => b.risk.risk - a.risk.risk || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
}

export type RegisterEvidence = TraceEvidence & Partial<Pick<EvidenceByKind, 'vendorBook' | 'access' | 'law'>>;

const MADE = new WeakMap<VendorBook, { readonly of: readonly unknown[]; readonly register: readonly Vendor[] }>();

/** The register of one snapshot; worked out once for all checks that read the same of it. */
export function registerOf(evidence: RegisterEvidence, asOf: Instant): readonly Vendor[] {
  const { vendorBook, theme, storefront, vendorTraces, scriptBook, domains, access, law } = evidence;
  const of = [asOf, theme, storefront, vendorTraces, scriptBook, domains, access, law];
  const made = vendorBook && MADE.get(vendorBook);
  if (made && of.every((part, index) => part === made.of[index])) return made.register;
  const register = madeRegister(evidence, asOf);
  if (vendorBook) MADE.set(vendorBook, { of, register });
  return register;
}

function madeRegister(evidence: RegisterEvidence, asOf: Instant): readonly Vendor[] {
  const { vendorBook, law, access, scriptBook } = evidence;
  return vendorRegister(foundVendors(evidence), vendorBook ?? { entries: [], sightings: [] }, {
    asOf,
    weights: law?.vendorRisk,
    own: { scopes: access?.granted ?? null, isBeaconOn: scriptBook?.beacon.isOn ?? false },
    unread: unreadIn(evidence),
  });
}

/** `keys`: of a vendor that neither traces nor people name now, those under which it was seen. */
type Pair = FoundAndEntered & { readonly keys?: readonly VendorKey[] };

/** Keys of a vendor, the surest first: those that were found, and those that its entry holds. */
export const keysOfVendor = ({ found, entry, id }: Vendor): VendorKey[] =>
  keysOfPair({ found, entry, keys: [keyOfVendorId(id) ?? []].flat() });

const keysOfPair = ({ found, entry, keys = [] }: Pair): VendorKey[] =>
  sortedKeys([...(found?.keys ?? []), ...(entry?.keys ?? []), ...keys]);

const isOwn = (pair: Pair): boolean => keysOfPair(pair).includes(OWN_KEY);

/** We are in the shop too, with what was granted to us, whether our embed is in the theme or not. */
function withOwn(pairs: readonly FoundAndEntered[], { isBeaconOn }: OwnPart): Pair[] {
  if (pairs.some(isOwn)) return [...pairs];
  const scripts = isBeaconOn ? 'storefront' : 'none';
  const found: FoundVendor = {
    ...{ key: OWN_KEY, keys: [OWN_KEY], name: 'Prahari', kind: 'app', isRecognised: true, isPlatform: false },
    ...{ app: null, hosts: [], scripts, traces: [], strength: 'strong', isActive: true },
  };
  return [...pairs, { found, entry: null }];
}

function vendorOf(
  pair: Pair,
  seen: Pick<Vendor, 'firstSeenAt' | 'lastSeenAt'>,
  { asOf, weights, own }: RegisterOptions,
): Vendor {
  const { entry } = pair;
  const isOurs = isOwn(pair);
  const scripts = own.isBeaconOn ? 'storefront' : 'none';
  const found =
    isOurs && pair.found ? ({ ...pair.found, name: 'Prahari', isRecognised: true, scripts } as const) : pair.found;
  const [key = ''] = keysOfPair(pair);
  const kind = entry?.kind ?? found?.kind ?? kindOfKey(key);
  const told = isOurs ? own.scopes : (found?.app?.scopes ?? null);
  const scopes = told ?? entry?.statedScopes ?? null;
  const known = factsOf({ kind, found, entry, scopes, lastSeenAt: seen.lastSeenAt }, asOf);
  const facts = isOurs ? ownFacts(known) : known;
  const vendor = {
    id: entry?.id ?? vendorIdOf(found?.key ?? key),
    name: isOurs ? 'Prahari' : (entry?.name ?? found?.name ?? keyTail(key)),
    ...{ kind, found, entry, isOurs },
    isPlatform: found?.isPlatform ?? false,
    isRecognised: entry !== null || (found?.isRecognised ?? false),
    scopes,
    scopesFrom: told !== null ? ('shopify' as const) : scopes !== null ? ('stated' as const) : null,
    grownScopes: grownSince(entry, scopes),
    facts,
    risk: vendorRisk(facts, weights),
    lowers: stepsToLower(facts, weights),
    ...seen,
  };
  return { ...vendor, nextStep: nextStepOf(vendor, asOf) };
}

/**
 * What speaks for us: our own answers to the questions that we ask others, which nobody read yet; the terms of
 * docs/data-processing.md, in force from installation on; the contact of SECURITY.md; and each check lays our permissions
 * beside what our features need (security/own-scopes), which is the review. More is not claimed.
 */
function ownFacts(facts: VendorFacts): VendorFacts {
  const bestPaper = Math.max(facts.bestPaper, QUESTIONNAIRE_WEIGHTS.unreviewed);
  return { ...facts, bestPaper, hasContract: true, hasContact: true, reviewedDaysAgo: 0 };
}

/** What is asked for now and was not when somebody approved it. Nobody knew then: nothing can have grown. */
function grownSince(entry: VendorEntry | null, scopes: readonly string[] | null): string[] {
  const before = entry?.approval?.scopes ?? null;
  if (before === null || scopes === null) return [];
  const approved = new Set(before);
  return scopes.filter((scope) => !approved.has(scope)).sort();
}

/** The first and the last moment at which a check saw any of the keys. */
function seenOf(
  keys: readonly VendorKey[],
  sightings: ReadonlyMap<VendorKey, VendorSighting>,
): Pick<Vendor, 'firstSeenAt' | 'lastSeenAt'> {
  const seen = keys.flatMap((key) => sightings.get(key) ?? []);
  const first = seen.map(({ firstSeenAt }) => firstSeenAt).sort()[0] ?? null;
  const last =
    seen
      .map(({ lastSeenAt }) => lastSeenAt)
      .sort()
      .at(-1) ?? null;
  return { firstSeenAt: first, lastSeenAt: last };
}

function kindOfKey(key: VendorKey): Vendor['kind'] {
  if (key.startsWith('gateway:')) return 'payment-gateway';
  if (/^(app|appid|name|channel|proxy):/.test(key)) return 'app';
  return /^(carrier|fulfilment):/.test(key) ? 'service' : 'script';
}
