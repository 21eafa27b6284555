import type { Language } from './text.ts';
import type { Day } from './time.ts';

/** Our own list: browsers print "Sept" in en-IN and "नव॰" in hi-IN. */
const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  hi: ['जनवरी', 'फ़रवरी', 'मार्च', 'अप्रैल', 'मई', 'जून', 'जुलाई', 'अगस्त', 'सितंबर', 'अक्टूबर', 'नवंबर', 'दिसंबर'],
};
const DAY = /^(\d{4}-(?:0[1-9]|1[0-2]))-(0[1-9]|[12]\d|3[01])$/;
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** "22 Nov 2026", "22 नवंबर 2026". What is no day stays as it is. */
export function dayText(day: Day, language: Language): string {
  const [, month = '', date] = DAY.exec(day) ?? [];
  return date === undefined ? day : `${Number(date)} ${periodText(month, language)}`;
}

/** A month, "2026-10", is "Oct 2026"; a financial year, "2026-27", stays as it is written. */
export function periodText(period: string, language: Language): string {
  const [, year, month] = MONTH.exec(period) ?? [];
  return year === undefined ? period : `${MONTHS[language][Number(month) - 1] ?? ''} ${year}`;
}
