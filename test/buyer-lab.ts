import { buyerRegistry, type BuyerRegistry } from '../server/buyers/buyer-registry.ts';
import { lookUpStore } from '../server/verify/look-up-store.ts';
import { pace } from '../server/verify/pace.ts';
import { serviceLines } from '../server/verify/service-line.ts';
import type { TestProduct } from './product.ts';

/** The registry of buyers' numbers over a test's store and services, without a page in front. */
export interface BuyerLab {
  readonly buyers: BuyerRegistry;
  /** Connects the service that all tests use. */
  connect(shop: string, credentials: Readonly<Record<string, string>>): Promise<void>;
}

export function buyerLab({ store, cipher, clock, services }: TestProduct): BuyerLab {
  const { connection } = store;
  const lookUps = lookUpStore({ connection, cipher, clock });
  const lines = serviceLines({
    ...{ store: lookUps, guardedFetch: services.fetch, clock },
    pace: pace({ clock, random: () => 1 }),
    sharedWaitMs: async () => 0,
    pause: async (ms) => clock.pass(ms),
  });
  return {
    buyers: buyerRegistry({ connection, cipher, lookUpStore: lookUps, lines, clock }),
    connect: (shop, credentials) =>
      lookUps.connect(shop, { service: 'sandbox-co-in', isTestMode: false, credentials }, '1'),
  };
}
