import { defineCollector } from '../collector.ts';
import { NoEvidenceYet } from '../no-evidence-yet.ts';

/** What the DNS says of the domains of the shop. */
export const dns = defineCollector({
  kind: 'dns',
  rung: 'platform',
  deadlineMs: 120_000,
  scopes: [],
  collect: () => Promise.reject(new NoEvidenceYet('not-collected')),
});
