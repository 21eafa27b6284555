import { defineCollector } from './collector.ts';

/** What the merchant states of the business, from our own store; what was not stated is null. */
export const taxProfile = defineCollector({
  kind: 'taxProfile',
  rung: 'stated',
  deadlineMs: 10_000,
  scopes: [],
  collect: ({ taxProfile: stated }) => stated(),
});
