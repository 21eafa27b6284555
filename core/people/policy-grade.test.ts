import { describe, expect, it } from '@jest/globals';
import { AS_OF } from '../../test/a-gstin.ts';
import { anAccount, aPeopleBook, LATER, YESTERDAY } from '../../test/security-factories.ts';
import type { PasswordPolicy } from '../evidence/people.ts';
import { gradeOfPolicy, isEnforcedFor, policiesOf } from './policy-grade.ts';

const aPolicy = (over: Partial<PasswordPolicy> = {}): PasswordPolicy => ({
  service: 'mail',
  source: 'google',
  statedAt: YESTERDAY,
  expiresAt: null,
  minLength: 12,
  needsLetterAndDigit: true,
  hasBlocklist: true,
  expiresAfterDays: 0,
  ...over,
});

describe('gradeOfPolicy', () => {
  it.each([
    [{ minLength: null }, false, null],
    [{ minLength: 7 }, true, 'below-floor'],
    [{ minLength: 8 }, false, 'floor'],
    [{ minLength: 8 }, true, 'strong'],
    [{ minLength: 8, hasBlocklist: false }, true, 'floor'],
    [{ minLength: 8, hasBlocklist: null }, true, 'floor'],
    [{ minLength: 8, needsLetterAndDigit: false }, false, 'below-floor'],
    [{ minLength: 8, needsLetterAndDigit: null }, false, 'floor'],
    [{ minLength: 8, needsLetterAndDigit: false }, true, 'strong'],
    [{ minLength: 11, needsLetterAndDigit: false }, false, 'below-floor'],
    [{ minLength: 12, needsLetterAndDigit: false }, false, 'pass'],
    [{ minLength: 14 }, false, 'pass'],
    [{ minLength: 15 }, false, 'strong'],
    [{ minLength: 15, hasBlocklist: false }, false, 'pass'],
  ] as const)('%j, second factor enforced %s: %s', (over, isEnforced, grade) => {
    expect(gradeOfPolicy(aPolicy(over), isEnforced)).toBe(grade);
  });
});

describe('policiesOf', () => {
  it('takes the strongest rung of each service, then the newest, and nothing that ended', () => {
    const policies = [
      aPolicy({ source: 'attestation', minLength: 6, statedAt: AS_OF }),
      aPolicy({ minLength: 9, statedAt: '2026-10-01T00:00:00.000Z' }),
      aPolicy({ minLength: 10 }),
      aPolicy({ minLength: 20, statedAt: LATER }),
      aPolicy({ service: 'shopify', minLength: 5, expiresAt: AS_OF }),
    ];
    expect(policiesOf({ policies }, AS_OF).map(({ service, minLength }) => [service, minLength])).toEqual([
      ['mail', 10],
    ]);
  });
});

describe('isEnforcedFor', () => {
  it.each([
    ['each account', [true, true], true],
    ['one is free', [true, false], false],
    ['one is unknown', [true, undefined], false],
    ['no account', [], false],
  ] as const)('%s', (_, each, isEnforced) => {
    const accounts = each.map((isSecondFactorEnforced) => anAccount({ isSecondFactorEnforced }, { service: 'mail' }));
    expect(isEnforcedFor(aPeopleBook({ accounts }), 'mail', AS_OF)).toBe(isEnforced);
  });
});
