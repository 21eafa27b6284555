import { z } from 'zod';

const DECIMAL = /^(-?)(\d{1,12})(?:\.(\d{1,12}))?$/;

/**
 * A decimal amount of Shopify's, "590.00" or "590.0", in hundredths of its currency; for rupees, paise. Read from its
 * digits, never through a float; digits past the second, which rupees have not, are rounded half away from zero.
 */
export const paise = z.string().transform((text, context): number => {
  const [, sign, whole = '', fraction = ''] = DECIMAL.exec(text) ?? [];
  if (sign === undefined) {
    context.addIssue({ code: 'custom', message: 'not an amount' });
    return z.NEVER;
  }
  const digits = fraction.padEnd(3, '0');
  const hundredths = Number(whole) * 100 + Number(digits.slice(0, 2)) + (digits.charAt(2) >= '5' ? 1 : 0);
  return sign === '-' && hundredths > 0 ? -hundredths : hundredths;
});

/** A MoneyBag, by what the shop itself counts in. */
export const shopPaise = z
  .object({ shopMoney: z.object({ amount: paise }) })
  .transform(({ shopMoney }) => shopMoney.amount);
