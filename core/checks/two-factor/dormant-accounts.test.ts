import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { anAccount, aPeopleBook } from '../../../test/security-factories.ts';
import type { Account } from '../../evidence/people.ts';
import { dormantAccounts as check } from './dormant-accounts.ts';

const mailbox = (lastSignInAt: string | null | undefined, over: Partial<Account> = {}) =>
  anAccount({ lastSignInAt }, { id: 'm1', service: 'mail', ...over });
const judge = (...accounts: Account[]) => {
  const { outcome, findings, notAssessed } = assess(check, { people: aPeopleBook({ accounts }) });
  return [
    outcome,
    findings.map(({ messageId, severity }) => `${messageId} ${severity}`),
    notAssessed.map((one) => one.reason),
  ];
};

describe('security/dormant-accounts', () => {
  it.each([
    ['2026-08-24T06:30:00.000Z', 'pass', []], // 90 days
    ['2026-08-23T06:30:00.000Z', 'fail', ['unused medium']],
    [null, 'fail', ['never low']],
  ] as const)('last used %s: %s', (at, outcome, found) => {
    expect(judge(mailbox(at))).toEqual([outcome, found, []]);
  });

  it('must know it of each mailbox', () => {
    expect(judge(mailbox('2026-11-01T00:00:00.000Z'), mailbox(undefined, { id: 'm2' }))).toEqual([
      'notAssessed',
      [],
      ['too-little'],
    ]);
  });

  it('does not ask of the store what Shopify tells nobody', () => {
    const used = mailbox('2026-11-01T00:00:00.000Z');
    expect(judge(used, anAccount({ lastSignInAt: undefined }))[0]).toBe('pass');
    expect(judge(used, anAccount({ lastSignInAt: '2026-01-01T00:00:00.000Z' }))[0]).toBe('fail'); // a list has it
  });

  it('does not ask an account that is off', () => {
    const off = anAccount({ lastSignInAt: null, isActive: false }, { service: 'mail' });
    expect(judge(off)).toEqual(['notAssessed', [], ['too-little']]);
  });

  it('says how long', () => {
    const people = aPeopleBook({ accounts: [mailbox('2026-07-01T06:30:00.000Z')] });
    expect(assess(check, { people }).findings).toMatchObject([{ data: { day: '2026-07-01', days: 144 } }]);
  });
});
