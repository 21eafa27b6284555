import type { Shopify } from '@shopify/shopify-api';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { SHOP_NAME } from './shop-name.ts';

const LONGEST_CHARS = 4_096;

/** App Bridge fetches a new session token and sends the request once more when it sees this header. */
const RETRY_HEADER = 'X-Shopify-Retry-Invalid-Session-Request';

/** The session token is missing, stale or not meant for us. Holds nothing of it. */
export class SessionTokenError extends AppError {
  constructor() {
    super({
      type: 'session-token',
      title: 'Your session has ended.',
      status: 401,
      detail: 'Reload the page in the Shopify admin.',
      headers: { [RETRY_HEADER]: '1' },
    });
  }
}

export interface SessionClaims {
  readonly shop: string;
  readonly userId: string;
}

const Header = z.object({ alg: z.literal('HS256') });

/** The admin's own kind: checkout and customer-account tokens have another issuer, destination and subject. */
const Claims = z
  .object({
    iss: z.string().regex(/^https:\/\/[^/]+\/admin$/),
    dest: z.string().startsWith('https://'),
    sub: z.string().regex(/^\d{1,20}$/),
    exp: z.number(),
    nbf: z.number(),
  })
  .transform(({ iss, dest, sub }) => ({ issuer: new URL(iss).host, shop: dest.slice('https://'.length), userId: sub }))
  .refine(({ issuer, shop }) => issuer === shop && SHOP_NAME.test(shop));

/** @throws {SessionTokenError} */
export type VerifySessionToken = (token: string) => Promise<SessionClaims>;

/**
 * One algorithm, one key, our audience: the library checks signature, audience and times (10 s of tolerance), we check
 * that it is the admin's kind of token and that issuer and destination are one shop.
 */
export function sessionTokenVerifier(shopify: Shopify): VerifySessionToken {
  return async (token) => {
    // The library's error texts hold the whole token: none of them leaves here, not even as a cause.
    try {
      if (token.length > LONGEST_CHARS) throw new SessionTokenError();
      const [header = ''] = token.split('.');
      Header.parse(JSON.parse(Buffer.from(header, 'base64url').toString()));
      const { shop, userId } = Claims.parse(await shopify.session.decodeSessionToken(token));
      return { shop, userId };
    } catch {
      throw new SessionTokenError();
    }
  };
}
