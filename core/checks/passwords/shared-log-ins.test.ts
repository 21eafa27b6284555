import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { anAccount, aPeopleBook } from '../../../test/security-factories.ts';
import { sharedLogIns as check } from './shared-log-ins.ts';

describe('security/shared-log-ins', () => {
  it.each([
    [{ isShared: undefined }, false, 'pass', []],
    [{ isShared: true }, false, 'fail', ['shared high']],
    [{ isShared: undefined }, true, 'fail', ['generic high']],
    [{ isShared: true }, true, 'fail', ['shared high']],
    [{ isShared: false }, true, 'fail', ['generic low']], // somebody says that one person alone uses it
    [{ isShared: true, isActive: false }, true, 'notAssessed', []],
  ] as const)('%j, mailbox of a role %s: %s', (facts, isGenericMailbox, outcome, found) => {
    const people = aPeopleBook({ accounts: [anAccount(facts, { isGenericMailbox })] });
    const result = assess(check, { people });
    expect([result.outcome, result.findings.map(({ messageId, severity }) => `${messageId} ${severity}`)]).toEqual([
      outcome,
      found,
    ]);
  });

  it('is not assessed without any account', () => {
    expect(assess(check, { people: aPeopleBook({ accounts: [] }) }).outcome).toBe('notAssessed');
  });
});
