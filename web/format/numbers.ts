import type { Language } from '../../core/text.ts';

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-IN-u-nu-latn', hi: 'hi-IN-u-nu-latn' };

/** Under ten rupees the paise are a real part of the sum. */
const PAISE_MATTER_BELOW = 1_000;

/** "1,23,456": lakh grouping and Latin digits in both languages. */
export function formatCount(count: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 }).format(count);
}

/** "81%". */
export function formatPercent(share: number, language: Language): string {
  return `${formatCount(Math.round(share * 100), language)}%`;
}

/** "₹26.90": to the paisa, where figures are compared with an invoice. */
export function formatExactMoney(paise: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency: 'INR' }).format(paise / 100);
}

/** "₹1,23,456" from paise. Paise are shown only where they matter: below ₹10, and not for whole rupees. */
export function formatMoney(paise: number, language: Language): string {
  const showsPaise = Math.abs(paise) < PAISE_MATTER_BELOW && paise % 100 !== 0;
  const digits = showsPaise ? 2 : 0;
  return new Intl.NumberFormat(LOCALES[language], {
    style: 'currency',
    currency: 'INR',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(paise / 100);
}

/** "a, b and c", "a, b, और c". */
export function formatList(words: readonly string[], language: Language): string {
  return new Intl.ListFormat(language === 'hi' ? 'hi' : 'en-IN', { type: 'conjunction' }).format(words);
}
