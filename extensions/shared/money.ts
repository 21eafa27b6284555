import { rupeesText } from '../../core/finding-figures.ts';

/** "₹1,23,456.50" from paise: each paisa is shown, since heads of tax are added up. Whole rupees go without ".00". */
export function rupees(paise: number): string {
  const text = rupeesText(Math.abs(Math.round(paise)));
  return `${paise < 0 ? '-' : ''}₹${text}`;
}
