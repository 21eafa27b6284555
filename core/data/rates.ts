import type { Day } from '../time.ts';

export const RATE_CLASSES = ['nil', 'slab', 'tobacco', 'biri', 'special'] as const;
export type RateClass = (typeof RATE_CLASSES)[number];

/** A rate of GST with its dates of force. Rates in parts per million: 18% is 180,000; a half is exact. */
export interface RateRow {
  /** With `effectiveFrom` the row's key: "18", "40-tobacco". */
  readonly key: string;
  readonly ratePpm: number;
  readonly class: RateClass;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day | null;
  readonly appliesTo: string;
  /** Whether a shop's goods may carry it: "jewellery" for chapter 71 alone. */
  readonly inStore: 'yes' | 'jewellery' | 'no';
  readonly source: string;
  readonly status: 'verified' | 'unverified';
}

const NOTIFICATION_9 = 'Notif. 9/2025-CT(Rate) 2025-09-17 (taxtmi.com/notifications?id=144100; taxo.online/?p=540497)';
const NOTIFICATION_19 = 'Notif. 19/2025-CT(Rate) 2025-12-31 (gazettetracker.com CG-DL-E-31122025-268978)';

/**
 * Every rate that GST has had, by its dates of force. 12% is gone for goods; 28% was left for tobacco alone until the
 * end of January 2026. Nothing later is known to the sources: an operator adds what comes (docs/operations.md).
 */
export const RATES: readonly RateRow[] = [
  {
    key: '0',
    ratePpm: 0,
    class: 'nil',
    effectiveFrom: '2017-07-01',
    effectiveTo: null,
    appliesTo: 'nil-rated and exempt goods and services',
    inStore: 'yes',
    source: 'Notif. 10/2025 exemption list supersedes 2/2017 (taxrealtime.in/gstlaws/provision/notifications/1302)',
    status: 'verified',
  },
  {
    key: '0.1',
    ratePpm: 1000,
    class: 'special',
    effectiveFrom: '2017-10-23',
    effectiveTo: null,
    appliesTo: 'supply to a merchant exporter',
    inStore: 'no',
    source: 'india-compliance rate list; start date general knowledge',
    status: 'unverified',
  },
  {
    key: '0.25',
    ratePpm: 2500,
    class: 'special',
    effectiveFrom: '2017-07-01',
    effectiveTo: null,
    appliesTo: 'rough diamonds and unset precious stones (Schedule V from 2025-09-22)',
    inStore: 'jewellery',
    source: NOTIFICATION_9,
    status: 'verified',
  },
  {
    key: '1',
    ratePpm: 10_000,
    class: 'special',
    effectiveFrom: '2019-04-01',
    effectiveTo: null,
    appliesTo: 'affordable housing; also composition rate of traders and manufacturers',
    inStore: 'no',
    source: 'india-compliance rate list; general knowledge',
    status: 'unverified',
  },
  {
    key: '1.5',
    ratePpm: 15_000,
    class: 'special',
    effectiveFrom: '2022-07-18',
    effectiveTo: null,
    appliesTo: 'cut and polished diamonds (Schedule VI from 2025-09-22)',
    inStore: 'jewellery',
    source: `${NOTIFICATION_9}; verified from 2025-09-22, the earlier start is general knowledge`,
    status: 'verified',
  },
  {
    key: '3',
    ratePpm: 30_000,
    class: 'special',
    effectiveFrom: '2017-07-01',
    effectiveTo: null,
    appliesTo: 'gold, silver, jewellery (Schedule IV from 2025-09-22)',
    inStore: 'jewellery',
    source: NOTIFICATION_9,
    status: 'verified',
  },
  {
    key: '5',
    ratePpm: 50_000,
    class: 'slab',
    effectiveFrom: '2017-07-01',
    effectiveTo: null,
    appliesTo: 'merit goods (Schedule I)',
    inStore: 'yes',
    source: NOTIFICATION_9,
    status: 'verified',
  },
  {
    key: '6',
    ratePpm: 60_000,
    class: 'special',
    effectiveFrom: '2022-04-01',
    effectiveTo: null,
    appliesTo: 'bricks under the special composition entry',
    inStore: 'no',
    source: 'india-compliance rate list; general knowledge',
    status: 'unverified',
  },
  {
    key: '7.5',
    ratePpm: 75_000,
    class: 'special',
    effectiveFrom: '2019-04-01',
    effectiveTo: null,
    appliesTo: 'housing',
    inStore: 'no',
    source: 'india-compliance rate list; general knowledge',
    status: 'unverified',
  },
  {
    key: '12',
    ratePpm: 120_000,
    class: 'slab',
    effectiveFrom: '2017-07-01',
    effectiveTo: '2025-09-21',
    appliesTo: 'slab abolished for goods by GST 2.0; whether services may still carry it is unverified',
    inStore: 'yes',
    source: `${NOTIFICATION_9} has no 6% schedule`,
    status: 'verified',
  },
  {
    key: '18',
    ratePpm: 180_000,
    class: 'slab',
    effectiveFrom: '2017-07-01',
    effectiveTo: null,
    appliesTo: 'standard slab (Schedule II)',
    inStore: 'yes',
    source: NOTIFICATION_9,
    status: 'verified',
  },
  {
    key: '28',
    ratePpm: 280_000,
    class: 'slab',
    effectiveFrom: '2017-07-01',
    effectiveTo: '2025-09-21',
    appliesTo: 'general 28% slab',
    inStore: 'yes',
    source: NOTIFICATION_9,
    status: 'verified',
  },
  {
    key: '28-tobacco',
    ratePpm: 280_000,
    class: 'tobacco',
    effectiveFrom: '2025-09-22',
    effectiveTo: '2026-01-31',
    appliesTo: 'tobacco, pan masala only (Schedule VII)',
    inStore: 'yes',
    source: `${NOTIFICATION_9}; omitted by ${NOTIFICATION_19}`,
    status: 'verified',
  },
  {
    key: '40',
    ratePpm: 400_000,
    class: 'slab',
    effectiveFrom: '2025-09-22',
    effectiveTo: null,
    appliesTo: 'luxury and demerit goods (Schedule III)',
    inStore: 'yes',
    source: NOTIFICATION_9,
    status: 'verified',
  },
  {
    key: '40-tobacco',
    ratePpm: 400_000,
    class: 'tobacco',
    effectiveFrom: '2026-02-01',
    effectiveTo: null,
    appliesTo: 'pan masala, cigarettes, tobacco, nicotine inhalation; value = printed retail price less tax (Rule 31D)',
    inStore: 'yes',
    source: NOTIFICATION_19,
    status: 'verified',
  },
  {
    key: '18-biri',
    ratePpm: 180_000,
    class: 'biri',
    effectiveFrom: '2026-02-01',
    effectiveTo: null,
    appliesTo: 'biris (2403 19 21, 2403 19 29)',
    inStore: 'yes',
    source: NOTIFICATION_19,
    status: 'verified',
  },
];
