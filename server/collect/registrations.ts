import { defineCollector } from './collector.ts';

/** The GSTINs that the merchant says are theirs, from our own store: Shopify has no field for them. */
export const registrations = defineCollector({
  kind: 'registrations',
  rung: 'stated',
  deadlineMs: 10_000,
  scopes: [],
  collect: ({ registrations: stated }) => stated(),
});
