import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { anAccount, aPeopleBook, FEW_SERVICES } from '../../../test/security-factories.ts';
import { weakPasswords as check } from './weak-passwords.ts';

const mailbox = (facts: Parameters<typeof anAccount>[0], id = 'm1') =>
  anAccount(facts, { id, service: 'mail', source: 'google' });
const judge = (...accounts: ReturnType<typeof anAccount>[]) => {
  const { outcome, findings, notAssessed } = assess(check, { people: aPeopleBook({ accounts }) });
  return [outcome, findings.map(({ messageId }) => messageId), notAssessed.map((one) => one.reason)];
};

describe('security/weak-passwords', () => {
  it.each([
    [{ passwordStrength: 'strong', passwordLength: 'compliant' }, 'pass', [], []],
    [{ passwordStrength: 'strong' }, 'pass', [], []],
    [{ passwordStrength: 'weak', passwordLength: 'compliant' }, 'fail', ['weak'], []],
    [{ passwordStrength: 'strong', passwordLength: 'non-compliant' }, 'fail', ['short'], []],
    [{ passwordLength: 'compliant' }, 'notAssessed', [], ['too-little']],
    [{}, 'notAssessed', [], ['too-little']], // the provider's "unknown" is no statement
    [{ passwordStrength: 'weak', isActive: false }, 'notAssessed', [], ['too-little']],
  ] as const)('%j: %s', (facts, outcome, found, reasons) => {
    expect(judge(mailbox(facts))).toEqual([outcome, found, reasons]);
  });

  it('does not pass where one of two is unknown, and fails where one is weak', () => {
    expect(judge(mailbox({ passwordStrength: 'strong' }), mailbox({}, 'm2'))[0]).toBe('notAssessed');
    expect(judge(mailbox({ passwordStrength: 'weak' }), mailbox({}, 'm2'))[0]).toBe('fail');
  });

  it('does not apply without mail', () => {
    const people = aPeopleBook({ accounts: [anAccount()], services: { ...FEW_SERVICES, mail: false } });
    expect(assess(check, { people }).outcome).toBe('notApplicable');
  });
});
