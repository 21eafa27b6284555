import { successorOf } from '../../data/state-codes.ts';
import type { Day } from '../../time.ts';
import type { RegistryEntry } from '../registry.ts';
import type { StatedRegistration, TaxProfile, TurnoverBand } from '../tax-profile.ts';

/** How one registration files, by what the merchant states and else by what the registry shows. */
export interface Filing {
  readonly gstin: string;
  /** GST code of today. */
  readonly stateCode: string;
  readonly scheme: 'regular' | 'composition';
  readonly filing: 'monthly' | 'quarterly';
  /** Nothing was due for periods that ended before; null: not known, so it may have been. */
  readonly registeredOn: Day | null;
  /** Nothing is due for periods that began later. */
  readonly cancelledOn: Day | null;
}

/** Quarterly filing ends at Rs 5 crore. */
const MONTHLY_ONLY: readonly (TurnoverBand | null)[] = ['to-10-crore', 'above-10-crore'];

/** Null: neither stated nor shown, so no due day follows. Kinds with returns of their own are null as well. */
export function filingOf(
  stated: StatedRegistration,
  entry: RegistryEntry | undefined,
  turnover: TaxProfile['turnover'],
): Filing | null {
  const record = entry?.known?.record;
  const scheme = stated.scheme ?? schemeOf(record?.taxpayerKind ?? null);
  if (scheme === null) return null;
  const filing = scheme === 'composition' ? 'quarterly' : (stated.filing ?? filingShown(entry, turnover));
  if (filing === null) return null;
  const code = stated.gstin.slice(0, 2);
  return {
    gstin: stated.gstin,
    stateCode: successorOf(code) ?? code,
    scheme,
    filing,
    registeredOn: stated.registeredOn ?? record?.registeredOn ?? null,
    cancelledOn: record?.cancelledOn ?? null,
  };
}

function schemeOf(kind: string | null): Filing['scheme'] | null {
  if (kind === 'composition') return 'composition';
  return kind === 'regular' || kind === 'sez' ? 'regular' : null;
}

function filingShown(entry: RegistryEntry | undefined, turnover: TurnoverBand | null): Filing['filing'] | null {
  if (MONTHLY_ONLY.includes(turnover)) return 'monthly';
  const isMonthly = entry?.returns?.filed.some(
    ({ form, period }) => formId(form) === 'GSTR3B' && Number(period.slice(5, 7)) % 3 !== 0,
  );
  return isMonthly === true ? 'monthly' : null;
}

/** "GSTR-3B" and "GSTR3B" are one form. */
export function formId(form: string): string {
  return form.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
