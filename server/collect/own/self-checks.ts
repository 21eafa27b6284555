import { defineCollector } from '../collector.ts';

/** What people's own browsers told, from our own store. */
export const selfChecks = defineCollector({
  kind: 'selfChecks',
  rung: 'self-check',
  deadlineMs: 10_000,
  scopes: [],
  collect: ({ selfChecks: kept }) => kept(),
});
