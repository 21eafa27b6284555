import { defineCollector } from '../collector.ts';
import { NoEvidenceYet } from '../no-evidence-yet.ts';

/** The published theme as a person accepted it. */
export const themeBaseline = defineCollector({
  kind: 'themeBaseline',
  rung: 'attested',
  deadlineMs: 10_000,
  scopes: [],
  async collect({ themeBaseline: accepted }) {
    const baseline = await accepted();
    if (!baseline) throw new NoEvidenceYet('not-stated');
    return baseline;
  },
});
