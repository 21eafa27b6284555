import { LAW, thresholdOn, type Law } from './law.ts';
import { isDay } from './days.ts';
import { ABROAD, headsAt, natureOf, placeOfSupply, type HeadsOfLaw, type Movement } from './place-of-supply.ts';
import type { Nature } from './place-of-supply.ts';

/** One line of a supply of goods. */
export interface Supply extends Movement {
  /** Whether `amountPaise` holds the tax already. */
  readonly isInclusive: boolean;
  /** Parts per million: 18% is 180,000. */
  readonly ratePpm: number;
  readonly amountPaise: number;
}

/** Where the sale is reported in GSTR-1; 'none': not at all. */
export type Gstr1Section = 'b2b' | 'b2cl' | 'b2cs' | 'exp' | 'nil' | 'none';

/** What the law makes of one line. All amounts in whole paise. */
export interface TaxSplit {
  /** GST code of the place of supply. */
  readonly pos: string;
  readonly nature: Nature;
  readonly taxablePaise: number;
  readonly cgstPaise: number;
  readonly sgstPaise: number;
  readonly utgstPaise: number;
  readonly igstPaise: number;
  readonly totalTaxPaise: number;
  readonly gstr1Section: Gstr1Section;
}

const WHOLE_PPM = 1_000_000;
/** So that price and tax together stay exact, at a rate of up to 100%. */
const MOST_PAISE = Math.floor(Number.MAX_SAFE_INTEGER / 2);

/**
 * Splits the tax of one line. Rounding: per line and head, half up to the paisa. Both halves are reckoned alike and no
 * total is halved, since the portal takes no return whose halves differ; so a sale within a State and one beyond may
 * differ by a paisa.
 *
 * @throws {RangeError} a day, State code, amount or rate that is none
 */
export function splitTax(supply: Supply, law: Law = LAW): TaxSplit {
  const { amountPaise, ratePpm, isInclusive } = supply;
  refuseWhatIsNone(supply);
  const pos = placeOfSupply(supply, law);
  const heads = headsAt(supply, pos);
  const isHalved = heads === 'cgst-sgst' || heads === 'cgst-utgst';
  const dividend = isInclusive ? WHOLE_PPM + ratePpm : WHOLE_PPM;
  const half = isHalved ? share(amountPaise, ratePpm, 2 * dividend) : 0;
  const whole = heads === 'igst' ? share(amountPaise, ratePpm, dividend) : 0;
  const totalTaxPaise = 2 * half + whole;
  const taxablePaise = isInclusive ? amountPaise - totalTaxPaise : amountPaise;
  return {
    pos,
    nature: natureOf(supply, pos),
    taxablePaise,
    ...paiseByHead(heads, half, whole),
    totalTaxPaise,
    gstr1Section: sectionOf(supply, pos, taxablePaise + totalTaxPaise, law),
  };
}

/** amount × rate ÷ divisor, half up: exact beyond 2^53 as well. */
function share(amount: number, rate: number, divisor: number): number {
  const product = amount * rate * 2 + divisor;
  if (Number.isSafeInteger(product)) return Math.floor(product / (2 * divisor));
  return Number((BigInt(amount) * BigInt(rate) * 2n + BigInt(divisor)) / BigInt(2 * divisor));
}

function paiseByHead(heads: HeadsOfLaw, half: number, whole: number) {
  return {
    cgstPaise: half,
    sgstPaise: heads === 'cgst-sgst' ? half : 0,
    utgstPaise: heads === 'cgst-utgst' ? half : 0,
    igstPaise: whole,
  };
}

/** The value of the invoice decides between the two tables of sales to consumers. */
function sectionOf(supply: Supply, pos: string, invoicePaise: number, law: Law): Gstr1Section {
  if (supply.seller !== 'regular') return 'none';
  if (pos === ABROAD) return 'exp';
  if (supply.ratePpm === 0) return 'nil';
  if (supply.buyer !== 'b2c') return 'b2b';
  const limit = thresholdOn(law, 'b2cl-invoice-value', supply.on)?.value ?? Infinity;
  return natureOf(supply, pos) === 'inter' && invoicePaise > limit ? 'b2cl' : 'b2cs';
}

function refuseWhatIsNone({ on, amountPaise, ratePpm }: Supply): void {
  if (!isDay(on)) throw new RangeError('The date is no day: write it as 2026-11-22.');
  if (!Number.isSafeInteger(amountPaise) || amountPaise < 0) {
    throw new RangeError('The amount must be whole paise, zero or more.');
  }
  if (amountPaise > MOST_PAISE) throw new RangeError('The amount is too large to be split to the paisa.');
  if (!Number.isSafeInteger(ratePpm) || ratePpm < 0 || ratePpm > WHOLE_PPM) {
    throw new RangeError('The rate must be between 0 and 100 percent, with at most four decimals.');
  }
}
