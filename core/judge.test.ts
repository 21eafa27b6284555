import { describe, expect, it } from '@jest/globals';
import { AS_OF, aSnapshot } from '../test/factories.ts';
import { aVendorBook, aVendorEntry } from '../test/vendor-factories.ts';
import { CHECKS } from './checks/index.ts';
import { EVIDENCE_KINDS } from './evidence/kinds.ts';
import { judge } from './judge.ts';

/**
 * In a shop with one registration, no export, no shipping line, nothing that needs a letter, no host beside Shopify's,
 * nobody but its owner, no risk put aside, and one vendor, which leaves no trace and takes no payment.
 */
const NOTHING_TO_JUDGE: readonly string[] = [
  'gst/one-pan',
  'gst/shipping-tax',
  'gst/unregistered-tax',
  'gst/export-lut',
  'gst/buyer-gstins',
  'gst/lut-renewal',
  'security/near-payment-scripts',
  'security/exposed-files',
  'security/crawler-signature',
  'security/security-txt',
  'security/leavers',
  'security/staff-second-factor',
  'security/payment-providers',
  'security/custom-app-tokens',
  'security/collaborators',
  'security/accepted-risks',
];

/** A register that nobody filled in is no answer. */
const vendorBook = aVendorBook({ entries: [aVendorEntry({ keys: [], statedScopes: ['read_products'] })] });

describe('judge', () => {
  it('finds nothing in the clean shop, and looks at everything', () => {
    const { results, score } = judge(aSnapshot({ vendorBook }));
    const found = results.flatMap(({ checkId, findings }) => findings.map((one) => ({ checkId, ...one })));
    // What Shopify sets on its own hosts is shown, and no fault.
    expect(found.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(
      results.filter(({ outcome }) => outcome !== 'pass').map(({ checkId, outcome }) => [checkId, outcome]),
    ).toEqual(NOTHING_TO_JUDGE.map((checkId) => [checkId, 'notApplicable']));
    const applicable = CHECKS.length - NOTHING_TO_JUDGE.length;
    expect(score).toMatchObject({ score: 100, assessed: applicable, applicable });
  });

  it('judges an empty snapshot without a pass', () => {
    const { results, score } = judge({ shop: 'old.myshopify.com', takenAt: AS_OF, evidence: {} });
    expect(results.filter(({ outcome }) => outcome !== 'notAssessed')).toEqual([]);
    expect(score).toMatchObject({ score: null, assessed: 0, applicable: CHECKS.length });
  });

  it.each(EVIDENCE_KINDS)('without %s judges the rest', (kind) => {
    const snapshot = aSnapshot();
    const evidence = { ...snapshot.evidence, [kind]: undefined };
    const { results } = judge({ ...snapshot, evidence });
    const whole = judge(snapshot).results;
    for (const [index, { checkId, outcome }] of results.entries()) {
      const check = CHECKS[index];
      const possible = new Set<string>([whole[index]?.outcome ?? '']);
      // What it can do without may still leave it with too little to pass by.
      if (check?.uses?.includes(kind)) possible.add('notAssessed').add('notApplicable');
      if (check?.requires.includes(kind)) expect([checkId, outcome]).toEqual([checkId, 'notAssessed']);
      else expect([checkId, possible.has(outcome)]).toEqual([checkId, true]);
    }
  });

  it('survives a shape that another version wrote', () => {
    const snapshot = aSnapshot();
    for (const kind of EVIDENCE_KINDS) {
      const evidence = {
        ...snapshot.evidence,
        [kind]: { status: 'collected', value: {}, collectedAt: AS_OF, rung: 'platform' },
      };
      const { results } = judge({ ...snapshot, evidence: evidence });
      expect(results).toHaveLength(CHECKS.length);
    }
  });

  it('is the same for the same snapshot, and for its JSON', () => {
    const snapshot = aSnapshot();
    expect(judge(JSON.parse(JSON.stringify(snapshot)) as typeof snapshot)).toEqual(judge(snapshot));
  });
});
