import type { EvidenceKind } from '../../core/evidence/kinds.ts';

export type OwnPage =
  'gst' | 'settings' | 'people' | 'statements' | 'numbers' | 'theme' | 'storefront' | 'vendors' | 'scripts';

export const OWN_PAGES: Readonly<Record<OwnPage, string>> = {
  gst: '/gst',
  settings: '/settings',
  people: '/people',
  statements: '/security/evidence',
  numbers: '/stored-numbers',
  theme: '/security/5#theme-baseline',
  storefront: '/storefront',
  vendors: '/vendors',
  scripts: '/vendors/scripts',
};

/** Where a kind of evidence is stated or seen. In this order: what the merchant can change comes before what is looked at. */
const PAGE_OF: readonly (readonly [EvidenceKind, OwnPage])[] = [
  ['taxProfile', 'gst'],
  ['registry', 'gst'],
  ['registrations', 'settings'],
  ['people', 'people'],
  ['selfChecks', 'people'],
  ['attestations', 'statements'],
  ['fileScans', 'numbers'],
  ['dataSample', 'numbers'],
  ['themeBaseline', 'theme'],
  ['scriptBook', 'scripts'],
  ['vendorBook', 'vendors'],
  ['storefront', 'storefront'],
  ['dns', 'storefront'],
];

/** Our own page on which the merchant states, or sees, what a check judges by; null: there is none. */
export function ownPageFor(kinds: readonly EvidenceKind[]): OwnPage | null {
  return PAGE_OF.find(([kind]) => kinds.includes(kind))?.[1] ?? null;
}
