import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { anAccount, aPeopleBook, aPerson, LATER, stated } from '../../../test/security-factories.ts';
import type { Account } from '../../evidence/people.ts';
import { leavers as check } from './leavers.ts';

const LONG_AGO = '2026-10-01T00:00:00.000Z';
const judge = (leftAt: string | null, account: Account) => {
  const people = aPeopleBook({ people: [aPerson({ leftAt })], accounts: [account] });
  return assess(check, { people });
};

describe('security/leavers', () => {
  it.each([
    [null, 'notApplicable'],
    ['2026-11-21T06:30:00.000Z', 'notApplicable'], // 24 hours to the second
    ['2026-11-21T06:29:59.000Z', 'fail'],
    [LONG_AGO, 'fail'],
    [LATER, 'notApplicable'], // leaves next year
  ] as const)('left %s, account active: %s', (leftAt, outcome) => {
    expect(judge(leftAt, anAccount()).outcome).toBe(outcome);
  });

  it('is grave, and names the day', () => {
    expect(judge('2026-10-01T20:00:00.000Z', anAccount()).findings).toMatchObject([
      { subject: 'a1', severity: 'critical', data: { day: '2026-10-02', seenDay: '2026-11-21', service: 'shopify' } },
    ]);
  });

  it.each([
    ['off', anAccount({ isActive: false }), 'pass', []],
    ['unknown', anAccount({ isActive: undefined }), 'notAssessed', ['too-little']],
    [
      'said long ago',
      anAccount({}, { facts: { isActive: [stated(false, { expiresAt: '2026-11-01T00:00:00.000Z' })] } }),
      'notAssessed',
      ['expired'],
    ],
    ['an open invitation', anAccount({ kind: 'invited' }), 'fail', []],
  ] as const)('account %s: %s', (_, account, outcome, reasons) => {
    const result = judge(LONG_AGO, account);
    expect([result.outcome, result.notAssessed.map((one) => one.reason)]).toEqual([outcome, reasons]);
  });

  it('does not take an account of nobody for a leaver’s', () => {
    expect(judge(LONG_AGO, anAccount({}, { personId: null })).outcome).toBe('notApplicable');
  });
});
