import type { Order, OrderTax } from '../orders.ts';
import type { Heads } from '../summaries.ts';
import type { TitleHead } from './order-tax-titles.ts';

/** The tax of an order by head, goods and shipping together; cess is left out. All in paise. */
export interface ChargedTax {
  readonly totalPaise: number;
  readonly igstPaise: number;
  readonly sgstPaise: number;
  readonly utgstPaise: number;
  /** As an invoice would name them: "CGST + SGST"; empty where nothing is charged, a title that names no head as "GST". */
  readonly names: string;
  /** Some of it stands under a title that names no head. */
  readonly isUnnamed: boolean;
  /** CGST without SGST or UTGST, or the other way round. */
  readonly isHalf: boolean;
  /** "SGST/UTGST" is read as the one that the State has. */
  readonly headsFor: (expected: Heads) => Heads;
}

const NAMES: readonly (readonly [TitleHead, string])[] = [
  ['halves', 'CGST + SGST'],
  ['cgst', 'CGST'],
  ['sgst', 'SGST'],
  ['utgst', 'UTGST'],
  ['local', 'SGST'],
  ['igst', 'IGST'],
  ['unnamed', 'GST'],
];

export function chargedTax(order: Order, headOf: (title: string) => TitleHead): ChargedTax {
  const paise: Record<TitleHead, number> = {
    cgst: 0,
    sgst: 0,
    utgst: 0,
    local: 0,
    halves: 0,
    igst: 0,
    cess: 0,
    unnamed: 0,
  };
  for (const { taxes } of order.lines) addUp(taxes, paise, headOf);
  for (const { taxes } of order.shipping) addUp(taxes, paise, headOf);
  const { cgst, sgst, utgst, local, halves, igst, unnamed } = paise;
  const within = cgst + sgst + utgst + local + halves;
  const hasBothHalves = halves > 0 || (cgst > 0 && sgst + utgst + local > 0);
  return {
    totalPaise: within + igst + unnamed,
    igstPaise: igst,
    sgstPaise: sgst,
    utgstPaise: utgst,
    names: NAMES.filter(([head]) => paise[head] > 0)
      .map(([, name]) => name)
      .join(' + '),
    isUnnamed: unnamed > 0,
    isHalf: within > 0 && !hasBothHalves,
    headsFor(expected) {
      if (within + igst + unnamed === 0) return 'none';
      if (unnamed > 0 || (igst > 0 && within > 0)) return 'mixed';
      if (igst > 0) return 'igst';
      if (!hasBothHalves || (sgst > 0 && utgst > 0)) return 'mixed';
      if (utgst > 0) return 'cgst-utgst';
      return sgst === 0 && expected === 'cgst-utgst' ? 'cgst-utgst' : 'cgst-sgst';
    },
  };
}

function addUp(
  taxes: readonly OrderTax[],
  paise: Record<TitleHead, number>,
  headOf: (title: string) => TitleHead,
): void {
  for (const tax of taxes) if (tax.paise > 0) paise[headOf(tax.title)] += tax.paise;
}
