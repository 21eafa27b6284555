import { defineCollector } from '../collector.ts';
import { NoEvidenceYet } from '../no-evidence-yet.ts';

/** People with access and their accounts, from our own store. Each statement in it carries its own source. */
export const people = defineCollector({
  kind: 'people',
  rung: 'attested',
  deadlineMs: 10_000,
  scopes: [],
  async collect({ people: known }) {
    const book = await known();
    if (!book) throw new NoEvidenceYet('not-stated');
    return book;
  },
});
