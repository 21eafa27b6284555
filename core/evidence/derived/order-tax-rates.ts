import type { OrderTax } from '../orders.ts';
import type { TitleHead } from './order-tax-titles.ts';

/** The rate that a line of goods or of shipping carries, its heads taken together. Rates in parts per million. */
export type LineRate =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'rate';
      readonly ratePpm: number;
      readonly taxPaise: number;
      /** The amount without the tax. Negative where the tax is larger than the line. */
      readonly taxablePaise: number;
    }
  /** CGST without its other half, or the other way round; the rate is of the half that is there. */
  | { readonly kind: 'half'; readonly ratePpm: number; readonly taxPaise: number; readonly isCentral: boolean }
  /** IGST beside CGST, or two rates under one head: which one was meant, nobody can tell. */
  | { readonly kind: 'unclear'; readonly taxPaise: number };

interface TaxedAmount {
  readonly amountPaise: number;
  readonly taxes: readonly OrderTax[];
}

type Part = 'central' | 'local' | 'whole';

const PART: Readonly<Record<Exclude<TitleHead, 'cess'>, Part>> = {
  cgst: 'central',
  sgst: 'local',
  utgst: 'local',
  local: 'local',
  halves: 'whole',
  igst: 'whole',
  unnamed: 'whole',
};

/** Cess is left out; a tax line without an amount is none. */
export function lineRate(
  { amountPaise, taxes }: TaxedAmount,
  { taxesIncluded }: { taxesIncluded: boolean },
  headOf: (title: string) => TitleHead,
): LineRate {
  const parts: Record<Part, OrderTax[]> = { central: [], local: [], whole: [] };
  let taxPaise = 0;
  for (const tax of taxes) {
    const head = headOf(tax.title);
    if (tax.paise <= 0 || head === 'cess') continue;
    parts[PART[head]].push(tax);
    taxPaise += tax.paise;
  }
  if (taxPaise === 0) return { kind: 'none' };
  const taxablePaise = taxesIncluded ? amountPaise - taxPaise : amountPaise;
  const rateOf = (part: Part) => rateOfPart(parts[part], taxablePaise);
  const [central, local, whole] = [rateOf('central'), rateOf('local'), rateOf('whole')];
  if (central === null || local === null || whole === null) return { kind: 'unclear', taxPaise };
  if (whole > 0) {
    const isAlone = central === 0 && local === 0;
    return isAlone ? { kind: 'rate', ratePpm: whole, taxPaise, taxablePaise } : { kind: 'unclear', taxPaise };
  }
  if (central > 0 && local > 0) return { kind: 'rate', ratePpm: central + local, taxPaise, taxablePaise };
  return { kind: 'half', ratePpm: central + local, taxPaise, isCentral: central > 0 };
}

/**
 * One rate written several times is either one tax in several pieces or one tax charged again: the amounts tell.
 * Null when two rates stand under one head.
 */
function rateOfPart(taxes: readonly OrderTax[], taxablePaise: number): number | null {
  const [first, ...others] = taxes;
  if (!first) return 0;
  if (others.some(({ ratePpm }) => ratePpm !== first.ratePpm)) return null;
  if (others.length === 0) return first.ratePpm;
  const sum = taxes.reduce((total, { paise }) => total + paise, 0);
  const once = (taxablePaise * first.ratePpm) / 1_000_000;
  return Math.abs(sum - once) <= Math.abs(sum - once * taxes.length) ? first.ratePpm : first.ratePpm * taxes.length;
}
