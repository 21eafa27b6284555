import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Guest } from '../buyers/guest.ts';
import { AppError } from '../errors.ts';
import { parseJson } from '../http/body.ts';
import { SHOP_NAME } from '../shopify/shop-name.ts';

const LONGEST_CHARS = 4_096;
/** As for the admin's tokens: two clocks are never quite one. */
const TOLERANCE_S = 10;
const TOKEN = /^([\w-]+)\.([\w-]+)\.([\w-]{43})$/;

/** The token is missing, ended, or not one of a buyer's page for us. Holds nothing of it. */
export class BuyerTokenError extends AppError {
  constructor() {
    super({
      type: 'buyer-token',
      title: 'This page has been open too long.',
      status: 401,
      detail: 'Load the page again.',
    });
  }
}

const Header = z.object({ alg: z.literal('HS256') });

/**
 * Checkout and customer-account pages: `dest` is the shop, with or without "https://", `sub` a customer or nobody. An
 * admin's token names a member of the staff by number and its issuer is the admin: neither is taken here.
 */
const Claims = z.object({
  aud: z.string(),
  dest: z
    .string()
    .transform((dest) => dest.replace(/^https:\/\//, ''))
    .refine((shop) => SHOP_NAME.test(shop)),
  exp: z.number(),
  nbf: z.number(),
  iss: z
    .string()
    .refine((issuer) => !/\/admin\/?$/.test(issuer))
    .optional(),
  sub: z
    .string()
    .regex(/^gid:\/\/shopify\/Customer\/\d{1,20}$/)
    .optional(),
});

export type VerifyBuyerToken = (authorization: string) => Guest;

/**
 * Reads "Bearer TOKEN". One algorithm and our own keys: the client secret, and for an hour after a rotation the one
 * before. The library's check knows one secret and the machine's clock alone.
 */
export function buyerTokens({
  clientId,
  secrets,
  now,
}: {
  clientId: string;
  secrets: readonly string[];
  now: () => Date;
}): VerifyBuyerToken {
  /** @throws {BuyerTokenError} */
  return (authorization) => {
    const [, token = ''] = /^Bearer ([\w.-]+)$/.exec(authorization) ?? [];
    const [, header = '', payload = '', signature = ''] = token.length > LONGEST_CHARS ? [] : (TOKEN.exec(token) ?? []);
    if (!isSigned(`${header}.${payload}`, signature, secrets)) throw new BuyerTokenError();
    const kind = Header.safeParse(json(header));
    const claims = Claims.safeParse(json(payload));
    if (!kind.success || !claims.success) throw new BuyerTokenError();
    const { aud, dest: shop, exp, nbf, sub: customer = null } = claims.data;
    const nowS = now().getTime() / 1_000;
    if (aud !== clientId || exp + TOLERANCE_S <= nowS || nbf - TOLERANCE_S > nowS) throw new BuyerTokenError();
    return { shop, customer };
  };
}

function isSigned(text: string, signature: string, secrets: readonly string[]): boolean {
  const given = Buffer.from(signature, 'base64url');
  return secrets.some((secret) => {
    const made = createHmac('sha256', secret).update(text).digest();
    return made.length === given.length && timingSafeEqual(made, given);
  });
}

function json(part: string): unknown {
  try {
    return parseJson(Buffer.from(part, 'base64url'));
  } catch {
    return null;
  }
}
