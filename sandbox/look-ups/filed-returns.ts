import { addMonths, dayInIndia, financialYearOf, monthOf } from '../../core/gst/days.ts';
import type { RegistryState } from './registry-state.ts';

/** A row of RETTRACK. */
export interface FiledRow {
  readonly valid: 'Y';
  readonly mof: 'ONLINE';
  /** dd-mm-yyyy */
  readonly dof: string;
  readonly rtntype: string;
  /** MMYYYY */
  readonly ret_prd: string;
  readonly arn: string;
  readonly status: 'Filed';
}

const MONTHS_BACK = 30;

/** A little before each due day, so that a shop that files is never late. */
const MONTHLY = [
  { rtntype: 'GSTR1', day: '09' },
  { rtntype: 'GSTR3B', day: '18' },
] as const;
const QUARTERLY = [{ rtntype: 'CMP08', day: '16' }] as const;
const QUARTER_ENDS = new Set(['03', '06', '09', '12']);

/** What was filed within a financial year, "2026-27", up to now, newest first: a return stands in its year of filing. */
export function filedReturns(registry: RegistryState, financialYear: string, nowIso: string): FiledRow[] {
  const today = dayInIndia(nowIso);
  const forms = registry.taxpayerType === 'Composition' ? QUARTERLY : MONTHLY;
  const rows: FiledRow[] = [];
  let unfiled = registry.unfiledMonths;
  for (let back = 0; back < MONTHS_BACK; back += 1) {
    const filedIn = addMonths(monthOf(today), -back);
    const period = addMonths(filedIn, -1);
    const isPeriod = forms === MONTHLY || QUARTER_ENDS.has(period.slice(5));
    const isDueSoon = `${filedIn}-${forms.at(-1)?.day}` <= today;
    if (isPeriod && isDueSoon && unfiled > 0) {
      unfiled -= 1;
      continue;
    }
    for (const { rtntype, day } of forms) {
      const filedOn = `${filedIn}-${day}`;
      const isFiled = isPeriod && filedOn <= today && financialYearOf(filedOn) === financialYear;
      if (isFiled) rows.push(row(rtntype, period, filedOn));
    }
  }
  return rows;
}

function row(rtntype: string, period: string, filedOn: string): FiledRow {
  const [year, month] = period.split('-');
  const dof = filedOn.split('-').reverse().join('-');
  const arn = `AA27${month}${year?.slice(2)}0000${rtntype.length}X`;
  return { valid: 'Y', mof: 'ONLINE', dof, rtntype, ret_prd: `${month}${year}`, arn, status: 'Filed' };
}
