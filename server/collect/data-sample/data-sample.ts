import { defineCollector } from '../collector.ts';
import { NoEvidenceYet } from '../no-evidence-yet.ts';

/** A sample of notes and tags, where the merchant switched it on. */
export const dataSample = defineCollector({
  kind: 'dataSample',
  rung: 'platform',
  deadlineMs: 120_000,
  scopes: [],
  collect: () => Promise.reject(new NoEvidenceYet('switched-off')),
});
