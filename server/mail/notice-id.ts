import { createHmac } from 'node:crypto';
import type { KeyRing } from '../store/key-ring.ts';

/**
 * The Message-ID of a delivery, without its brackets: the same each time it is made from one ring, and nobody can tell
 * shop or scan from it.
 *
 * @param host that comes after the "@": the sender's
 */
export function noticeId(
  ring: Pick<KeyRing, 'activeId' | 'derive'>,
  { shop, identity }: { readonly shop: string; readonly identity: string },
  host: string,
): string {
  const word = createHmac('sha256', ring.derive(ring.activeId, 'mail-ids'))
    .update(JSON.stringify([shop, identity]))
    .digest('hex');
  return `${word.slice(0, 40)}@${host}`;
}
