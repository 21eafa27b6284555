import { defineCollector } from '../collector.ts';

/** What people of the shop stated, from our own store; what ended is there too. */
export const attestations = defineCollector({
  kind: 'attestations',
  rung: 'attested',
  deadlineMs: 10_000,
  scopes: [],
  collect: ({ attestations: kept }) => kept(),
});
