import { beaconIntake } from '../beacon/beacon-intake.ts';
import { beaconTokens } from '../beacon/beacon-token.ts';
import { buyerRegistry } from '../buyers/buyer-registry.ts';
import { sellerDisclosure } from '../disclosure/seller-disclosure.ts';
import type { FlowTeller } from '../flow/flow-teller.ts';
import { OUR_LAW } from '../law/law-folder.ts';
import { ownMetafields } from '../metafields/own-metafields.ts';
import { orderGstSide } from '../order-gst/order-gst-side.ts';
import { peopleSide } from '../people/people-side.ts';
import type { Budgets } from '../rhythm/budgets.ts';
import { scriptSide } from '../scripts/script-side.ts';
import { shopAddresses } from '../vendor-links/shop-address.ts';
import { foundCache } from '../vendors/found-cache.ts';
import { liveRegister } from '../vendors/live-register.ts';
import { vendorSide } from '../vendors/vendor-side.ts';
import { lookUps } from '../verify/look-ups.ts';
import { pace } from '../verify/pace.ts';
import { serviceLines } from '../verify/service-line.ts';
import type { ProductOptions } from './product-options.ts';
import type { ProductStores } from './stores.ts';

interface EvidenceDeps {
  readonly options: ProductOptions;
  readonly stores: ProductStores;
  readonly budgets: Budgets;
  /** Who tells Shopify Flow; asked for late, since it is made later. */
  readonly teller: () => FlowTeller;
}

export type EvidenceSides = ReturnType<typeof evidenceSides>;

/** What is known of registrations, buyers, orders, people, vendors and scripts, and the ways in which it is learned. */
export function evidenceSides({ options, stores, budgets, teller }: EvidenceDeps) {
  const { connection, cipher, ring, clock, log, guardedFetch, adminFor, restUsers, law = OUR_LAW } = options;
  const { lookUpStore, registry, registrations, taxProfiles, snapshots, summaries, hosts, questionnaires } = stores;

  const lines = serviceLines({
    store: lookUpStore,
    guardedFetch,
    pace: pace({ clock }),
    clock,
    sharedWaitMs: (...of) => budgets.callWaitMs(...of),
  });
  const buyers = buyerRegistry({ connection, cipher, lookUpStore, lines, clock });
  const metafields = ownMetafields({ adminFor });

  const beaconTokensOfShops = beaconTokens(ring);
  const intake = beaconIntake({
    store: stores.beaconStore,
    tokens: beaconTokensOfShops,
    clock,
    ownHosts: async (shop) => (await hosts.hosts(shop)).map(({ host }) => host),
  });

  const people = peopleSide({ connection, cipher, clock, log, guardedFetch, ...(restUsers && { restUsers }) });
  people.onRemoval(async (shop, personId) => {
    await stores.links.withdraw(shop, personId);
    await stores.selfChecks.forget(shop, personId);
    await stores.alerts.handOn(shop, personId, null);
  });

  const vendors = vendorSide({
    connection,
    cipher,
    files: stores.evidenceFiles,
    questionnaires,
    clock,
    tellers: (shop) => teller().vendors(shop),
  });

  return {
    law,
    lookUps: lookUps({
      store: lookUpStore,
      registry,
      lines,
      clock,
      log,
      onStatus: (...of) => teller().statusChanged(...of),
    }),
    buyers,
    metafields,
    disclosure: sellerDisclosure({ metafields, adminFor, registry, clock }),
    orderGst: orderGstSide({ adminFor, buyers, clock, snapshots, registrations, taxProfiles, registry, law }),
    beacon: { store: stores.beaconStore, tokens: beaconTokensOfShops, intake },
    people,
    vendors,
    register: liveRegister({ side: vendors, newestFound: foundCache({ connection, summaries, clock }), clock }),
    scripts: scriptSide({ connection, cipher, beacon: stores.beaconStore, clock, log }),
    shopAddress: shopAddresses({ summaries }),
  };
}
