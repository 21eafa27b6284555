import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { anAccount, aPeopleBook, stated } from '../../../test/security-factories.ts';
import type { Account } from '../../evidence/people.ts';
import { strongSecondFactor as check } from './strong-second-factor.ts';

const judge = (...accounts: Account[]) => {
  const { outcome, findings, notAssessed } = assess(check, { people: aPeopleBook({ accounts }) });
  return [
    outcome,
    findings.map(({ subject, severity }) => `${subject} ${severity}`),
    notAssessed.map((one) => one.reason),
  ];
};
const admin = (facts: Parameters<typeof anAccount>[0] = {}, over: Partial<Account> = {}) =>
  anAccount({ isAdmin: true, ...facts }, { id: 'admin', ...over });

describe('security/strong-second-factor', () => {
  it.each([
    ['app', 'pass', [], []],
    ['key', 'pass', [], []],
    ['sms', 'fail', ['admin medium'], []],
    ['unnamed', 'notAssessed', [], ['too-little']],
    ['none', 'notAssessed', [], ['too-little']], // other checks fail it; strong it is not
    [undefined, 'notAssessed', [], ['too-little']],
  ] as const)('%s: %s', (secondFactor, outcome, found, reasons) => {
    expect(judge(admin({ secondFactor }))).toEqual([outcome, found, reasons]);
  });

  it('asks owners too, and administrators of mail', () => {
    const owner = anAccount({ isOwner: true, secondFactor: 'sms' }, { id: 'owner' });
    const mail = admin({ secondFactor: 'sms' }, { id: 'mail', service: 'mail' });
    expect(judge(owner, mail)).toEqual(['fail', ['owner medium', 'mail medium'], []]);
  });

  it('does not ask others', () => {
    const courier = admin({ secondFactor: 'sms' }, { id: 'courier', service: 'courier' });
    expect(judge(admin(), anAccount({ secondFactor: 'sms' }), courier)).toEqual(['pass', [], []]);
  });

  it('believes a list about the kind where the provider knows only that there is one', () => {
    const facts = {
      isAdmin: [stated(true)],
      secondFactor: [stated('unnamed' as const, { source: 'google' }), stated('sms' as const, { source: 'csv' })],
    };
    expect(judge(anAccount({}, { id: 'admin', facts }))).toEqual(['fail', ['admin medium'], []]);
  });

  it('is not assessed where nobody is known to be one', () => {
    expect(judge(anAccount())).toEqual(['notAssessed', [], ['too-little']]);
  });
});
