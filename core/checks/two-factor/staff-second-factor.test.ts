import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { anAccount, aPeopleBook, YESTERDAY } from '../../../test/security-factories.ts';
import type { Account } from '../../evidence/people.ts';
import { staffSecondFactor as check } from './staff-second-factor.ts';

const owner = anAccount({ isOwner: true, secondFactor: 'none' }, { id: 'owner' });
const staff = (facts: Parameters<typeof anAccount>[0] = {}, id = 'staff') => anAccount(facts, { id });
const judge = (...accounts: Account[]) => {
  const { outcome, findings, notAssessed } = assess(check, { people: aPeopleBook({ accounts }) });
  return [
    outcome,
    findings.map(({ subject, messageId }) => `${subject} ${messageId}`),
    notAssessed.map((one) => one.reason),
  ];
};

describe('security/staff-second-factor', () => {
  it.each([
    ['app', 'pass', []],
    ['sms', 'pass', []],
    ['none', 'fail', ['staff none']],
    ['registered-only', 'fail', ['staff registeredOnly']],
  ] as const)('%s: %s', (secondFactor, outcome, found) => {
    expect(judge(owner, staff({ secondFactor }))).toEqual([outcome, found, []]);
  });

  it('leaves the owner to another check', () => {
    expect(judge(owner)).toEqual(['notApplicable', [], []]);
  });

  it.each([
    ['by hand alone', [], 'notAssessed'],
    ['from the provider of mail', [{ source: 'google', readAt: YESTERDAY }], 'notAssessed'],
    ['from a list of users', [{ source: 'users-export', readAt: YESTERDAY }], 'notApplicable'],
    ['from a list that is old', [{ source: 'users-export', readAt: '2026-08-23T06:30:00.000Z' }], 'notAssessed'],
  ] as const)('an owner known %s: %s', (_, readings, outcome) => {
    const people = aPeopleBook({
      accounts: [owner],
      readings: readings.map((one) => ({ ...one, tells: [], accounts: 1 })),
    });
    expect(assess(check, { people }).outcome).toBe(outcome);
  });

  it('asks of whom nobody says whether it is the owner', () => {
    expect(judge(staff({ isOwner: undefined, secondFactor: 'none' }))).toEqual(['fail', ['staff none'], []]);
  });

  it('is not assessed where one of two is unknown, and names each gap that is known', () => {
    const unknown = staff({ secondFactor: undefined }, 'unknown');
    expect(judge(staff(), unknown)).toEqual(['notAssessed', [], ['too-little']]);
    expect(judge(staff({ secondFactor: 'none' }), unknown)).toEqual(['fail', ['staff none'], []]);
  });

  it('does not ask an invitation, nor an account that is off', () => {
    const quiet = [
      staff({ kind: 'invited', secondFactor: 'none' }, 'i'),
      staff({ isActive: false, secondFactor: 'none' }, 'o'),
    ];
    expect(judge(staff(), ...quiet)).toEqual(['pass', [], []]);
  });

  it('is not assessed without any account of the store', () => {
    const people = aPeopleBook({ accounts: [], readings: [] });
    expect(assess(check, { people }).notAssessed).toMatchObject([{ reason: 'too-little' }]);
  });

  it('names nobody but by the mask', () => {
    const { findings } = assess(check, { people: aPeopleBook({ accounts: [staff({ secondFactor: 'none' })] }) });
    expect(findings).toMatchObject([{ data: { label: 'an•••@invented-shop.example' } }]);
  });
});
