import { z } from 'zod';
import type { FlowCall } from '../flow/flow-run-store.ts';
import { FLOW_ACTIONS, type FlowAction } from '../models/flow-run.ts';
import { SHOP_NAME } from '../shopify/shop-name.ts';

/** What Shopify sends is below this by far: a few ids. */
export const LONGEST_CALL_BYTES = 64 * 1024;

/** "gid://shopify/Order/123", "123" or 123: Shopify's page shows a text of digits, workflows of today send the gid. */
const OrderId = z
  .union([z.string().max(100), z.int().positive()])
  .transform((id) => /^(?:gid:\/\/shopify\/Order\/)?(\d{1,20})$/.exec(String(id))?.[1] ?? '')
  .refine((digits) => digits !== '', 'bad_order');

const common = {
  shopify_domain: z.string().max(100).toLowerCase().regex(SHOP_NAME),
  action_run_id: z.string().regex(/^[\w-]{8,100}$/),
};

/** Fields that we do not know may come at any time, and are not looked at. Source: shopify.dev, "Create Flow action endpoints". */
export const FLOW_CALLS = {
  'check-order-gst': z
    .object({ ...common, handle: z.literal('check-order-gst'), properties: z.object({ order_id: OrderId }) })
    .transform((call): FlowCall => callOf(call, call.properties.order_id)),
  'start-recheck': z
    .object({ ...common, handle: z.literal('start-recheck') })
    .transform((call): FlowCall => callOf(call, null)),
} as const satisfies Record<FlowAction, z.ZodType<FlowCall>>;

export const isFlowAction = (handle: unknown): handle is FlowAction => FLOW_ACTIONS.some((one) => one === handle);

const callOf = (
  call: { shopify_domain: string; action_run_id: string; handle: FlowAction },
  orderId: string | null,
): FlowCall => ({ shop: call.shopify_domain, runId: call.action_run_id, action: call.handle, orderId });
