import { AppError } from '../errors.ts';

/** The shop's query cost is spent. */
export class ThrottledError extends AppError {
  readonly retryAfterMs: number;
  constructor(retryAfterMs: number) {
    super({ type: 'shopify-throttled', title: 'Shopify asks us to slow down for this shop.', status: 503 });
    this.retryAfterMs = retryAfterMs;
  }
}

/** Shopify no longer takes the shop's token. */
export class TokenRefusedError extends AppError {
  constructor(cause?: unknown) {
    super({
      type: 'token-refused',
      title: 'Shopify no longer lets us in to this shop.',
      status: 401,
      detail: 'Open Prahari in the Shopify admin once; access is renewed by itself.',
      cause,
    });
  }
}

/** Shopify did not answer, or only with 5xx, after all retries. */
export class AdminUnreachableError extends AppError {
  constructor(cause?: unknown) {
    super({ type: 'shopify-unreachable', title: 'Shopify does not answer.', status: 502, cause });
  }
}

/**
 * Shopify closed the shop to apps: 402, its bill is not paid; 423, it is locked. Nothing of it can be read until that
 * changes, which may take weeks. Source: shopify.dev, "Shopify API response status and error codes".
 */
export class ShopFrozenError extends AdminUnreachableError {
  constructor(status: 402 | 423) {
    super(new Error(`HTTP ${status}: the shop is frozen or locked`));
  }
}

/** What came from outside is not what its documentation says: the provider's doing, not the merchant's. */
export class EvidenceShapeError extends AppError {
  constructor(source: string, cause?: unknown) {
    super({
      type: 'unexpected-shape',
      title: `${source} answered in a shape that we do not know.`,
      status: 502,
      cause,
    });
  }
}
