import { describe, expect, it } from '@jest/globals';
import { assess, assessWithout } from '../../../test/assess.ts';
import { anAttestation, aPeopleBook } from '../../../test/security-factories.ts';
import type { PasswordPolicy } from '../../evidence/people.ts';
import { passwordRule as check } from './password-rule.ts';

const [mail] = aPeopleBook().policies;
const rule = (over: Partial<PasswordPolicy>) => ({ ...mail, hasBlocklist: false, ...over }) as PasswordPolicy;
const judge = (policies: readonly PasswordPolicy[], answer?: 'yes' | 'no') => {
  const attestations = answer ? [anAttestation('password-rule', { answer })] : [];
  const { outcome, findings, notAssessed } = assess(check, { people: aPeopleBook({ policies }), attestations });
  return [
    outcome,
    findings.map(({ messageId, severity }) => `${messageId} ${severity}`),
    notAssessed.map((one) => one.reason),
  ];
};

describe('security/password-rule', () => {
  it.each([
    [{ minLength: 7 }, 'fail', ['belowFloor high']],
    [{ minLength: 8, needsLetterAndDigit: false }, 'fail', ['belowFloor high']],
    [{ minLength: 8, needsLetterAndDigit: true }, 'fail', ['floor medium']],
    [{ minLength: 11 }, 'fail', ['floor medium']],
    [{ minLength: 12 }, 'pass', []],
    [{ minLength: 12, expiresAfterDays: 90 }, 'pass', []], // the calendar is another check's matter
    [{ minLength: 8, hasBlocklist: true }, 'pass', []], // the second factor is enforced in the clean shop
  ] as const)('%j: %s', (over, outcome, found) => {
    expect(judge([rule(over)])).toEqual([outcome, found, []]);
  });

  it('asks the shop where no rule is known', () => {
    expect(judge([])).toEqual(['notAssessed', [], ['not-stated']]);
    expect(judge([rule({ minLength: null })], 'yes')).toEqual(['pass', [], []]);
    expect(judge([], 'no')).toEqual(['fail', ['no medium'], []]);
    expect(assessWithout('people', check)).toMatchObject({ outcome: 'pass', rung: 'attested' });
  });

  it('judges each service, and stands on the weakest source', () => {
    const policies = [rule({ minLength: 12 }), rule({ service: 'shopify', source: 'csv', minLength: 9 })];
    expect(assess(check, { people: aPeopleBook({ policies }) })).toMatchObject({
      rung: 'export',
      findings: [{ subject: 'shopify', data: { length: 9 } }],
    });
  });

  it('never asks for a change by the calendar', () => {
    const said = [...check.remedy, check.why, ...Object.values(check.messages)].map(({ en }) => en).join(' ');
    expect(said).not.toMatch(/every \d+ days/);
  });
});
