import { defineCollector } from '../collector.ts';

/** What the Admin API tells of other apps. */
export const vendorTraces = defineCollector({
  kind: 'vendorTraces',
  rung: 'platform',
  deadlineMs: 60_000,
  scopes: [],
  collect: async () => ({ sources: [], traces: [] }),
});
