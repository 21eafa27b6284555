import type { OwnMetafields } from '../metafields/own-metafields.ts';

/** Read by extensions/storefront/blocks/script-beacon.liquid as `app.metafields.prahari.beacon.value`. */
const KEY = 'beacon';

/** What the script on the pages needs to know. */
export interface BeaconAddress {
  readonly url: string;
  readonly token: string;
}

export type BeaconPublisher = ReturnType<typeof beaconPublisher>;

/** Writes and clears the value by which our block knows that it may report, and where to. Both may be repeated. */
export function beaconPublisher({ metafields }: { metafields: Pick<OwnMetafields, 'publish' | 'clear'> }) {
  return {
    publish: (shop: string, address: BeaconAddress): Promise<void> => metafields.publish(shop, KEY, address),
    clear: (shop: string): Promise<void> => metafields.clear(shop, KEY),
  };
}
