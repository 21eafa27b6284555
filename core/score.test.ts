import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHECKS } from './checks/index.ts';
import type { Check } from './checks/check.ts';
import { OUTCOMES } from './judgement.ts';
import type { CheckResult, Outcome } from './judgement.ts';
import { scoreOf } from './score.ts';

const [pattern] = CHECKS as readonly [Check];
const aCheck = (name: string, over: Partial<Check> = {}): Check => ({ ...pattern, id: `security/${name}`, ...over });
const aResult = (checkId: string, outcome: Outcome): CheckResult => ({
  checkId,
  outcome,
  findings: [],
  rung: null,
  notAssessed: [],
});

const checks = [
  aCheck('critical', { severity: 'critical' }),
  aCheck('high', { severity: 'high' }),
  aCheck('medium', { severity: 'medium' }),
  aCheck('low', { severity: 'low' }),
];
const outcomesOf = (...outcomes: Outcome[]) =>
  outcomes.map((outcome, index) => aResult(checks[index]?.id ?? '', outcome));

describe('score and coverage', () => {
  it.each([
    [['pass', 'pass', 'pass', 'pass'], 100, 4, 4],
    [['fail', 'pass', 'pass', 'pass'], 47, 4, 4], // 9 of 19, rounded down
    [['pass', 'pass', 'pass', 'fail'], 94, 4, 4],
    [['fail', 'fail', 'fail', 'fail'], 0, 4, 4],
    [['pass', 'notAssessed', 'notAssessed', 'notAssessed'], 100, 1, 4],
    [['pass', 'notApplicable', 'notApplicable', 'notApplicable'], 100, 1, 1],
    [['notAssessed', 'notAssessed', 'notAssessed', 'notAssessed'], null, 0, 4],
    [['notApplicable', 'notApplicable', 'notApplicable', 'notApplicable'], null, 0, 0],
  ] as const)('%j: %s', (outcomes, score, assessed, applicable) => {
    expect(scoreOf(checks, outcomesOf(...outcomes))).toMatchObject({ score, assessed, applicable });
  });

  it.each([
    ['the platform sets', aCheck('odd', { isPlatformSet: true })],
    ['rests on a rule that is not verified', aCheck('odd', { rule: { ...pattern.rule, status: 'unverified' } })],
  ])('gives no points to what %s, and counts it in coverage', (_, odd) => {
    const results = [aResult(checks[3]?.id ?? '', 'pass'), aResult(odd.id, 'fail')];
    expect(scoreOf([...checks, odd], results)).toMatchObject({
      score: 100,
      assessed: 2,
      applicable: 2,
      parts: [{ points: 1 }, { checkId: odd.id, weight: 0, points: null }],
    });
  });

  it('leaves out results of a check that is gone', () => {
    expect(scoreOf(checks, [aResult('security/gone', 'fail')])).toEqual({
      score: null,
      assessed: 0,
      applicable: 0,
      parts: [],
    });
  });

  it('is the sum of its parts', () => {
    const outcome = fc.constantFrom(...OUTCOMES);
    fc.assert(
      fc.property(fc.array(outcome, { minLength: CHECKS.length, maxLength: CHECKS.length }), (outcomes) => {
        const results = CHECKS.map(({ id }, index) => aResult(id, outcomes[index] ?? 'pass'));
        const { score, parts, assessed, applicable } = scoreOf(CHECKS, results);
        const counted = parts.filter(({ points }) => points !== null);
        const most = counted.reduce((sum, { weight }) => sum + weight, 0);
        const points = counted.reduce((sum, part) => sum + (part.points ?? 0), 0);
        expect(score).toBe(most === 0 ? null : Math.floor((100 * points) / most));
        expect(assessed).toBeLessThanOrEqual(applicable);
        if (score === 100) expect(outcomes).not.toContain('fail');
      }),
    );
  });
});
