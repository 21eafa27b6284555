import type { LookUpService } from '../evidence/registry.ts';

/** Each look-up service: its own name, and what it calls the parts of a key, the one that is shown by its ending first. */
export const LOOK_UP_SERVICE_FACTS: Readonly<
  Record<LookUpService, { readonly name: string; readonly credentials: readonly string[] }>
> = {
  'sandbox-co-in': { name: 'Sandbox (sandbox.co.in)', credentials: ['x-api-key', 'x-api-secret'] },
  cashfree: { name: 'Cashfree', credentials: ['x-client-id', 'x-client-secret'] },
  setu: { name: 'Setu', credentials: ['x-client-id', 'x-client-secret', 'x-product-instance-id'] },
  cleartax: { name: 'ClearTax', credentials: ['x-cleartax-auth-token'] },
};
