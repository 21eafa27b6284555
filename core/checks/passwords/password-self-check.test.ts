import { describe, expect, it } from '@jest/globals';
import { assess, assessWithout } from '../../../test/assess.ts';
import { aPeopleBook, aPerson, anAccount, someSelfChecks, YESTERDAY } from '../../../test/security-factories.ts';
import type { PasswordSelfCheck } from '../../evidence/attestations.ts';
import { passwordSelfCheck as check } from './password-self-check.ts';

const [good] = someSelfChecks().passwords;
const told = (over: Partial<PasswordSelfCheck> = {}) => ({ ...good, ...over }) as PasswordSelfCheck;
const judge = (...passwords: PasswordSelfCheck[]) => {
  const selfChecks = someSelfChecks({ passwords, devices: [] });
  const { outcome, findings, notAssessed } = assess(check, { selfChecks });
  return [outcome, findings.map(({ messageId }) => messageId), notAssessed.map((one) => one.reason)];
};

describe('security/password-self-check', () => {
  it.each([
    [{ score: 3 }, 'pass', [], []],
    [{ score: 2 }, 'fail', ['weak'], []],
    [{ score: 0 }, 'fail', ['weak'], []],
    [{ isBreached: true }, 'fail', ['breached'], []],
    [{ isBreached: true, score: 1 }, 'fail', ['breached'], []],
    [{ isBreached: null }, 'notAssessed', [], ['too-little']],
    [{ isBreached: null, score: 2 }, 'fail', ['weak'], []],
    [{ checkedAt: '2026-08-24T06:30:00.000Z' }, 'pass', [], []], // 90 days
    [{ checkedAt: '2026-08-23T06:30:00.000Z' }, 'notAssessed', [], ['expired']],
    [{ checkedAt: '2026-08-23T06:30:00.000Z', isBreached: true }, 'notAssessed', [], ['expired']],
  ] as const)('%j: %s', (over, outcome, found, reasons) => {
    expect(judge(told(over))).toEqual([outcome, found, reasons]);
  });

  it('asks each person who holds an account', () => {
    expect(judge()).toEqual(['notAssessed', [], ['not-stated']]);
    const people = aPeopleBook({
      people: [aPerson(), aPerson({ id: 'p2' })],
      accounts: [anAccount(), anAccount({}, { id: 'a2', personId: 'p2' })],
    });
    expect(assess(check, { people }).notAssessed).toMatchObject([{ kind: 'selfChecks', reason: 'not-stated' }]);
  });

  it('forgets who left', () => {
    const people = aPeopleBook({ people: [aPerson({ leftAt: YESTERDAY })] });
    const selfChecks = someSelfChecks({ passwords: [told({ score: 0 })] });
    expect(assess(check, { people, selfChecks }).outcome).toBe('notAssessed');
  });

  it('judges who was asked where there is no register', () => {
    expect(assessWithout('people', check)).toMatchObject({ outcome: 'pass', rung: 'self-check' });
  });
});
