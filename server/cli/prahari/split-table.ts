import type { TaxSplit } from '../../../core/gst/tax-split.ts';
import { rupees } from './rupees.ts';
import { cell, printable } from './terminal.ts';

const WORDS_WIDTHS = [9, 3, 6] as const;
const SUM_WIDTH = 10;

export const SPLIT_TABLE_HEAD = row(['ID', 'POS', 'NATURE'], ['TAXABLE', 'CGST', 'S/UTGST', 'IGST'], 'GSTR-1');

/** One row of the table for a person, within eighty characters as long as sums stay below a million rupees. */
export function splitTableRow(id: string, split: TaxSplit): string {
  const sums = [split.taxablePaise, split.cgstPaise, split.sgstPaise + split.utgstPaise, split.igstPaise];
  return row([printable(id), split.pos, split.nature], sums.map(rupees), split.gstr1Section);
}

function row(words: readonly string[], sums: readonly string[], section: string): string {
  const first = words.map((word, index) => cell(word, WORDS_WIDTHS[index] ?? 0));
  return `${[...first, ...sums.map((sum) => sum.padStart(SUM_WIDTH)), section].join('  ')}\n`;
}
