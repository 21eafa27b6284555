import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { anAccount, aPeopleBook, aPerson, FEW_SERVICES } from '../../../test/security-factories.ts';
import type { PeopleBook } from '../../evidence/people.ts';
import { peopleRegister as check } from './people-register.ts';

const judge = (over: Partial<PeopleBook>) => {
  const { outcome, findings, notAssessed } = assess(check, { people: aPeopleBook(over) });
  return [
    outcome,
    findings.map(({ subject, messageId, severity }) => `${subject} ${messageId} ${severity}`),
    notAssessed.map((one) => one.reason),
  ];
};

describe('security/people-register', () => {
  it.each([
    ['of nobody', { accounts: [anAccount({}, { personId: null })] }, ['a1 nobody high']],
    ['of a person who is not in the register', { people: [], accounts: [anAccount()] }, ['a1 nobody high']],
    ['of a person without a role', { people: [aPerson({ hasRole: false })] }, ['p1 noRole low']],
  ] as const)('an account %s fails', (_, over, found) => {
    expect(judge(over)).toEqual(['fail', found, []]);
  });

  it('does not ask for the owner of an account that is off', () => {
    const off = anAccount({ isActive: false }, { id: 'off', personId: null });
    expect(judge({ accounts: [...aPeopleBook().accounts, off] })[0]).toBe('pass');
  });

  it('does not ask for the role of who holds no account', () => {
    expect(judge({ people: [aPerson(), aPerson({ id: 'idle', hasRole: false })] })[0]).toBe('pass');
  });

  it.each([
    ['no account', { accounts: [] }],
    ['no account of the store', { accounts: aPeopleBook().accounts.slice(1) }],
    ['a service in use without an account', { services: { ...FEW_SERVICES, courier: true } }],
  ] as const)('%s: not assessed', (_, over) => {
    expect(judge(over)).toEqual(['notAssessed', [], ['too-little']]);
  });
});
