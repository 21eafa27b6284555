import { createHmac, timingSafeEqual } from 'node:crypto';
import { KeyMissingError } from '../store/key-errors.ts';
import type { KeyRing } from '../store/key-ring.ts';

const SHOP_SUFFIX = '.myshopify.com';
/** Key's id, shop's handle, round, HMAC-SHA256. Everybody who opens the shop's page can read it. */
const TOKEN = /^([A-Za-z0-9_-]{1,32})\.([a-z0-9][a-z0-9-]{0,99})\.([A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]{43})$/;

/** For whom a report speaks. `round` changes whenever the beacon is switched on: tokens of earlier rounds count no more. */
export interface BeaconBearer {
  readonly shop: string;
  readonly round: string;
}

export type BeaconTokens = ReturnType<typeof beaconTokens>;

/**
 * Signs the name of a shop for the script on its pages. The token stands in public: it proves that we made it, so that a
 * report cannot be sent in the name of a shop that never switched this on, and nothing more.
 */
export function beaconTokens(ring: Pick<KeyRing, 'activeId' | 'derive'>) {
  const macOf = (keyId: string, { shop, round }: BeaconBearer): Buffer =>
    createHmac('sha256', ring.derive(keyId, 'beacon'))
      .update(JSON.stringify([shop, round]))
      .digest();

  return {
    sign(bearer: BeaconBearer): string {
      const { activeId } = ring;
      const handle = bearer.shop.slice(0, -SHOP_SUFFIX.length);
      return [activeId, handle, bearer.round, macOf(activeId, bearer).toString('base64url')].join('.');
    },

    /** Null: not ours, altered, or signed with a key that is no longer in the ring. No store is asked. */
    read(token: string): BeaconBearer | null {
      const [, keyId = '', handle = '', round = '', mac = ''] = TOKEN.exec(token) ?? [];
      if (keyId === '') return null;
      const bearer = { shop: `${handle}${SHOP_SUFFIX}`, round };
      try {
        return timingSafeEqual(macOf(keyId, bearer), Buffer.from(mac, 'base64url')) ? bearer : null;
      } catch (error) {
        if (error instanceof KeyMissingError) return null;
        throw error;
      }
    },
  };
}
