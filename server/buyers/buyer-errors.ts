import { AppError } from '../errors.ts';

/** The merchant has not allowed us to write it down. The buyer can do nothing about that; the merchant finds it in the app. */
export class NotOpenError extends AppError {
  constructor(cause?: unknown) {
    super({
      type: 'not-open',
      title: 'This shop does not take GSTINs here.',
      status: 409,
      detail: 'Send your GSTIN to the shop, with the number of your order.',
      cause,
    });
  }
}

/** Shopify does not answer us now, whatever the reason: no buyer is told which. */
export class NotNowError extends AppError {
  constructor(cause: unknown) {
    super({
      type: 'not-now',
      title: 'This cannot be done at the moment.',
      status: 503,
      detail: 'Try again in a few minutes. Your order stands as it is.',
      headers: { 'Retry-After': '60' },
      cause,
    });
  }
}

/** One of the location's people, who orders for it and does not look after it. */
export class OrdersOnlyError extends AppError {
  constructor() {
    super({
      type: 'forbidden',
      title: 'Only those who look after this location may change it.',
      status: 403,
      detail: 'Ask the administrator of your company.',
    });
  }
}
