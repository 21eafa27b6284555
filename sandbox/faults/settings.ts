/**
 * How bulk operations of a shop go wrong: refused because one runs; ended without a file, or with a part of it; a file
 * that is gone, or that breaks off; never done.
 */
export const BULK_FAULTS = ['busy', 'failed', 'partial', 'expired', 'truncated', 'endless'] as const;
export type BulkFault = (typeof BULK_FAULTS)[number];

export const CLOSED_SHOPS = ['frozen', 'locked'] as const;
export type ClosedShop = (typeof CLOSED_SHOPS)[number];

/** How one shop's Admin API and OAuth misbehave. All off: `NO_FAULTS`. */
export interface FaultSettings {
  /** Each answer waits so long. */
  readonly slowMs: number;
  /** 1 and more: so many next requests answer 503. Between 0 and 1: that share of requests does. */
  readonly fail5xx: number;
  /** Every Admin query answers THROTTLED. */
  readonly throttle: boolean;
  /** HTML where JSON belongs, or JSON that ends in the middle. */
  readonly badBody: 'html' | 'truncated' | null;
  /** Every access token is refused with 401, and refreshing as well; token exchange still works. */
  readonly revokedToken: boolean;
  /** The request is taken and never answered. */
  readonly hang: boolean;
  /** As after an uninstall whose webhook got lost: tokens and token exchange are refused. */
  readonly uninstalled: boolean;
  /** OAuth answers lack `expires_in` and `refresh_token_expires_in`. */
  readonly omitExpiresIn: boolean;
  /** Each webhook goes out so many times under one id. 1 is the ordinary case. */
  readonly webhookCopies: number;
  /** Webhooks are held back, then go out newest first. */
  readonly isWebhookOrderReversed: boolean;
  readonly bulk: BulkFault | null;
  /** The shop is closed to apps: frozen answers 402, its bill is not paid; locked answers 423. Null: it is open. */
  readonly closed: ClosedShop | null;
}

export const NO_FAULTS: FaultSettings = {
  slowMs: 0,
  fail5xx: 0,
  throttle: false,
  badBody: null,
  revokedToken: false,
  hang: false,
  uninstalled: false,
  omitExpiresIn: false,
  webhookCopies: 1,
  isWebhookOrderReversed: false,
  bulk: null,
  closed: null,
};
