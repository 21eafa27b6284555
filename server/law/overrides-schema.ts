import { z } from 'zod';
import { RETURN_FILERS } from '../../core/data/due-dates.ts';
import { RATE_CLASSES } from '../../core/data/rates.ts';
import { THRESHOLDS } from '../../core/data/thresholds.ts';
import { isDay } from '../../core/gst/days.ts';
import type { LawChanges } from '../../core/gst/law.ts';
import { vendorRiskWeights } from './vendor-risk-schema.ts';

const LONGEST_TEXT = 500;
const WHOLE_PPM = 1_000_000;

const text = z.string('must be a text').max(LONGEST_TEXT, `must have ${LONGEST_TEXT} characters at most`);
const someText = text.min(1, 'must not be empty');
const day = z.string('must be a day such as "2026-11-22"').refine(isDay, 'must be a day such as "2026-11-22"');
const noDay = 'must be a day such as "2026-11-22", or null for no end';
const dayOrNull = z.string(noDay).refine(isDay, noDay).nullable();
const ratePpm = z
  .int('must be a whole number in parts per million: 18% is 180000')
  .min(0, 'must not be negative')
  .max(WHOLE_PPM, 'must be in parts per million, at most 1000000: 18% is 180000')
  .refine((ppm) => ppm % 2 === 0, 'must be even, so that CGST and SGST are equal');
const paise = z.int('must be a whole number of paise: Rs 2,500 is 250000').min(0, 'must not be negative');
const hsnPrefix = z
  .string('must be digits')
  .regex(/^[0-9]{2,8}$/, 'must be the two to eight digits that a code begins with');

const dated = {
  effectiveFrom: day,
  effectiveTo: dayOrNull,
  source: someText,
  status: z.enum(['verified', 'unverified'], 'must be "verified" or "unverified"'),
};

/** Dates that run forwards. */
function inOrder<R extends { effectiveFrom: string; effectiveTo: string | null }>(row: R): boolean {
  return row.effectiveTo === null || row.effectiveFrom <= row.effectiveTo;
}
const IN_ORDER = { path: ['effectiveTo'], message: 'must not lie before effectiveFrom' };

const rate = z
  .strictObject({
    key: someText,
    ratePpm,
    class: z.enum(RATE_CLASSES),
    appliesTo: text,
    inStore: z.enum(['yes', 'jewellery', 'no']),
    ...dated,
  })
  .refine(inOrder, IN_ORDER);

const priceBand = z
  .strictObject({
    hsnPrefix,
    exceptPrefixes: z.array(hsnPrefix),
    unit: z.enum(['piece', 'pair']),
    goods: someText,
    isAllGoods: z.boolean('must be true or false'),
    maxLowPaise: paise,
    lowRatePpm: ratePpm,
    highRatePpm: ratePpm,
    ...dated,
  })
  .refine(inOrder, IN_ORDER)
  .refine((row) => row.lowRatePpm <= row.highRatePpm, {
    path: ['highRatePpm'],
    message: 'must not be below lowRatePpm',
  });

/** A limit is known by name and variant, and its unit is part of its meaning: rupees for paise would be a hundredfold. */
const UNITS: ReadonlyMap<string, string> = new Map(THRESHOLDS.map((row) => [`${row.name} ${row.variant}`, row.unit]));
const NAMES = [...new Set(THRESHOLDS.map(({ name }) => name))];

const threshold = z
  .strictObject({
    name: text,
    variant: text,
    value: z.number('must be a number').min(0),
    unit: text,
    meaning: text,
    ...dated,
  })
  .refine(inOrder, IN_ORDER)
  .superRefine(({ name, variant, unit }, context) => {
    const known = UNITS.get(`${name} ${variant}`);
    if (known === unit) return;
    if (known !== undefined) {
      context.addIssue({ code: 'custom', path: ['unit'], message: `must be "${known}", as in the table` });
    } else if (NAMES.includes(name)) {
      context.addIssue({ code: 'custom', path: ['variant'], message: `is not one that ${name} has` });
    } else {
      context.addIssue({ code: 'custom', path: ['name'], message: `must be one of: ${NAMES.join(', ')}` });
    }
  });

const dueDate = z
  .strictObject({
    form: someText,
    who: z.enum(RETURN_FILERS),
    period: z.enum(['month', 'quarter', 'financial-year']),
    dueDay: z.int().min(1, 'must be 1 to 31').max(31, 'must be 1 to 31'),
    monthsAfter: z.int().min(-1, 'must be -1 to 12').max(12, 'must be -1 to 12'),
    note: text,
    ...dated,
  })
  .refine(inOrder, IN_ORDER);

/** `overrides.json`: rows of the four dated tables, and the weights of the vendor model; each optional. */
export const OVERRIDES: z.ZodType<Omit<LawChanges, 'hsnList'>> = z.strictObject({
  rates: once(z.array(rate), ({ key }) => key).default([]),
  priceBands: once(z.array(priceBand), (row) => row.hsnPrefix).default([]),
  thresholds: once(z.array(threshold), ({ name, variant }) => `${name} ${variant}`).default([]),
  dueDates: once(z.array(dueDate), ({ form, who }) => `${form} ${who}`).default([]),
  vendorRisk: vendorRiskWeights.exactOptional(),
});

/** Two rows of one key and first day leave open which counts. */
function once<R extends { effectiveFrom: string }>(rows: z.ZodType<R[]>, keyOf: (row: R) => string): z.ZodType<R[]> {
  return rows.superRefine((all, context) => {
    const seen = new Set<string>();
    for (const [index, row] of all.entries()) {
      const key = `${keyOf(row)} from ${row.effectiveFrom}`;
      if (seen.has(key)) context.addIssue({ code: 'custom', path: [index], message: `repeats ${key}: keep one` });
      seen.add(key);
    }
  });
}
