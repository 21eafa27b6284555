import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { anAccount, aPeopleBook, FEW_SERVICES } from '../../../test/security-factories.ts';
import { mailSecondFactor as check } from './mail-second-factor.ts';

const mailbox = (facts: Parameters<typeof anAccount>[0] = {}, id = 'm1') =>
  anAccount(facts, { id, service: 'mail', source: 'google' });

describe('security/mail-second-factor', () => {
  it.each([
    ['key', 'pass', []],
    ['unnamed', 'pass', []],
    ['none', 'fail', ['none']],
    ['registered-only', 'fail', ['registeredOnly']], // registered, and the policy does not let it be used
    [undefined, 'notAssessed', []],
  ] as const)('%s: %s', (secondFactor, outcome, messages) => {
    const result = assess(check, { people: aPeopleBook({ accounts: [mailbox({ secondFactor })] }) });
    expect([result.outcome, result.findings.map(({ messageId }) => messageId)]).toEqual([outcome, messages]);
  });

  it('stands on what the provider tells', () => {
    expect(assess(check).rung).toBe('identity-provider');
  });

  it.each([
    [true, 'notAssessed'],
    [null, 'notAssessed'],
    [false, 'notApplicable'],
  ] as const)('no mailbox known, mail in use %s: %s', (mail, outcome) => {
    const people = aPeopleBook({
      accounts: [anAccount({ secondFactor: 'none' })],
      services: { ...FEW_SERVICES, mail },
    });
    expect(assess(check, { people }).outcome).toBe(outcome);
  });
});
