import { describe, expect, it } from '@jest/globals';
import { assess, assessWithout } from '../../../test/assess.ts';
import { anAccount, anAttestation, aPeopleBook } from '../../../test/security-factories.ts';
import type { Account } from '../../evidence/people.ts';
import { leastPrivilege as check } from './least-privilege.ts';

const admins = (count: number, over: Partial<Account> = {}) =>
  Array.from({ length: count }, (_, place) => anAccount({ isAdmin: true }, { id: `admin${place}`, ...over }));
const owner = anAccount({ isOwner: true, isAdmin: true }, { id: 'owner' });
const judge = (accounts: readonly Account[], answer: 'yes' | 'no' | null = 'yes') => {
  const attestations = answer === null ? [] : [anAttestation('least-privilege', { answer })];
  const { outcome, findings } = assess(check, { people: aPeopleBook({ accounts }), attestations });
  return [outcome, findings.map(({ subject }) => subject)];
};

describe('security/least-privilege', () => {
  it.each([
    ['two besides the owner', [owner, ...admins(2)], 'yes', 'pass', []],
    ['three', [owner, ...admins(3)], 'yes', 'fail', ['admins']],
    ['three of the mail system', [owner, ...admins(3, { service: 'mail' })], 'yes', 'pass', []],
    ['few, and nothing said of the other rights', [owner], null, 'notAssessed', []],
    ['many, and nothing said', [owner, ...admins(3)], null, 'fail', ['admins']],
    ['the shop says no', [owner], 'no', 'fail', ['shop']],
  ] as const)('%s', (_, accounts, answer, outcome, found) => {
    expect(judge(accounts, answer)).toEqual([outcome, found]);
  });

  it('is no stronger than the word of the shop', () => {
    expect(assess(check).rung).toBe('attested');
    expect(assessWithout('people', check).outcome).toBe('pass');
  });
});
