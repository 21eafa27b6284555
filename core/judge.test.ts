import { describe, expect, it } from '@jest/globals';
import { AS_OF, aSnapshot } from '../test/factories.ts';
import { CHECKS } from './checks/index.ts';
import { EVIDENCE_KINDS } from './evidence/kinds.ts';
import { judge } from './judge.ts';

describe('judge', () => {
  it('finds nothing in the clean shop, and looks at everything', () => {
    const { results, score } = judge(aSnapshot());
    expect(results.flatMap(({ checkId, findings }) => findings.map(({ subject }) => `${checkId}:${subject}`))).toEqual(
      [],
    );
    expect(results.filter(({ outcome }) => outcome !== 'pass')).toEqual([]);
    expect(score).toMatchObject({ score: 100, assessed: CHECKS.length, applicable: CHECKS.length });
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
    for (const [index, { outcome }] of results.entries()) {
      expect(outcome).toBe(CHECKS[index]?.requires.includes(kind) ? 'notAssessed' : 'pass');
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
