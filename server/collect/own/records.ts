import { defineCollector } from '../collector.ts';

/** What we keep of our own work: scans, open alerts, accepted risks. */
export const records = defineCollector({
  kind: 'records',
  rung: 'platform',
  deadlineMs: 10_000,
  scopes: [],
  collect: ({ records: kept }) => kept(),
});
