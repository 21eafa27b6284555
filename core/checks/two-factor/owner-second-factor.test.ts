import { describe, expect, it } from '@jest/globals';
import { assess, assessWithout } from '../../../test/assess.ts';
import { anAccount, aPeopleBook, stated } from '../../../test/security-factories.ts';
import type { Account } from '../../evidence/people.ts';
import { ownerSecondFactor as check } from './owner-second-factor.ts';

const owner = (facts: Parameters<typeof anAccount>[0] = {}, over: Partial<Account> = {}) =>
  anAccount({ isOwner: true, ...facts }, { id: 'owner', ...over });
const judge = (...accounts: Account[]) => assess(check, { people: aPeopleBook({ accounts }) });

describe('security/owner-second-factor', () => {
  it.each([
    ['none', 'fail', ['none']],
    ['registered-only', 'fail', ['registeredOnly']],
    ['sms', 'pass', []],
    ['unnamed', 'pass', []],
    ['app', 'pass', []],
    ['key', 'pass', []],
  ] as const)('%s: %s', (secondFactor, outcome, messages) => {
    const result = judge(owner({ secondFactor }));
    expect(result.outcome).toBe(outcome);
    expect(result.findings.map(({ messageId }) => messageId)).toEqual(messages);
    expect(result.rung).toBe('export');
  });

  it('is grave', () => {
    expect(judge(owner({ secondFactor: 'none' })).findings).toMatchObject([{ subject: 'owner', severity: 'critical' }]);
  });

  it.each([
    ['nothing said of the factor', [owner({ secondFactor: undefined })], 'too-little'],
    ['no owner named', [anAccount({ isOwner: undefined })], 'too-little'],
    ['only staff named', [anAccount({ isOwner: false })], 'too-little'],
    ['no account at all', [], 'too-little'],
    ['an owner of the mail system is none of the store', [owner({}, { service: 'mail' })], 'too-little'],
    [
      'said 91 days ago',
      [
        owner(
          {},
          {
            facts: {
              isOwner: [stated(true)],
              secondFactor: [stated('app' as const, { statedAt: '2026-08-23T06:30:00.000Z', expiresAt: null })],
            },
          },
        ),
      ],
      'expired',
    ],
  ] as const)('%s: not assessed', (_, accounts, reason) => {
    const result = judge(...accounts);
    expect([result.outcome, result.notAssessed]).toMatchObject(['notAssessed', [{ kind: 'people', reason }]]);
  });

  it('fails for one of two owners, though of the other nothing is known', () => {
    const result = judge(owner({ secondFactor: 'none' }), owner({ secondFactor: undefined }, { id: 'other' }));
    expect(result.findings.map(({ subject }) => subject)).toEqual(['owner']);
  });

  it('does not ask an owner whose account is off', () => {
    expect(judge(owner(), owner({ secondFactor: 'none', isActive: false }, { id: 'old' })).outcome).toBe('pass');
  });

  it('stands on the weakest statement of several owners', () => {
    const attested = anAccount({ isOwner: true }, { id: 'other', source: 'attestation' });
    expect(judge(owner(), attested).rung).toBe('attested');
  });

  it('is not assessed without a register', () => {
    expect(assessWithout('people', check).outcome).toBe('notAssessed');
  });
});
