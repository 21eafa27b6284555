import { receiveRun } from '../flow/flow-state.ts';
import type { ShopState } from '../shops/shop-state.ts';

interface TriggerInput {
  readonly handle?: string | null;
  readonly payload?: unknown;
}

/** Starts workflows, as far as anybody outside Shopify sees: it keeps with what they were started. */
export function flowRoot(shop: ShopState, changed: () => void, nowMs: () => number) {
  return {
    flowTriggerReceive({ handle, payload }: TriggerInput) {
      const at = new Date(nowMs()).toISOString();
      const isObject = typeof payload === 'object' && payload !== null && !Array.isArray(payload);
      const message = isObject
        ? receiveRun(shop, { at, handle: handle ?? '', payload: payload as Record<string, unknown> })
        : 'Payload must be an object';
      changed();
      return { userErrors: message === null ? [] : [{ __typename: 'UserError', field: ['payload'], message }] };
    },
  };
}
