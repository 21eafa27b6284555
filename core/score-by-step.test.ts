import { describe, expect, it } from '@jest/globals';
import { defineCheck, type Check } from './checks/check.ts';
import { CONTROLS } from './data/controls.ts';
import type { CheckResult, Outcome } from './judgement.ts';
import { scoreBySteps } from './score-by-step.ts';

const TEXT = { en: 'x', hi: 'x' };
const aCheck = (id: `security/${string}`, control: string, severity: Check['severity'] = 'high'): Check =>
  defineCheck({
    id,
    control,
    severity,
    area: 'security',
    title: TEXT,
    rule: { name: TEXT, effectiveFrom: '2026-01-01', source: 'x', status: 'verified' },
    why: TEXT,
    cost: TEXT,
    remedy: [TEXT],
    proof: TEXT,
    requires: ['shop'],
    messages: { x: TEXT },
    evaluate: () => [],
  });
const aResult = (checkId: string, outcome: Outcome): CheckResult => ({
  checkId,
  outcome,
  findings: [],
  rung: outcome === 'notAssessed' ? null : 'attested',
  notAssessed: [],
});

/** Two checks of ENC-02 with these outcomes. */
function pair(one: Outcome, other: Outcome) {
  const checks = [aCheck('security/one', 'ENC-02'), aCheck('security/other', 'ENC-02')];
  return scoreBySteps(checks, [aResult('security/one', one), aResult('security/other', other)]);
}
const controlOf = ({ controls }: ReturnType<typeof scoreBySteps>, id: string) =>
  controls.find(({ controlId }) => controlId === id);

describe('controls', () => {
  it.each<[Outcome, Outcome, Outcome]>([
    ['pass', 'pass', 'pass'],
    ['pass', 'fail', 'fail'],
    ['notAssessed', 'fail', 'fail'],
    ['pass', 'notAssessed', 'notAssessed'], // what was not seen is never a pass
    ['notApplicable', 'pass', 'pass'],
    ['notApplicable', 'notAssessed', 'notAssessed'],
    ['notApplicable', 'notApplicable', 'notApplicable'],
  ])('%s and %s: %s', (one, other, outcome) => {
    expect(controlOf(pair(one, other), 'ENC-02')).toMatchObject({ outcome });
  });

  it('says so when nothing looks at one', () => {
    expect(controlOf(pair('pass', 'pass'), 'BRP-01')).toEqual({
      controlId: 'BRP-01',
      outcome: 'none',
      rung: null,
      checkIds: [],
    });
  });

  it('shows the weakest rung', () => {
    const checks = [aCheck('security/one', 'ENC-02'), aCheck('security/other', 'ENC-02')];
    const results = [
      { ...aResult('security/one', 'pass'), rung: 'platform' as const },
      { ...aResult('security/other', 'pass'), rung: 'stated' as const },
    ];
    expect(controlOf(scoreBySteps(checks, results), 'ENC-02')?.rung).toBe('stated');
  });
});

describe('steps', () => {
  const core = CONTROLS.filter(({ tier }) => tier === 'core').length;

  it('of a shop of which nothing is known has no score and counts every core control', () => {
    expect(scoreBySteps([], [])).toMatchObject({ score: null, assessed: 0, applicable: core });
  });

  it('one pass is a score of 100 with little behind it', () => {
    const { score, assessed, steps } = pair('pass', 'pass');
    expect([score, assessed]).toEqual([100, 1]);
    expect(steps[2]).toMatchObject({ step: 3, score: 100, assessed: 1, failing: 0 });
    expect(steps[2]?.applicable).toBeGreaterThan(5);
    expect(steps[0]).toMatchObject({ score: null, assessed: 0 });
  });

  it('weighs checks, as the score of the whole shop does', () => {
    const checks = [aCheck('security/grave', 'ENC-02', 'critical'), aCheck('security/small', 'ENC-05', 'low')];
    const results = [aResult('security/grave', 'pass'), aResult('security/small', 'fail')];
    expect(scoreBySteps(checks, results).steps[2]).toMatchObject({ score: 90, failing: 1 });
  });

  it('leaves out what does not apply', () => {
    expect(pair('notApplicable', 'notApplicable').steps[2]?.applicable).toBe(
      (pair('pass', 'pass').steps[2]?.applicable ?? 0) - 1,
    );
  });
});
