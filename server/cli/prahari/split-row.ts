import { isDay } from '../../../core/gst/days.ts';
import { ABROAD } from '../../../core/gst/place-of-supply.ts';
import { splitTax, type Supply, type TaxSplit } from '../../../core/gst/tax-split.ts';
import { stateByCode } from '../../../core/data/states.ts';

/** What a file of supplies has, in any order. */
export const SPLIT_COLUMNS = [
  'id',
  'date',
  'seller',
  'dispatch_state',
  'buyer',
  'ship_to',
  'bill_to',
  'lut',
  'inclusive',
  'rate',
  'amount',
] as const;
export type SplitColumn = (typeof SPLIT_COLUMNS)[number];

const SELLERS = ['regular', 'composition', 'unregistered'] as const;
const BUYERS = ['b2c', 'b2b', 'uin', 'sez', 'export'] as const;
/** GST began on this day; no supply before it has such a tax. */
const FIRST_DAY = '2017-07-01';
const RATE = /^\d{1,3}(?:\.\d{1,4})?$/;
const AMOUNT = /^\d{1,13}(?:\.\d{1,2})?$/;
const PPM_PER_PERCENT = 10_000;

/** A cell that cannot be used, with what to write instead. */
export class BadCellError extends Error {
  constructor(column: SplitColumn, whatToWrite: string) {
    super(`${column}: ${whatToWrite}`);
  }
}

/**
 * The split of one row.
 *
 * @throws {BadCellError} the first cell that cannot be used
 */
export function splitOfRow(cellOf: (column: SplitColumn) => string): TaxSplit {
  const on = cellOf('date');
  if (!isDay(on)) throw new BadCellError('date', 'write the day as 2026-10-05');
  if (on < FIRST_DAY) throw new BadCellError('date', `GST began on ${FIRST_DAY}`);
  const supply: Supply = {
    on,
    seller: oneOf(SELLERS, 'seller', cellOf),
    dispatchState: stateOf('dispatch_state', cellOf),
    buyer: oneOf(BUYERS, 'buyer', cellOf),
    shipTo: placeOf('ship_to', cellOf),
    billTo: placeOf('bill_to', cellOf),
    hasLut: cellOf('lut') !== '' && oneOf(['yes', 'no'], 'lut', cellOf) === 'yes',
    isInclusive: oneOf(['yes', 'no'], 'inclusive', cellOf) === 'yes',
    ratePpm: ppmOf(cellOf('rate')),
    amountPaise: paiseOf(cellOf('amount')),
  };
  try {
    return splitTax(supply);
  } catch (error) {
    // What single cells do not show, such as an amount too large for its tax.
    if (error instanceof RangeError) throw new BadCellError('amount', error.message);
    throw error;
  }
}

function oneOf<W extends string>(words: readonly W[], column: SplitColumn, cellOf: (column: SplitColumn) => string): W {
  const asked = cellOf(column).toLowerCase();
  const word = words.find((one) => one === asked);
  if (word === undefined) throw new BadCellError(column, `write one of ${words.join(', ')}`);
  return word;
}

function stateOf(column: SplitColumn, cellOf: (column: SplitColumn) => string): string {
  const code = cellOf(column);
  if (stateByCode(code) === null) throw new BadCellError(column, 'write the two digits of a State, such as 07 or 33');
  return code;
}

/** Empty: no such address is known. 96: outside India. */
function placeOf(column: SplitColumn, cellOf: (column: SplitColumn) => string): string | null {
  const code = cellOf(column);
  if (code === '') return null;
  return code === ABROAD ? code : stateOf(column, cellOf);
}

function ppmOf(text: string): number {
  const percent = text.endsWith('%') ? text.slice(0, -1).trim() : text;
  const ppm = RATE.test(percent) ? Math.round(Number(percent) * PPM_PER_PERCENT) : NaN;
  if (!(ppm <= 100 * PPM_PER_PERCENT)) throw new BadCellError('rate', 'write percent, such as 18 or 0.25');
  return ppm;
}

/** Exact: the rupees and the paise are read apart. */
function paiseOf(text: string): number {
  if (!AMOUNT.test(text)) throw new BadCellError('amount', 'write rupees, such as 2000.00');
  const [rupees = '', paise = ''] = text.split('.');
  return Number(rupees) * 100 + Number(paise.padEnd(2, '0'));
}
