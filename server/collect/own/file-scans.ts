import { defineCollector } from '../collector.ts';

/** Counts of the files that people scanned in their own browsers. */
export const fileScans = defineCollector({
  kind: 'fileScans',
  rung: 'self-check',
  deadlineMs: 10_000,
  scopes: [],
  collect: ({ fileScans: kept }) => kept(),
});
