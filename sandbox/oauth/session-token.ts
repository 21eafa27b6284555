import { createHmac, randomUUID } from 'node:crypto';

/** Claims to replace, so that a test can make a token that must be refused. `secret` and `alg` change the signature. */
export interface SessionTokenOverrides {
  readonly iss?: string;
  readonly dest?: string;
  readonly aud?: string;
  readonly sub?: string;
  readonly exp?: number;
  readonly nbf?: number;
  readonly iat?: number;
  readonly sid?: string;
  readonly secret?: string;
  readonly alg?: 'HS256' | 'HS512' | 'none';
}

/** The session token that App Bridge hands to an embedded page. */
export function mintSessionToken(claims: {
  shop: string;
  userId: string;
  clientId: string;
  clientSecret: string;
  nowMs: number;
  overrides?: SessionTokenOverrides;
}): string {
  const { secret = claims.clientSecret, alg = 'HS256', ...replaced } = claims.overrides ?? {};
  const nowS = Math.floor(claims.nowMs / 1_000);
  const payload = {
    iss: `https://${claims.shop}/admin`,
    dest: `https://${claims.shop}`,
    aud: claims.clientId,
    sub: claims.userId,
    exp: nowS + 60,
    nbf: nowS,
    iat: nowS,
    jti: randomUUID(),
    sid: sessionIdOf(claims.shop, claims.userId),
    ...replaced,
  };
  const signed = `${encode({ alg, typ: 'JWT' })}.${encode(payload)}`;
  return `${signed}.${signature(signed, alg, secret)}`;
}

/**
 * The session token of an extension in a checkout or an account: `customer` is the gid of who is signed in. No issuer, and
 * a shop without "https://".
 */
export function mintBuyerToken(claims: {
  shop: string;
  customer: string | null;
  clientId: string;
  clientSecret: string;
  nowMs: number;
}): string {
  const nowS = Math.floor(claims.nowMs / 1_000);
  const payload = {
    dest: claims.shop,
    aud: claims.clientId,
    exp: nowS + 300,
    nbf: nowS,
    iat: nowS,
    jti: randomUUID(),
    ...(claims.customer !== null && { sub: claims.customer }),
  };
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(payload)}`;
  return `${signed}.${signature(signed, 'HS256', claims.clientSecret)}`;
}

/** One admin session a person and shop: steady, so that two tokens of one visit carry the same `sid`. */
function sessionIdOf(shop: string, userId: string): string {
  return createHmac('sha256', shop).update(userId).digest('hex');
}

function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function signature(signed: string, alg: 'HS256' | 'HS512' | 'none', secret: string): string {
  if (alg === 'none') return '';
  return createHmac(alg === 'HS256' ? 'sha256' : 'sha512', secret)
    .update(signed)
    .digest('base64url');
}
