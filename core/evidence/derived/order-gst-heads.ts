import { splitTax } from '../../gst/tax-split.ts';
import type { Movement } from '../../gst/place-of-supply.ts';
import type { Order, OrderTax } from '../orders.ts';
import { lineRate } from './order-tax-rates.ts';
import type { JudgedOrder, SellerPlaces } from './order-tax.ts';

/** One head of an order's tax, goods and shipping together. In paise. */
export interface HeadSums {
  readonly head: 'cgst' | 'sgst' | 'utgst' | 'igst' | 'unnamed';
  /** What the law asks at the rates that were charged. */
  readonly expectedPaise: number;
  readonly chargedPaise: number;
}

type Sums = Record<HeadSums['head'], number>;
type Part = Pick<Order['lines'][number], 'amountPaise' | 'taxes'>;

const ORDER_OF_HEADS: readonly HeadSums['head'][] = ['cgst', 'sgst', 'utgst', 'igst', 'unnamed'];
const WHOLE_PPM = 1_000_000;
/** Halves of an odd paisa. */
const HALVES_APART_PAISE = 1;

/**
 * The tax of a judged order by head, as it is charged and as the law asks. A line whose heads are right stands as it is
 * charged; any other is split anew at its own rate, half up to the paisa. Linear in tax lines; cess is left out.
 */
export function headSums(judged: JudgedOrder, { headOf }: Pick<SellerPlaces, 'headOf'>): HeadSums[] {
  const { order, expected } = judged;
  const charged = noSums();
  const asked = noSums();
  for (const part of [...order.lines, ...order.shipping]) {
    const own = sumsOf(part.taxes, judged, headOf);
    addTo(charged, own);
    addTo(asked, isAsAsked(own, judged) ? own : askedOf(part, judged, headOf));
  }
  const isOfLaw = (head: HeadSums['head']) =>
    expected === 'igst' ? head === 'igst' : expected !== 'none' && (head === 'cgst' || head === localHead(judged));
  return ORDER_OF_HEADS.filter((head) => isOfLaw(head) || charged[head] > 0 || asked[head] > 0).map((head) => ({
    head,
    expectedPaise: asked[head],
    chargedPaise: charged[head],
  }));
}

const noSums = (): Sums => ({ cgst: 0, sgst: 0, utgst: 0, igst: 0, unnamed: 0 });

function addTo(sums: Sums, more: Sums): void {
  for (const head of ORDER_OF_HEADS) sums[head] += more[head];
}

/** What the State of the place of supply has beside CGST. */
const localHead = ({ expected }: JudgedOrder): 'sgst' | 'utgst' => (expected === 'cgst-utgst' ? 'utgst' : 'sgst');

function sumsOf(taxes: readonly OrderTax[], judged: JudgedOrder, headOf: SellerPlaces['headOf']): Sums {
  const sums = noSums();
  for (const { title, paise } of taxes) {
    if (paise <= 0) continue;
    const head = headOf(title);
    if (head === 'cess') continue;
    if (head === 'halves') {
      sums.cgst += Math.floor(paise / 2);
      sums[localHead(judged)] += Math.ceil(paise / 2);
    } else sums[head === 'local' ? localHead(judged) : head] += paise;
  }
  return sums;
}

function isAsAsked({ cgst, sgst, utgst, igst, unnamed }: Sums, judged: JudgedOrder): boolean {
  if (unnamed > 0) return false;
  switch (judged.expected) {
    case 'igst':
      return cgst + sgst + utgst === 0;
    case 'cgst-sgst':
      return igst + utgst === 0 && Math.abs(cgst - sgst) <= HALVES_APART_PAISE;
    case 'cgst-utgst':
      return igst + sgst === 0 && Math.abs(cgst - utgst) <= HALVES_APART_PAISE;
    case 'none':
      return cgst + sgst + utgst + igst === 0;
  }
}

/** The tax of one line under the heads of the law. */
function askedOf(part: Part, judged: JudgedOrder, headOf: SellerPlaces['headOf']): Sums {
  const { order, expected } = judged;
  const rate = lineRate(part, order, headOf);
  if (expected === 'none' || rate.kind === 'none') return noSums();
  const isWhole = expected === 'igst';
  // The half that is there tells how much the other is.
  if (rate.kind === 'half' && !isWhole) return underHeads(judged, rate.taxPaise);
  if (rate.kind !== 'rate' || part.amountPaise < 0 || rate.ratePpm > WHOLE_PPM) {
    return underHeads(judged, isWhole ? rate.taxPaise : Math.round(rate.taxPaise / 2));
  }
  const { cgstPaise, igstPaise } = splitTax({
    ...movementOf(judged),
    isInclusive: order.taxesIncluded,
    ratePpm: rate.ratePpm,
    amountPaise: part.amountPaise,
  });
  return underHeads(judged, isWhole ? igstPaise : cgstPaise);
}

/** @param paise of the whole under IGST, else of one half */
function underHeads(judged: JudgedOrder, paise: number): Sums {
  if (judged.expected === 'igst') return { ...noSums(), igst: paise };
  return { ...noSums(), cgst: paise, [localHead(judged)]: paise };
}

/** The judgement as the law's own question, which has the same answer. */
function movementOf(judged: JudgedOrder): Movement {
  const { day, dispatchState, deliveryState, placeOfSupply, isToBusiness, isExport } = judged;
  return {
    on: day,
    seller: 'regular',
    dispatchState,
    buyer: isExport ? 'export' : isToBusiness ? 'b2b' : 'b2c',
    shipTo: deliveryState,
    billTo: isToBusiness && !isExport ? placeOfSupply : null,
    hasLut: false,
  };
}
