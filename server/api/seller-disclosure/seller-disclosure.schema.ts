import { z } from 'zod';
import {
  SELLER_FIELDS,
  type SellerDisclosure,
  type SellerDisclosureState,
} from '../../../core/api/seller-disclosure.ts';
import { judgeGstin } from '../../../core/gst/gstin.ts';
import { visibleText } from '../../../core/visible-text.ts';

/** One line, as it will stand on the shop's page. */
const line = (most: number) =>
  z
    .string()
    .max(most)
    .transform((value) => visibleText(value).replace(/\s+/g, ' ').trim())
    .refine((value) => value !== '', 'missing');
const lines = (most: number) =>
  z
    .string()
    .max(most)
    .transform((value) =>
      value
        .split(/\r?\n/)
        .map((one) => visibleText(one).trim())
        .filter((one) => one !== '')
        .join('\n'),
    )
    .refine((value) => value !== '', 'missing');
const email = z.email({ error: 'no_email' }).max(254);
/** Digits with the marks that people put between them. */
const phone = z
  .string()
  .trim()
  .regex(/^\+?[\d ()-]{7,24}$/, 'no_phone');

const gstin = z
  .string()
  .max(60)
  .transform((value, ctx) => {
    const verdict = judgeGstin(value);
    if (verdict.ok && verdict.canSellWith) return verdict.gstin;
    ctx.addIssue({ code: 'custom', message: verdict.ok ? 'cannot_sell' : verdict.reason });
    return z.NEVER;
  });

/** PUT /seller-disclosure: everything that the rules ask to be shown. */
export const NewSellerDisclosure = z.strictObject({
  legalName: line(200),
  gstin,
  address: lines(500),
  email,
  phone,
  officerName: line(120),
  officerTitle: line(120),
  officerEmail: email,
  officerPhone: phone,
}) satisfies z.ZodType<SellerDisclosure, unknown>;

const text = z.string();
const Shown = z.record(z.enum(SELLER_FIELDS), text);

export const SellerDisclosureAnswer = z.strictObject({
  shown: Shown.nullable(),
  updatedAt: text.nullable(),
  suggested: z.strictObject({ gstin: text.exactOptional(), legalName: text.exactOptional() }),
  verifiedAsOf: text.nullable(),
  editorUrls: z.strictObject({ seller: text, cart: text, cartEmbed: text }),
}) satisfies z.ZodType<SellerDisclosureState, unknown>;
