import { defineCollector } from '../collector.ts';

/** Which scripts were seen before this check, and what people decided on them, from our own store. */
export const scriptBook = defineCollector({
  kind: 'scriptBook',
  rung: 'platform',
  deadlineMs: 10_000,
  scopes: [],
  collect: ({ scriptBook: kept }) => kept(),
});
