import { describe, expect, it } from '@jest/globals';
import { assess } from '../../../test/assess.ts';
import { anAttestation, aPeopleBook } from '../../../test/security-factories.ts';
import type { PasswordPolicy } from '../../evidence/people.ts';
import { passwordExpiry as check } from './password-expiry.ts';

const [mail] = aPeopleBook().policies;
const judge = (days: number | null, answer?: 'yes' | 'no') => {
  const policies = [{ ...mail, expiresAfterDays: days } as PasswordPolicy];
  const attestations = answer ? [anAttestation('password-expiry', { answer })] : [];
  const { outcome, findings, notAssessed } = assess(check, { people: aPeopleBook({ policies }), attestations });
  return [outcome, findings.map(({ messageId }) => messageId), notAssessed.map((one) => one.reason)];
};

describe('security/password-expiry', () => {
  it.each([
    [0, undefined, 'pass', [], []],
    [90, undefined, 'fail', ['calendar'], []],
    [1, 'yes', 'fail', ['calendar'], []],
    [null, undefined, 'notAssessed', [], ['not-stated']],
    [null, 'yes', 'pass', [], []],
    [null, 'no', 'fail', ['no'], []],
  ] as const)('after %s days, the shop says %s: %s', (days, answer, outcome, found, reasons) => {
    expect(judge(days, answer)).toEqual([outcome, found, reasons]);
  });
});
