import { createHmac, timingSafeEqual } from 'node:crypto';

/** 32 bytes in base64, nothing else. */
const SIGNATURE = /^[A-Za-z0-9+/]{43}=$/;

/**
 * Whether Shopify signed these bytes: HMAC-SHA256 of the raw body in base64, compared in constant time. For an hour after
 * a rotation of the client secret the old one may still sign.
 */
export function isSigned(rawBody: Uint8Array, signature: string, secrets: readonly string[]): boolean {
  if (!SIGNATURE.test(signature)) return false;
  const given = Buffer.from(signature, 'base64');
  return secrets.some((secret) => timingSafeEqual(createHmac('sha256', secret).update(rawBody).digest(), given));
}
