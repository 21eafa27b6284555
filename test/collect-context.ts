import type { CollectContext } from '../server/collect/collector.ts';
import { fakeAdmin, type AdminAnswers } from './fake-admin.ts';
import { NO_CHANGES } from '../core/gst/law.ts';
import { AS_OF } from './a-gstin.ts';
import { aRegistryEntry, aTaxProfile } from './gst-factories.ts';
import { noOwnFacts } from './own-facts.ts';

/** What a collector is handed for a shop that answers so, with a look-up service connected. */
export function aCollectContext(answers: AdminAnswers) {
  return {
    shop: 'marigold.myshopify.com',
    admin: fakeAdmin(answers),
    previous: null,
    registrations: async () => [],
    registry: async () => ({ isConnected: true, entries: [aRegistryEntry()] }),
    taxProfile: async () => aTaxProfile(),
    law: async () => NO_CHANGES,
    ...noOwnFacts(),
    asOf: AS_OF,
    signal: new AbortController().signal,
  } satisfies CollectContext<never>;
}
