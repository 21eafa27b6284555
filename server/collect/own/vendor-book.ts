import { defineCollector } from '../collector.ts';

/** The register of vendors as people of the shop keep it, from our own store. */
export const vendorBook = defineCollector({
  kind: 'vendorBook',
  rung: 'stated',
  deadlineMs: 10_000,
  scopes: [],
  collect: ({ vendorBook: kept }) => kept(),
});
