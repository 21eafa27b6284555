import { EVIDENCE_KINDS, type EvidenceKind } from '../../core/evidence/kinds.ts';

/**
 * How far a check reaches. What it does not read anew stands in its snapshot as the one before had it, with its own date.
 * `all`: everything. `watch`: what strangers could change between two whole checks. `theme`: the main theme, whose
 * checksums had changed. `said`: what people of the shop said.
 */
export const SCAN_REACHES = ['all', 'watch', 'theme', 'said'] as const;
export type ScanReach = (typeof SCAN_REACHES)[number];

/** From our own store: cheap to read, so every check does. */
const SAID: readonly EvidenceKind[] = [
  'registrations',
  'taxProfile',
  'law',
  'selfChecks',
  'attestations',
  'fileScans',
  'themeBaseline',
  'records',
  'vendorBook',
  'scriptBook',
];

const WATCHED: readonly EvidenceKind[] = ['access', 'domains', 'theme', 'storefront', 'vendorTraces', ...SAID];

const KINDS: Readonly<Record<ScanReach, ReadonlySet<EvidenceKind>>> = {
  all: new Set(EVIDENCE_KINDS),
  watch: new Set(WATCHED),
  theme: new Set(['theme', ...SAID]),
  said: new Set(SAID),
};

/** In the order of EVIDENCE_KINDS. */
export function kindsOf(reach: ScanReach): readonly EvidenceKind[] {
  return EVIDENCE_KINDS.filter((kind) => KINDS[reach].has(kind));
}
