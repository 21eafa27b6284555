import type { Day } from '../time.ts';

/** How long a clock runs from its start. */
export type ClockLength =
  | { readonly unit: 'hours'; readonly count: number }
  | { readonly unit: 'calendar-days'; readonly count: number }
  | { readonly unit: 'working-days'; readonly count: number }
  | { readonly unit: 'at-once' };

/** A duty to tell somebody of an incident. Hours run from noticing; `status` unverified informs and binds nobody. */
export interface BreachClock {
  readonly id: string;
  readonly place: 'IN' | 'EU' | 'GB' | 'US-CA' | 'card-schemes' | 'marketplace' | 'platform';
  readonly toldTo: string;
  /** Null: nobody says. */
  readonly length: ClockLength | null;
  /** Null: in force, since when is not known. */
  readonly effectiveFrom: Day | null;
  /** Later for micro, small and medium enterprises; null: the same day. */
  readonly effectiveFromForSmall: Day | null;
  readonly source: string;
  readonly status: 'verified' | 'unverified';
}

const hours = (count: number): ClockLength => ({ unit: 'hours', count });
const AT_ONCE: ClockLength = { unit: 'at-once' };
/** Eighteen months after publication; sources differ by a day, and the later one binds nobody too early. */
const DPDP_FROM = '2027-05-14';
const CERT_IN = { place: 'IN', effectiveFrom: '2022-06-27', effectiveFromForSmall: '2022-09-25' } as const;
const DPDP = { place: 'IN', effectiveFrom: DPDP_FROM, effectiveFromForSmall: null } as const;
const GDPR = { place: 'EU', effectiveFrom: '2018-05-25', effectiveFromForSmall: null } as const;
const SINCE_UNKNOWN = { effectiveFrom: null, effectiveFromForSmall: null } as const;
const CALIFORNIA = { place: 'US-CA', effectiveFrom: '2026-01-01', effectiveFromForSmall: null } as const;

/** Eighteen clocks. What each notice must hold comes with the plan for a breach. */
export const BREACH_CLOCKS: readonly BreachClock[] = [
  {
    id: 'CERTIN-6H',
    ...CERT_IN,
    toldTo: 'CERT-In',
    length: hours(6),
    source: 'CERT-In Directions of 28-04-2022 (ii), Annexure I; FAQ of May 2022; extension of 27-06-2022',
    status: 'verified',
  },
  {
    id: 'CERTIN-LOGS',
    ...CERT_IN,
    toldTo: 'CERT-In, on request: logs of the last 180 days',
    length: hours(180 * 24),
    source: 'CERT-In Directions of 28-04-2022 (i) and (iv)',
    status: 'verified',
  },
  {
    id: 'DPDP-PEOPLE',
    ...DPDP,
    toldTo: 'each person concerned',
    length: AT_ONCE,
    source: 'DPDP Rules 2025, rule 7(1)',
    status: 'verified',
  },
  {
    id: 'DPDP-BOARD-INIT',
    ...DPDP,
    toldTo: 'Data Protection Board',
    length: AT_ONCE,
    source: 'DPDP Rules 2025, rule 7(2)(a)',
    status: 'verified',
  },
  {
    id: 'DPDP-BOARD-72H',
    ...DPDP,
    toldTo: 'Data Protection Board',
    length: hours(72),
    source: 'DPDP Rules 2025, rule 7(2)(b)',
    status: 'verified',
  },
  {
    id: 'GDPR-33',
    ...GDPR,
    toldTo: 'supervisory authority',
    length: hours(72),
    source: 'GDPR, article 33',
    status: 'verified',
  },
  {
    id: 'GDPR-34',
    ...GDPR,
    toldTo: 'people concerned',
    length: AT_ONCE,
    source: 'GDPR, article 34',
    status: 'verified',
  },
  {
    id: 'GDPR-PROC',
    ...GDPR,
    toldTo: 'controller',
    length: AT_ONCE,
    source: 'GDPR, article 33(2)',
    status: 'verified',
  },
  {
    id: 'UK-ICO-72H',
    place: 'GB',
    effectiveFrom: '2018-05-25',
    effectiveFromForSmall: null,
    toldTo: 'ICO',
    length: hours(72),
    source: 'UK GDPR, article 33; ICO guide',
    status: 'verified',
  },
  {
    id: 'US-CA-30D',
    ...CALIFORNIA,
    toldTo: 'residents concerned',
    length: { unit: 'calendar-days', count: 30 },
    source: 'Civil Code 1798.82 as changed by SB 446',
    status: 'verified',
  },
  {
    id: 'US-CA-AG-15D',
    ...CALIFORNIA,
    toldTo: 'Attorney General, of more than 500 residents',
    length: { unit: 'calendar-days', count: 15 },
    source: 'Civil Code 1798.82(f) as changed by SB 446',
    status: 'verified',
  },
  {
    id: 'PCI-ACQ',
    place: 'card-schemes',
    ...SINCE_UNKNOWN,
    toldTo: 'acquirer or payment gateway',
    length: AT_ONCE,
    source: 'Visa merchant guidance; PCI DSS 12.10',
    status: 'verified',
  },
  {
    id: 'VISA-3D',
    place: 'card-schemes',
    ...SINCE_UNKNOWN,
    toldTo: 'Visa through the acquirer',
    length: { unit: 'working-days', count: 3 },
    source: 'Visa small-business data-security page, regional copy',
    status: 'verified',
  },
  {
    id: 'MC-PFI',
    place: 'card-schemes',
    ...SINCE_UNKNOWN,
    toldTo: 'Mastercard through the acquirer',
    length: hours(72),
    source: 'payment provider’s papers that quote Mastercard Security Rules 10.3',
    status: 'unverified',
  },
  {
    id: 'AMAZON-24H',
    place: 'marketplace',
    ...SINCE_UNKNOWN,
    toldTo: 'Amazon',
    length: hours(24),
    source: 'Amazon Data Protection Policy, guidance page',
    status: 'verified',
  },
  {
    id: 'SHOPIFY-PARTNER',
    place: 'platform',
    ...SINCE_UNKNOWN,
    toldTo: 'Shopify and the merchants concerned',
    length: null,
    source: 'Shopify API License and Terms, section Security (not read)',
    status: 'unverified',
  },
  {
    id: 'GATEWAY-IN',
    place: 'IN',
    ...SINCE_UNKNOWN,
    toldTo: 'payment aggregator of the shop',
    length: hours(6),
    source: 'practice of merchant contracts; the duty to RBI sits on the aggregator',
    status: 'unverified',
  },
  {
    id: 'FRAUD-1930',
    place: 'IN',
    ...SINCE_UNKNOWN,
    toldTo: 'helpline 1930 and the national cyber-crime portal',
    length: hours(2),
    source: 'public helpline',
    status: 'unverified',
  },
];
