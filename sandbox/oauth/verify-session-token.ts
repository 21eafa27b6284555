import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds by which the two clocks may differ. */
const LEEWAY_S = 10;

/** What Shopify reads of the session token that it handed out itself. */
export interface SessionTokenClaims {
  readonly shop: string;
  readonly userId: string;
}

/** The claims of a genuine, fresh session token of this app and shop; null for any other. */
export function verifySessionToken(
  token: string,
  expected: { shop: string; clientId: string; clientSecret: string; nowMs: number },
): SessionTokenClaims | null {
  const [header, payload, signature, ...surplus] = token.split('.');
  if (!header || !payload || !signature || surplus.length > 0) return null;
  if (decode(header)?.['alg'] !== 'HS256') return null;
  const due = createHmac('sha256', expected.clientSecret).update(`${header}.${payload}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== due.length || !timingSafeEqual(given, due)) return null;

  const claims = decode(payload);
  const nowS = expected.nowMs / 1_000;
  if (claims?.['aud'] !== expected.clientId) return null;
  if (claims['dest'] !== `https://${expected.shop}` || claims['iss'] !== `https://${expected.shop}/admin`) return null;
  if (typeof claims['exp'] !== 'number' || claims['exp'] + LEEWAY_S < nowS) return null;
  if (typeof claims['nbf'] !== 'number' || claims['nbf'] - LEEWAY_S > nowS) return null;
  if (typeof claims['sub'] !== 'string' || claims['sub'] === '') return null;
  return { shop: expected.shop, userId: claims['sub'] };
}

function decode(part: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
