import { rupeesText } from '../finding-figures.ts';

/** Under ten rupees the paise are a real part of the sum. */
const PAISE_MATTER_BELOW = 1_000;

/** "₹14,200": as the pages write money, in both languages. */
export function reportRupees(paise: number): string {
  return `₹${rupeesText(Math.abs(paise) < PAISE_MATTER_BELOW ? paise : Math.round(paise / 100) * 100)}`;
}
