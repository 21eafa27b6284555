import { defineCollector } from './collector.ts';
import { NoEvidenceYet } from './no-evidence-yet.ts';

/** What the GST registry says of the merchant's registrations, as the look-up service told it: read from our own store. */
export const registry = defineCollector({
  kind: 'registry',
  rung: 'platform',
  deadlineMs: 10_000,
  scopes: [],
  async collect({ registry: told }) {
    const { isConnected, entries } = await told();
    if (!isConnected) throw new NoEvidenceYet('not-connected');
    if (entries.length > 0 && entries.every(({ asked }) => asked === null)) throw new NoEvidenceYet('not-asked');
    return entries;
  },
});
