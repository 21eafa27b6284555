import { defineCollector } from '../collector.ts';
import { NoEvidenceYet } from '../no-evidence-yet.ts';

/** Every host of the shop, visited as a stranger. */
export const storefront = defineCollector({
  kind: 'storefront',
  rung: 'platform',
  deadlineMs: 120_000,
  scopes: [],
  collect: () => Promise.reject(new NoEvidenceYet('not-collected')),
});
