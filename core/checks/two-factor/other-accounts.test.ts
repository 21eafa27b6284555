import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { anAccount, aPeopleBook, FEW_SERVICES, stated } from '../../../test/security-factories.ts';
import type { Account, PeopleBook } from '../../evidence/people.ts';
import { SENSITIVE_SERVICES } from '../../data/sensitive-services.ts';
import { otherAccounts as check } from './other-accounts.ts';

const gateway = (facts: Parameters<typeof anAccount>[0] = {}, over: Partial<Account> = {}) =>
  anAccount(facts, { id: 'g1', service: 'payment-gateway', ...over });
const judge = (accounts: readonly Account[], services: PeopleBook['services'] = FEW_SERVICES) => {
  const { outcome, findings, notAssessed } = assess(check, { people: aPeopleBook({ accounts, services }) });
  return [
    outcome,
    findings.map(({ subject, messageId }) => `${subject} ${messageId}`),
    notAssessed.map((one) => one.reason),
  ];
};
const all = (isUsed: boolean | null) =>
  Object.fromEntries(SENSITIVE_SERVICES.map((service) => [service, isUsed])) as PeopleBook['services'];

describe('security/other-accounts', () => {
  it.each([
    ['app', 'pass', [], []],
    ['none', 'fail', ['g1 none'], []],
    ['registered-only', 'fail', ['g1 registeredOnly'], []],
    [undefined, 'notAssessed', [], ['too-little']],
  ] as const)('%s: %s', (secondFactor, outcome, found, reasons) => {
    expect(judge([gateway({ secondFactor })])).toEqual([outcome, found, reasons]);
  });

  it.each([
    ['nothing said of any service', all(null), 'notAssessed', ['not-stated']],
    ['one service left open', { ...FEW_SERVICES, courier: null }, 'notAssessed', ['not-stated']],
    ['one in use without an account', { ...FEW_SERVICES, courier: true }, 'notAssessed', ['not-stated']],
  ] as const)('%s: %s', (_, services, outcome, reasons) => {
    expect(judge([gateway()], services)).toEqual([outcome, [], reasons]);
  });

  it('fails an open account though the rest is not said', () => {
    expect(judge([gateway({ secondFactor: 'none' })], all(null))).toEqual(['fail', ['g1 none'], []]);
  });

  it('does not apply to a shop that uses none of them', () => {
    expect(judge([], all(false))[0]).toBe('notApplicable');
    expect(judge([gateway({ secondFactor: 'none' })], all(false))[0]).toBe('fail'); // an account is there all the same
  });

  it.each([
    ['2026-05-26T06:30:00.000Z', 'pass'], // 180 days
    ['2026-05-25T06:30:00.000Z', 'notAssessed'],
  ])('counts a statement of %s: %s', (statedAt, outcome) => {
    const facts = { secondFactor: [stated('app' as const, { statedAt, expiresAt: null })] };
    expect(judge([gateway({}, { facts })])[0]).toBe(outcome);
  });

  it('leaves store and mail to their own checks', () => {
    const open = [
      anAccount({ secondFactor: 'none' }),
      anAccount({ secondFactor: 'none' }, { id: 'm', service: 'mail' }),
    ];
    expect(judge([gateway(), ...open])).toEqual(['pass', [], []]);
  });
});
