import { z } from 'zod';
import type { StatedRegistrationChange, TaxProfileChange } from '../../../core/api/gst.ts';
import { TURNOVER_BANDS, type TaxProfile } from '../../../core/evidence/tax-profile.ts';
import { isDay } from '../../../core/gst/days.ts';

/** GST begins here: no registration and no letter is older. */
const FIRST_DAY = '2017-07-01';
const MOST_LUT_YEARS = 20;

const yesNo = z.boolean().nullable();
const day = z
  .string()
  .max(10)
  .refine(isDay, 'no_day')
  .refine((text) => text >= FIRST_DAY, 'before_gst');

/** "2026-27": the second year follows the first. */
const financialYear = z
  .string()
  .regex(/^20\d{2}-\d{2}$/)
  .refine((text) => (Number(text.slice(0, 4)) + 1) % 100 === Number(text.slice(5)), 'no_financial_year')
  .refine((text) => text >= '2017-18', 'before_gst');

const notEmpty = (change: object) => Object.keys(change).length > 0;

/** PATCH /gst/profile: at least one field; null takes a statement back. */
export const ChangeProfile = z
  .strictObject({
    turnover: z.enum(TURNOVER_BANDS).nullable().exactOptional(),
    isUnregistered: yesNo.exactOptional(),
    sellsForOthers: yesNo.exactOptional(),
  })
  .refine(notEmpty, 'empty') satisfies z.ZodType<TaxProfileChange>;

/** PATCH /gst/registrations/:id: at least one field. */
export const ChangeStatedRegistration = z
  .strictObject({
    scheme: z.enum(['regular', 'composition']).nullable().exactOptional(),
    filing: z.enum(['monthly', 'quarterly']).nullable().exactOptional(),
    registeredOn: day.nullable().exactOptional(),
    hasBankAccount: yesNo.exactOptional(),
    lutYears: z
      .array(financialYear)
      .max(MOST_LUT_YEARS)
      .refine((years) => new Set(years).size === years.length, 'repeated')
      .exactOptional(),
  })
  .refine(notEmpty, 'empty') satisfies z.ZodType<StatedRegistrationChange>;

export const ProfileAnswer = z.strictObject({
  turnover: z.enum(TURNOVER_BANDS).nullable(),
  isUnregistered: yesNo,
  sellsForOthers: yesNo,
  registrations: z.array(
    z.strictObject({
      gstin: z.string(),
      scheme: z.enum(['regular', 'composition']).nullable(),
      filing: z.enum(['monthly', 'quarterly']).nullable(),
      registeredOn: z.string().nullable(),
      hasBankAccount: yesNo,
      lutYears: z.array(z.string()),
    }),
  ),
}) satisfies z.ZodType<TaxProfile>;
