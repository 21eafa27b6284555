import { defineCollector } from './collector.ts';

/** What the operator changed in the dated tables: kept with the evidence, so that it is judged again by the same law. */
export const law = defineCollector({
  kind: 'law',
  rung: 'platform',
  deadlineMs: 20_000,
  scopes: [],
  collect: ({ law: changes }) => changes(),
});
