import { z } from 'zod';
import type { OrderGst, OrdersGst } from '../../../core/api/order-gst.ts';
import { BUYER_GSTIN_PLACES } from '../../../core/evidence/orders.ts';
import { LOOK_UP_SERVICES, REGISTRATION_STATUSES } from '../../../core/evidence/registry.ts';
import { HEADS } from '../../../core/evidence/summaries.ts';
import { SEVERITIES } from '../../../core/severity.ts';
import { Id, InstantText } from '../shapes.ts';

/** As many as the admin lets a person select at once. */
export const MOST_ORDERS = 250;

/** Digits of a gid. */
export const Digits = z.string().regex(/^[1-9][0-9]{0,19}$/);

export const OrderIds = z.strictObject({
  ids: z
    .array(Digits)
    .min(1)
    .max(MOST_ORDERS)
    .refine((ids) => new Set(ids).size === ids.length),
});

const TextAnswer = z.strictObject({ en: z.string(), hi: z.string() });
const Paise = z.number().int();
const StateCode = z.string().regex(/^[0-9]{2}$/);

const BuyerNumberAnswer = z.strictObject({
  place: z.enum(BUYER_GSTIN_PLACES),
  isUsed: z.boolean(),
  gstin: z.string(),
  couldExist: z.boolean(),
  verdict: TextAnswer,
  stateCode: StateCode.nullable(),
  registry: z
    .strictObject({
      status: z.enum([...REGISTRATION_STATUSES, 'not-found']).nullable(),
      service: z.enum(LOOK_UP_SERVICES),
      learnedAt: InstantText,
    })
    .nullable(),
});

const TaxAnswer = z.discriminatedUnion('isJudged', [
  z.strictObject({
    isJudged: z.literal(true),
    verdict: z.enum(['right', 'wrong', 'untaxed', 'half', 'unnamed', 'may-be-sez', 'not-allowed']),
    dispatchState: StateCode,
    deliveryState: StateCode,
    placeOfSupply: StateCode,
    expected: z.enum(['cgst-sgst', 'cgst-utgst', 'igst', 'none']),
    charged: z.enum(HEADS),
    chargedNames: z.string(),
    heads: z.array(
      z.strictObject({
        head: z.enum(['cgst', 'sgst', 'utgst', 'igst', 'unnamed']),
        expectedPaise: Paise,
        chargedPaise: Paise,
      }),
    ),
    taxPaise: Paise,
    differencePaise: Paise,
    sentence: TextAnswer,
  }),
  z.strictObject({
    isJudged: z.literal(false),
    reason: z.enum([
      ...(['cancelled', 'other-currency', 'no-lines', 'dispatch-unknown', 'dispatch-several'] as const),
      ...(['delivery-unknown', 'buyer-state-unclear', 'no-check-yet', 'not-permitted'] as const),
    ]),
    taxPaise: Paise,
    sentence: TextAnswer,
  }),
]);

export const OrderGstAnswer: z.ZodType<OrderGst> = z.strictObject({
  id: Digits,
  name: z.string(),
  placedOn: z.iso.date(),
  asOf: InstantText,
  isCancelled: z.boolean(),
  buyerNumbers: z.array(BuyerNumberAnswer),
  buyerBusiness: z.string().nullable(),
  tax: TaxAnswer,
  alerts: z.array(z.strictObject({ id: Id, severity: z.enum(SEVERITIES), sentence: TextAnswer })),
  lines: z.number().int(),
  moreLines: z.boolean(),
  missing: z.array(z.string()),
  mayCheck: z.boolean(),
});

export const OrdersGstAnswer: z.ZodType<OrdersGst> = z.strictObject({
  asOf: InstantText,
  orders: z.array(
    z.strictObject({
      id: Digits,
      name: z.string().nullable(),
      result: z.enum(['right', 'wrong', 'not-judged', 'not-found']),
      differencePaise: Paise,
      sentence: TextAnswer,
    }),
  ),
  counts: z.strictObject({ right: z.number().int(), wrong: z.number().int(), notJudged: z.number().int() }),
  differencePaise: Paise,
});
