import type { RegistrationStatus } from '../evidence/registry.ts';
import type { GstinReason } from '../gst/gstin.ts';
import type { Text } from '../text.ts';
import type { Instant } from '../time.ts';

/**
 * POST /apps/prahari/gstin on the shop's own domain (POST /proxy/gstin here), form field `gstin`: what is known of a
 * number already. Never asks a service. Names of firms are not in it: whoever types numbers learns none.
 */
export interface ProxyAnswer {
  readonly couldExist: boolean;
  readonly reason: 'ok' | GstinReason;
  readonly stateCode: string | null;
  /** Null: not known here. */
  readonly registry: { readonly status: RegistrationStatus | 'not-found'; readonly asOf: Instant } | null;
}

/**
 * POST /buyer/orders/gstin, after the order: {orderId, confirmation, gstin}. Signed in by the extension's own session
 * token; `confirmation` is the order's random number, or null where the token names the customer who ordered.
 */
export interface BuyerOrderGstin {
  readonly orderId: string;
  readonly confirmation: string | null;
  readonly gstin: string;
}

/** GET /buyer/orders/gstin?order=…&confirmation=…: whether there is anything left to ask. The buyer's own number, masked. */
export interface BuyerOrderState {
  readonly gstin: string | null;
  /** Whether it may be given, or given anew, now: in the first seven days, while no invoice number stands on the order. */
  readonly mayGive: boolean;
}

/** GET /buyer/company?location=…; PUT {locationId, gstin}: of a company's location, for its own people. */
export interface BuyerCompany {
  readonly locationName: string;
  readonly gstin: string | null;
  readonly verdict: Text | null;
  readonly mayChange: boolean;
}
