import { z } from 'zod';

/** The page after the order calls it OrderIdentity, everybody else Order; both have one number. */
const orderId = z
  .string()
  .regex(/^gid:\/\/shopify\/(Order|OrderIdentity)\/\d{1,20}$/)
  .transform((gid) => gid.replace('OrderIdentity', 'Order'));
const confirmation = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,60}$/)
  .nullable();
const locationId = z.string().regex(/^gid:\/\/shopify\/CompanyLocation\/\d{1,20}$/);
/** As it was typed: the judge says what is wrong with it. */
const gstin = z.string().max(200);

export const OrderQuery = z
  .strictObject({ order: orderId, confirmation: confirmation.optional() })
  .transform(({ order, confirmation: told = null }) => ({ orderId: order, confirmation: told }));
export const OrderGstin = z.strictObject({ orderId, confirmation, gstin });
export const CompanyQuery = z.strictObject({ location: locationId });
export const CompanyGstinBody = z.strictObject({ locationId, gstin });
