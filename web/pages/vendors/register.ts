import type { VendorRow } from '../../../core/api/vendors.ts';
import { RISK_CLASSES, type RiskClass } from '../../../core/vendors/risk.ts';
import { TRACE_STRENGTHS, VENDOR_STEPS, type VendorStep } from '../../../core/vendors/vendor.ts';

/** How far a vendor could reach, in three bands. The edges are the weights of "changes the business" and "personal data". */
export const EXPOSURE_BANDS = ['high', 'medium', 'low'] as const;
export type ExposureBand = (typeof EXPOSURE_BANDS)[number];

/** What speaks for a vendor. `unknown`: nobody of the shop said anything, which is neither good nor bad. */
export const ASSURANCE_BANDS = ['unknown', 'little', 'some', 'good'] as const;
export type AssuranceBand = (typeof ASSURANCE_BANDS)[number];

export function exposureBand({ risk }: Pick<VendorRow, 'risk'>): ExposureBand {
  if (risk.exposure >= 0.7) return 'high';
  return risk.exposure >= 0.4 ? 'medium' : 'low';
}

export function assuranceBand({
  risk,
  isEntered,
  isOurs,
}: Pick<VendorRow, 'risk' | 'isEntered' | 'isOurs'>): AssuranceBand {
  if (!isEntered && !isOurs) return 'unknown';
  if (risk.assurance >= 0.75) return 'good';
  return risk.assurance >= 0.4 ? 'some' : 'little';
}

/** Nothing is asked of Shopify's own parts, so they take no place in the plot. */
export function isPlotted({ isPlatform }: Pick<VendorRow, 'isPlatform'>): boolean {
  return !isPlatform;
}

export const VENDOR_SORTS = ['risk', 'name', 'strength', 'seen', 'owner', 'step'] as const;
export type VendorSort = (typeof VENDOR_SORTS)[number];

/** What the register shows; it stands in the address, so that other pages can lead to it. */
export interface VendorQuery {
  readonly q: string;
  /** `none`: those with nothing to do. */
  readonly step: VendorStep | 'none' | null;
  readonly risk: RiskClass | null;
  readonly exposure: ExposureBand | null;
  readonly assurance: AssuranceBand | null;
  readonly sort: VendorSort;
  readonly isTurned: boolean;
}

/** What nobody knows is left out: an address is written by anybody. */
export function queryOf(params: URLSearchParams): VendorQuery {
  const one = <T extends string>(name: string, known: readonly T[]): T | null =>
    known.find((word) => word === params.get(name)) ?? null;
  return {
    q: (params.get('q') ?? '').slice(0, 100),
    step: one('step', [...VENDOR_STEPS, 'none'] as const),
    risk: one('risk', RISK_CLASSES),
    exposure: one('exposure', EXPOSURE_BANDS),
    assurance: one('assurance', ASSURANCE_BANDS),
    sort: one('sort', VENDOR_SORTS) ?? 'risk',
    isTurned: params.get('turned') === '1',
  };
}

/** The other way round; the usual order leaves no trace in the address. */
export function paramsOf({ q, step, risk, exposure, assurance, sort, isTurned }: VendorQuery): Record<string, string> {
  return {
    ...(q !== '' && { q }),
    ...(step !== null && { step }),
    ...(risk !== null && { risk }),
    ...(exposure !== null && { exposure }),
    ...(assurance !== null && { assurance }),
    ...(sort !== 'risk' && { sort }),
    ...(isTurned && { turned: '1' }),
  };
}

/** The vendors of a view, in its order; who is equal stands by name. */
export function vendorsOf(vendors: readonly VendorRow[], query: VendorQuery): readonly VendorRow[] {
  const words = query.q.trim().toLocaleLowerCase();
  const shown = vendors.filter(
    (vendor) =>
      (query.step === null || (vendor.nextStep ?? 'none') === query.step) &&
      (query.risk === null || vendor.risk.riskClass === query.risk) &&
      (query.exposure === null || (isPlotted(vendor) && exposureBand(vendor) === query.exposure)) &&
      (query.assurance === null || (isPlotted(vendor) && assuranceBand(vendor) === query.assurance)) &&
      (words === '' || `${vendor.name} ${vendor.owner ?? ''}`.toLocaleLowerCase().includes(words)),
  );
  const turn = query.isTurned ? -1 : 1;
  return shown.sort(
    (one, other) =>
      turn * ORDERS[query.sort](one, other) || one.name.localeCompare(other.name) || compare(one.id, other.id),
  );
}

type Order = (one: VendorRow, other: VendorRow) => number;

const LAST = Number.MAX_SAFE_INTEGER;
const strengthPlace = ({ strength }: VendorRow) => (strength === null ? LAST : TRACE_STRENGTHS.indexOf(strength));
const stepPlace = ({ nextStep }: VendorRow) => (nextStep === null ? LAST : VENDOR_STEPS.indexOf(nextStep));

/** The usual direction of each: what matters most comes first. */
const ORDERS: Readonly<Record<VendorSort, Order>> = {
  risk: (one, other) => other.risk.risk - one.risk.risk,
  name: (one, other) => one.name.localeCompare(other.name),
  strength: (one, other) => strengthPlace(one) - strengthPlace(other),
  seen: (one, other) => compare(other.lastSeenAt ?? '', one.lastSeenAt ?? ''),
  owner: (one, other) => (one.owner ?? '\uffff').localeCompare(other.owner ?? '\uffff'),
  step: (one, other) => stepPlace(one) - stepPlace(other),
};

/** In which direction a screen reader should call a column sorted. */
export const DIRECTIONS: Readonly<Record<VendorSort, 'ascending' | 'descending'>> = {
  risk: 'descending',
  name: 'ascending',
  strength: 'descending',
  seen: 'descending',
  owner: 'ascending',
  step: 'ascending',
};

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** Steps that somebody has to take, with how many each; in the order of urgency. */
export function stepsToTake(
  vendors: readonly VendorRow[],
): readonly { readonly step: VendorStep; readonly count: number }[] {
  return VENDOR_STEPS.map((step) => ({
    step,
    count: vendors.filter(({ nextStep }) => nextStep === step).length,
  })).filter(({ count }) => count > 0);
}
