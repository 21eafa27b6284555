import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { AS_OF } from '../../../test/a-gstin.ts';
import { anAccount, aPeopleBook, stated, YESTERDAY } from '../../../test/security-factories.ts';
import type { Account } from '../../evidence/people.ts';
import { conflictingStatements as check } from './conflicting-statements.ts';

const judge = (facts: Account['facts']) =>
  assess(check, { people: aPeopleBook({ accounts: [anAccount({}, { facts })] }) });
const two = <T>(one: T, other: T) => [stated(one, { source: 'google' }), stated(other, { source: 'csv' })];

describe('security/conflicting-statements', () => {
  it.each([
    [{ isActive: two(true, false) }, ['a1 isActive']],
    [{ isOwner: two(true, false) }, ['a1 isOwner']],
    [{ isAdmin: two(false, true) }, ['a1 isAdmin']],
    [{ isShared: two(false, true) }, ['a1 isShared']],
    [{ secondFactor: two('app' as const, 'none' as const) }, ['a1 secondFactor']],
    [
      { secondFactor: two('app' as const, 'sms' as const), isSecondFactorEnforced: two(true, false) },
      ['a1 secondFactor'],
    ],
  ])('%j', (facts, subjects) => {
    const result = judge(facts);
    expect(result.findings.map(({ subject, messageId }) => [subject, messageId])).toEqual(
      subjects.map((subject) => [subject, subject.split(' ')[1]]),
    );
    expect(result.findings.every(({ severity }) => severity === 'low')).toBe(true);
  });

  it.each([
    ['the same', { isActive: two(true, true) }],
    ['one of them ended', { isActive: [stated(true), stated(false, { source: 'csv', expiresAt: AS_OF })] }],
    ['two moments of sign-in', { lastSignInAt: two(YESTERDAY, '2026-01-01T00:00:00.000Z') }],
    ['there is one, and it is SMS', { secondFactor: two('unnamed' as const, 'sms' as const) }],
  ])('%s is no conflict', (_, facts) => {
    expect(judge(facts).outcome).toBe('pass');
  });

  it('does not apply without accounts', () => {
    expect(assess(check, { people: aPeopleBook({ accounts: [] }) }).outcome).toBe('notApplicable');
  });
});
